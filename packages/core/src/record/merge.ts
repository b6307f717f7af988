import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Kind } from '@rapporteur/domain/kinds';
import { authorize, type Caller } from '../policy';
import { tablesOf } from '../projection/rows';
import { endTranslations } from '../translation/end';
import { requireNoDependants } from './dependants';
import { liveContents } from './live-contents';
import { conclude, openRevision } from './lock';
import { resolveMerges } from './merges';
import { requireOneChoice } from './one-choice';
import { requireOnePosition } from './one-position';
import { clearProjection, namedBy, projectSet } from './project-set';
import { appendPublications } from './publish';
import type { CommandResult } from './result';
import { refreshTitles } from './names';
import { lockLive, requireReason } from './withdraw';

export interface Merge {
  id: string;
  expectedVersion: number;
  /** The id of the record that stays. */
  into: string;
  reason: string;
}

/** Merges a record into another of its kind: its address redirects, and what named it names the other from now on. */
export function mergeRecords(db: PrismaClient, caller: Caller, input: Merge): Promise<CommandResult> {
  return transaction(db, (tx) => mergeRecordsIn(tx, caller, input));
}

export async function mergeRecordsIn(tx: Transaction, caller: Caller, input: Merge): Promise<CommandResult> {
  const { userId } = authorize(caller, 'record.merge');
  const reason = requireReason(input.reason);
  const { record, live } = await lockLive(tx, input.id, input.expectedVersion, 'merge');
  await requireTarget(tx, record, input.into);
  if (await openRevision(tx, record.id)) {
    throw new RapporteurError(
      'state_conflict',
      'A revision of this record is being worked on; discard it before you merge.',
    );
  }
  // A passage belongs to the very text it was taken from, so a source that is cited stays its own record.
  if (record.kind === 'source') await requireNoDependants(tx, record.id, 'merge');
  const dependants = await liveContents(tx, await namersOf(tx, record.id));
  const current = await resolveMerges(tx, namedBy(dependants.set));
  const resolve = (id: string) => (current(id) === record.id ? input.into : current(id));
  await requireOnePosition(tx, dependants.set, resolve);
  requireOneChoice(dependants.set, resolve, current);
  await tx.record.update({ where: { id: record.id }, data: { mergedIntoId: input.into } });
  await tx.revision.update({ where: { id: live.id }, data: { state: 'withdrawn' } });
  await appendPublications(tx, [
    {
      recordId: record.id,
      kind: record.kind,
      slug: record.slug,
      title: null,
      revisionNumber: live.number,
      action: 'merge',
      note: reason,
      contentHash: live.contentHash,
    },
  ]);
  const at = await tx.$queryRaw<{ at: Date }[]>`SELECT history.recorded_at() AS at`;
  await projectSet(tx, dependants.set, { texts: dependants.texts, resolve, at: at[0]?.at ?? new Date() });
  await clearProjection(tx, record.id, tablesOf[record.kind]);
  await endTranslations(tx, record.id);
  await tx.$executeRaw`
    UPDATE "Entry" SET "state" = 'merged', "title" = NULL, "sortKey" = '', "reason" = ${reason}, "mergedIntoId" = ${input.into},
      "publishedAt" = history.recorded_at() WHERE "id" = ${record.id}`;
  await tx.$executeRaw`UPDATE "Entry" SET "mergedIntoId" = ${input.into} WHERE "mergedIntoId" = ${record.id}`;
  await refreshTitles(tx, [input.into]);
  return conclude(
    tx,
    userId,
    record,
    'record.merge',
    { number: live.number, state: 'withdrawn' },
    { into: input.into, reason },
  );
}

async function requireTarget(tx: Transaction, record: { id: string; kind: Kind }, into: string): Promise<void> {
  const refuse = (message: string) =>
    new RapporteurError('state_conflict', `Cannot merge: ${message}`, [{ path: '/into', message }]);
  if (into === record.id) throw refuse('a record cannot be merged into itself.');
  const target = await tx.entry.findUnique({ where: { id: into } });
  if (!target) throw refuse('the record to merge into is not public.');
  if (target.kind !== record.kind) throw refuse(`the other record is a ${target.kind}, this one a ${record.kind}.`);
  if (target.state === 'merged')
    throw refuse('the other record was itself merged; merging would go in a circle or through it.');
  if (target.state !== 'live') throw refuse('the other record was withdrawn.');
}

async function namersOf(tx: Transaction, id: string): Promise<string[]> {
  const rows = await tx.reference.findMany({
    where: { targetId: id, recordId: { not: id } },
    select: { recordId: true },
  });
  return [...new Set(rows.map(({ recordId }) => recordId))];
}
