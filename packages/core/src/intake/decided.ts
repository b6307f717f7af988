import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { newId } from '@rapporteur/domain/ids';
import { proposalNamed, type AnyPayload, type ProposalPassage } from '@rapporteur/domain/intake/proposal';
import type { SuggestionRow } from './lock';
import { positionsHeld } from './matches';
import { changedFields, currentOf } from './suggestion';

/** A proposal with what is to become of it. */
export interface Decided {
  row: SuggestionRow;
  number: number;
  proposal: AnyPayload;
  /** Without those that were read for a field in which a person has put something else: they say what stood there before. */
  passages: ProposalPassage[];
  /** Those fields. */
  changed: ReadonlySet<string>;
  accepted: boolean;
  /** The record that it stands for; null where it is rejected, and of a provision, which is a part of its programme. */
  record: string | null;
  /** Whether that record is drafted from it. Otherwise it was there before, or is drafted from another proposal. */
  drafts: boolean;
}

/** The proposals with the records they stand for. Refuses where one is undecided, or a provision has no programme. */
export function decidedOf(rows: readonly SuggestionRow[]): Decided[] {
  const left = rows.filter(({ decision }) => decision === null);
  if (left.length > 0) {
    throw new RapporteurError(
      'state_conflict',
      `${left.length} ${left.length === 1 ? 'proposal is' : 'proposals are'} undecided. Accept, merge or reject ${left.length === 1 ? 'it' : 'them'} first.`,
      left.slice(0, 50).map(({ number }) => ({ path: `/suggestions/${number}`, message: 'is undecided' })),
    );
  }
  const decided = rows.map((row): Decided => {
    const { proposal, passages: all } = currentOf(row);
    const changed = changedFields(row);
    // Who speaks is found out by a person, often enough: the words that name the speaker stay.
    const passages = all.filter(({ part }) => part === 'speaker' || !changed.has(part));
    const accepted = row.decision === 'accepted' || row.decision === 'edited';
    const own = accepted && proposal.kind !== 'provision' ? newId(proposal.kind) : null;
    const record = row.mergedWithId ?? own;
    return { row, number: row.number, proposal, passages, changed, accepted, record, drafts: own !== null };
  });
  const byNumber = new Map(decided.map((one) => [one.number, one]));
  const homeless = decided.filter((one) => {
    const programme = programmeOf(one);
    if (!one.accepted || one.proposal.kind !== 'provision') return false;
    const number = programme === null ? 0 : proposalNamed(programme);
    return number !== null && (byNumber.get(number)?.record ?? null) === null;
  });
  if (homeless.length > 0) {
    throw new RapporteurError(
      'invalid_input',
      'A provision is a part of a programme. Edit it and choose which programme, or reject it.',
      homeless.map(({ number }) => ({ path: `/suggestions/${number}`, message: 'has no programme' })),
    );
  }
  return decided;
}

/** The programme that an accepted provision is a part of: a proposal's number, or the id of a record. */
export const programmeOf = ({ accepted, proposal }: Decided) =>
  accepted && proposal.kind === 'provision' ? proposal.payload.programme : null;

/**
 * An actor has one position on a question: an accepted one joins the position that is on record, or the one that another
 * proposal of the text drafts, as what is told of it once more.
 */
export async function joinPositions(
  tx: Transaction,
  decided: readonly Decided[],
  resolve: (name: string) => string | null,
): Promise<Decided[]> {
  const held = new Map<string, string>();
  const joined: Decided[] = [];
  for (const one of decided) {
    const { proposal, drafts, record } = one;
    const [actor, issue] =
      proposal.kind === 'position'
        ? [proposal.payload.actor, proposal.payload.issue].map((name) => (name === null ? null : resolve(name)))
        : [];
    if (!drafts || record === null || !actor || !issue) {
      joined.push(one);
      continue;
    }
    const pair = `${actor} ${issue}`;
    const there = held.get(pair) ?? (await positionsHeld(tx, actor, issue))[0]?.id;
    held.set(pair, there ?? record);
    joined.push(there === undefined ? one : { ...one, record: there, drafts: false });
  }
  return joined;
}
