import type { DrawnRow, DrawnStretch } from '@rapporteur/domain/board/draw';
import { dayOfNumber } from '@rapporteur/domain/board/days';
import type { Mark } from '@rapporteur/domain/board/marks';
import { formatEdtf } from '@rapporteur/domain/edtf';
import { lower, plural } from '../words';
import { HeldTags, heldWords } from './stance-look';

interface ToldStretch {
  held: DrawnStretch['held'];
  perhaps: boolean;
  from: number;
  to: number;
  /** The turns in it, oldest first. */
  turns: Mark[];
}

/** A strip as the list of its stretches, with the turns that fall into each. */
function told({ stretches, marks }: Pick<DrawnRow, 'stretches' | 'marks'>): ToldStretch[] {
  return stretches.map(({ from, to, held, perhaps }) => ({
    held,
    perhaps,
    from,
    to,
    turns: marks.filter(({ at }) => at >= from && at < to),
  }));
}

const short = (date: string) => formatEdtf(date, { style: 'short' });

/** When a stretch began and what moved in it: "new 24 Nov 1992; restated 27 times, last 7 Nov 2019". */
function turnsInWords(turns: readonly Mark[]): string {
  const parts: string[] = [];
  for (const turn of turns) {
    if (turn.turn !== 'restated') parts.push(`${lower(turn.turn)} ${short(turn.date)}`);
  }
  const again = turns.filter(({ turn }) => turn === 'restated');
  const [only] = again;
  if (again.length === 1 && only !== undefined) parts.push(`restated ${short(only.date)}`);
  if (again.length > 1) parts.push(`restated ${plural(again.length, 'time')}, last ${short(again.at(-1)?.date ?? '')}`);
  return parts.join('; ');
}

/** What the time of a stretch is called: by its first turn, or as far as it is drawn. */
function timeInWords({ held, turns, from, to }: ToldStretch): string {
  const days = `${short(dayOfNumber(from))} to ${short(dayOfNumber(to - 1))}`;
  if (held.length !== 1) return `somewhere between ${days}`;
  const words = turnsInWords(turns);
  return words === '' ? days : words;
}

/** What a strip shows, in a line of words. */
export function stripInWords(row: Pick<DrawnRow, 'stretches' | 'marks'>): string {
  const known = told(row).filter(({ held }) => held.length !== 1 || held[0] !== null);
  if (known.length === 0) return 'Not on record throughout';
  return known.map((stretch) => `${heldWords(stretch.held)}: ${timeInWords(stretch)}`).join('. ');
}

/** The same as shapes and words, a line for each stretch. */
export function ToldStrip({ row }: { row: Pick<DrawnRow, 'stretches' | 'marks'> }) {
  return (
    <ol className="told-strip">
      {told(row).map((stretch) => (
        <li key={stretch.from}>
          <HeldTags held={stretch.held} />{' '}
          <span className="hint">
            {timeInWords(stretch)}
            {stretch.perhaps ? ', perhaps not a member then' : ''}
          </span>
        </li>
      ))}
    </ol>
  );
}
