import { bounds, edtfSchema } from '@rapporteur/domain/edtf';
import type { PositionContent } from '@rapporteur/domain/content/position';
import type { PayloadOf } from '@rapporteur/domain/intake/proposal';

/** A turn of a draft: its day and its kind may be blank. */
export type DraftedTurn = Omit<PositionContent['turns'][number], 'turn'> & {
  turn: PositionContent['turns'][number]['turn'] | null;
};

/**
 * Tells a position once more: the same stance of the same day is the same turn, which rests on one statement more; the
 * stance held already is restated; another one is the turn that the proposal says, or a reversal where it is the opposite, and
 * otherwise a person has to say which. Answers the index of the turn; null where the record knows of later turns.
 */
export function tellTurn(
  turns: DraftedTurn[],
  { stance, date, summary, turn }: Pick<PayloadOf<'position'>, 'stance' | 'date' | 'summary' | 'turn'>,
  statement: string | null,
): number | null {
  const rests = statement === null ? [] : [statement];
  const told = turns.findLastIndex((one) => one.stance === stance && one.date === date);
  const same = turns[told];
  if (same !== undefined) {
    same.statements = [...new Set([...same.statements, ...rests])];
    return told;
  }
  const last = turns.at(-1);
  if (last !== undefined && isEarlier(date, last.date)) return null;
  const kind = kindOf(last, { stance, turn });
  turns.push({ turn: kind, date: date ?? '', stance, summary, statements: rests, votes: [] });
  return turns.length - 1;
}

function kindOf(
  last: DraftedTurn | undefined,
  { stance, turn }: Pick<PayloadOf<'position'>, 'stance' | 'turn'>,
): DraftedTurn['turn'] {
  // The first turn on record is new to it, whatever came before.
  if (last === undefined || last.stance === null) return 'new';
  if (last.stance === stance) return turn === 'hardened' || turn === 'softened' ? turn : 'restated';
  if (turn === 'hardened' || turn === 'softened' || turn === 'reversed') return turn;
  return isOpposite(last.stance, stance) || isOpposite(stance, last.stance) ? 'reversed' : null;
}

const isOpposite = (one: string, other: string) => one === 'supports' && (other === 'opposes' || other === 'blocked');

/** Whether a day is known to lie before another. */
function isEarlier(date: string | null, than: string): boolean {
  const [ends, begins] = [boundsOf(date), boundsOf(than)];
  const [last, first] = [ends.upper, begins.lower ?? begins.upper];
  return last !== null && first !== null && last < first;
}

/** The order in which days end; what has no day comes last. */
export const byDay = (a: string | null, b: string | null): number => {
  const [first, second] = [boundsOf(a).upper ?? '~', boundsOf(b).upper ?? '~'];
  return first < second ? -1 : first > second ? 1 : 0;
};

const boundsOf = (date: string | null) =>
  date !== null && edtfSchema.safeParse(date).success ? bounds(date) : { lower: null, upper: null };
