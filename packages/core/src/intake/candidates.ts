import type { PrismaClient } from '@rapporteur/db/generated/client';
import { snapshot } from '@rapporteur/db/transaction';
import { proposalNamed } from '@rapporteur/domain/intake/proposal';
import type { MatchView } from '@rapporteur/domain/intake/views';
import { authorize, type Caller } from '../policy';
import { noSuggestion } from './lock';
import { matchOne } from './matches';
import { namesIn } from './names';
import { currentOf, matchesOf } from './suggestion';
import { suggestionView } from './suggestion-view';

/**
 * The records that a proposal may be about as the record stands now: since the text was read others may have come, and people
 * may have said which records its names stand for. Computed for one that is opened; nothing is kept.
 */
export function candidatesOf(db: PrismaClient, caller: Caller, id: string): Promise<MatchView[]> {
  authorize(caller, 'desk.read');
  return snapshot(db, async (tx) => {
    const row = await tx.suggestion.findUnique({ where: { id } });
    if (row === null) throw noSuggestion();
    const { proposal } = currentOf(row);
    const numbers = namesIn(proposal.kind, proposal.payload).flatMap(({ name }) => proposalNamed(name) ?? []);
    const named = await tx.suggestion.findMany({ where: { itemId: row.itemId, number: { in: numbers } } });
    const recordOf = new Map(
      named.map((other) => [
        other.number,
        // What a proposal names is taken to be the record it looks like, until a person says so or otherwise.
        other.mergedWithId ??
          (other.decision === null ? (matchesOf(other).find(({ likely }) => likely)?.id ?? null) : null),
      ]),
    );
    const matches = await matchOne(tx, proposal, (name) => {
      const number = proposalNamed(name);
      return number === null ? name : (recordOf.get(number) ?? null);
    });
    return (await suggestionView(tx, { ...row, matches })).matches;
  });
}
