import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import { mostProposals, proposalNamed, type AnyPayload } from '@rapporteur/domain/intake/proposal';
import { intakeSteps } from '@rapporteur/domain/intake/views';
import { note } from '../audit/entry';
import { lockItem, type SuggestionRow } from './lock';
import { withNames } from './names';
import {
  checkPayload,
  currentOf,
  fingerprintOf,
  fingerprintsOf,
  stanceOf,
  type Match,
  type Proposed,
} from './suggestion';

/**
 * Keeps what a text suggests once its day is known, in one transaction. What was decided, and what somebody proposed by hand,
 * stays as it is, but for what was accepted with another day than is known now: that comes up again. What is undecided and
 * suggested again is put in its place, under its number; what is new comes last.
 */
export function keepAgain(
  db: PrismaClient,
  itemId: string,
  proposed: readonly (Proposed & { matches: readonly Match[] })[],
): Promise<void> {
  return transaction(
    db,
    async (tx) => {
      const item = await lockItem(tx, itemId, null);
      if (item.state !== 'reading') return;
      const rows = await tx.suggestion.findMany({ where: { itemId }, orderBy: { number: 'asc' } });
      const there = rowsBefore(rows, proposed);
      const fingerprints = fingerprintsOf(proposed);
      let last = rows.at(-1)?.number ?? 0;
      const numbers = proposed.map((one) => there.get(one)?.number ?? (last += 1));
      const numberOf = (name: string) => {
        const named = proposalNamed(name);
        if (named === null) return name;
        const number = numbers[named - 1] ?? Infinity;
        return number > mostProposals ? null : `#${number}`;
      };
      const kept = proposed.flatMap((one, index) => {
        const number = numbers[index] ?? 0;
        const before = there.get(one);
        return number > mostProposals || (before !== undefined && stays(before, one.proposal))
          ? []
          : [{ ...one, number, before, fingerprint: fingerprints[index] ?? '' }];
      });
      await tx.suggestion.deleteMany({ where: { id: { in: kept.flatMap(({ before }) => before?.id ?? []) } } });
      await tx.suggestion.createMany({
        data: kept.map(({ number, before, proposal, passages, reason, confidence, fingerprint, matches }) => ({
          itemId,
          number,
          kind: proposal.kind,
          payload: renamed(proposal, numberOf).payload,
          passages,
          reason,
          confidence,
          fingerprint,
          matches: [...matches],
          ...decisionOf(before, proposal),
        })),
      });
      await tx.intakeItem.update({
        where: { id: itemId },
        data: { state: 'suggested', step: null, stepsDone: intakeSteps.length, readAt: new Date() },
      });
      await note(tx, {
        userId: null,
        action: 'intake.read',
        detail: { item: itemId, again: true, proposals: kept.length },
      });
    },
    { timeout: 60_000 },
  );
}

/**
 * Which row kept each suggestion before, each row for one at most. Of those that share a fingerprint the one of the same
 * stance is meant; where there is none, one that is left.
 */
function rowsBefore(rows: readonly SuggestionRow[], proposed: readonly Proposed[]): Map<Proposed, SuggestionRow> {
  const free = new Map<string, SuggestionRow[]>();
  for (const row of rows) {
    // As it was suggested, whatever a person made of it.
    const fingerprint = fingerprintOf(currentOf({ ...row, edited: null, chosen: null }));
    free.set(fingerprint, [...(free.get(fingerprint) ?? []), row]);
  }
  const own = new Map(proposed.map((one) => [one, fingerprintOf(one)]));
  const found = new Map<Proposed, SuggestionRow>();
  const take = (fits: (row: SuggestionRow, one: Proposed) => boolean) => {
    for (const [one, fingerprint] of own) {
      const left = free.get(fingerprint) ?? [];
      const at = found.has(one) ? -1 : left.findIndex((row) => fits(row, one));
      for (const row of at < 0 ? [] : left.splice(at, 1)) found.set(one, row);
    }
  };
  take((row, { proposal }) => stanceOf({ kind: row.kind, payload: row.payload } as AnyPayload) === stanceOf(proposal));
  take(() => true);
  return found;
}

/** Whether a person's part in a proposal outlasts, as it is, that it is suggested again. */
function stays(row: SuggestionRow, { payload: now }: AnyPayload): boolean {
  const { decision, byHand, edited, chosen, payload } = row;
  if (decision === 'accepted' && edited === null && chosen === null && daysChanged(payload, now).length > 0)
    return false;
  return decision !== null || byHand || chosen !== null || edited !== null;
}

/** What was accepted as told by the day of the report stays accepted, as told by the day that is known now. */
function decisionOf(row: SuggestionRow | undefined, { payload: now }: AnyPayload) {
  if (row?.decision !== 'accepted' || !daysChanged(row.payload, now).every((days) => days.every(isByReport))) return {};
  const { decision, decidedById, decidedAt } = row;
  return { decision, decidedById, decidedAt };
}

/** The days that a proposal told and tells otherwise now, before and after. One that it did not tell is not changed. */
const daysChanged = (before: unknown, now: unknown): [string, unknown][] =>
  ['date', 'period'].flatMap((clock): [string, unknown][] => {
    const [was, is] = [before, now].map((payload) => (payload as Record<string, unknown>)[clock] ?? null);
    return typeof was === 'string' && was !== is ? [[was, is]] : [];
  });

const isByReport = (day: unknown) => typeof day === 'string' && /^\/\d{4}-\d{2}-\d{2}$/.test(day);

/** A proposal that names the others by the numbers they have. */
const renamed = ({ kind, payload }: AnyPayload, numberOf: (name: string) => string | null): AnyPayload =>
  checkPayload(kind, withNames(kind, payload, numberOf));
