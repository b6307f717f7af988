import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import { proposalTitle } from '@rapporteur/domain/intake/proposal';
import type { Decision, MatchView, SuggestionView, sureties } from '@rapporteur/domain/intake/views';
import { namesOfPeople } from '../record/people';
import { referenceViews } from '../reference/view';
import type { SuggestionRow } from './lock';
import { currentOf, matchesOf } from './suggestion';

/** A proposal as the desk shows it. */
export async function suggestionView(db: PrismaClient | Transaction, row: SuggestionRow): Promise<SuggestionView> {
  const [view] = await suggestionViews(db, [row]);
  if (view === undefined) throw new Error(`The proposal ${row.id} has no view.`);
  return view;
}

/** Proposals as the desk shows them, in the order given, with the records they may be about as they are now. */
export async function suggestionViews(
  db: PrismaClient | Transaction,
  rows: readonly SuggestionRow[],
): Promise<SuggestionView[]> {
  const nameOf = await namesOfPeople(
    db,
    rows.flatMap(({ decidedById }) => decidedById ?? []),
  );
  const offered = new Set(rows.flatMap((row) => matchesOf(row).map(({ id }) => id)));
  const views = await referenceViews(db, [...offered], null);
  const viewOf = new Map(views.map((view) => [view.id, view]));
  return rows.map((row): SuggestionView => {
    const { proposal, passages } = currentOf(row);
    return {
      id: row.id,
      number: row.number,
      kind: proposal.kind,
      title: proposalTitle(proposal),
      payload: proposal.payload,
      passages,
      reason: row.reason,
      surety: suretyOf(row.confidence),
      byHand: row.byHand,
      decision: row.decision as Decision | null,
      decidedBy: row.decidedById === null ? null : { id: row.decidedById, name: nameOf(row.decidedById) },
      decidedAt: row.decidedAt?.toISOString() ?? null,
      rejectedBefore: row.rejectedBefore,
      record: row.mergedWithId ?? row.recordId,
      matches: matchesOf(row).flatMap(({ id, why, likely }): MatchView[] => {
        const view = viewOf.get(id);
        if (view === undefined || view.state === 'discarded' || view.state === 'withdrawn') return [];
        const { kind, title, state, live, date } = view;
        return [{ id, kind, title, state, live, date, why, likely }];
      }),
    };
  });
}

function suretyOf(confidence: number): (typeof sureties)[number] {
  return confidence >= 0.8 ? 'sure' : confidence >= 0.55 ? 'fairly' : 'check';
}
