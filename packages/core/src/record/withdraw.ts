import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { authorize, type Caller } from '../policy';
import { tablesOf } from '../projection/rows';
import { leaveSchedule, lockScheduleOf } from '../release/leave';
import { endTranslations } from '../translation/end';
import { requireNoDependants } from './dependants';
import { conclude, lockRecord, type LockedRecord, type Revision } from './lock';
import { clearProjection } from './project-set';
import { appendPublications, beginPublication } from './publish';
import type { CommandResult } from './result';

export interface Withdraw {
  id: string;
  expectedVersion: number;
  /** Shown to readers on the tombstone. */
  reason: string;
}

/**
 * Takes a record back. Its text leaves every live page; a tombstone with the reason stays at its address. A change of it
 * that was scheduled is off its schedule: nothing that was decided before a withdrawal publishes the record again.
 */
export function withdraw(db: PrismaClient, caller: Caller, input: Withdraw): Promise<CommandResult> {
  return transaction(db, (tx) => withdrawIn(tx, caller, input));
}

export async function withdrawIn(tx: Transaction, caller: Caller, input: Withdraw): Promise<CommandResult> {
  const { userId } = authorize(caller, 'record.withdraw');
  const reason = requireReason(input.reason);
  await beginPublication(tx);
  const release = await lockScheduleOf(tx, input.id);
  const { record: found, live } = await lockLive(tx, input.id, input.expectedVersion, 'withdraw');
  await requireNoDependants(tx, found.id, 'withdraw');
  const record = release === null ? found : await leaveSchedule(tx, userId, release, found);
  await tx.revision.update({ where: { id: live.id }, data: { state: 'withdrawn' } });
  await appendPublications(tx, [
    {
      recordId: record.id,
      kind: record.kind,
      slug: record.slug,
      title: null,
      revisionNumber: live.number,
      action: 'withdraw',
      note: reason,
      contentHash: live.contentHash,
    },
  ]);
  await clearProjection(tx, record.id, tablesOf[record.kind]);
  await endTranslations(tx, record.id);
  await tx.$executeRaw`
    UPDATE "Entry" SET "state" = 'withdrawn', "title" = NULL, "sortKey" = '', "reason" = ${reason}, "publishedAt" = history.recorded_at()
    WHERE "id" = ${record.id}`;
  return conclude(tx, userId, record, 'record.withdraw', { number: live.number, state: 'withdrawn' }, { reason });
}

/** A reason that readers will see: not empty, at most 2,000 characters. */
export function requireReason(reason: string): string {
  const text = reason.trim();
  if (text === '' || text.length > 2000) {
    const message = text === '' ? 'must not be empty' : 'is longer than 2,000 characters';
    throw new RapporteurError('invalid_input', 'Readers are told the reason.', [{ path: '/reason', message }]);
  }
  return text;
}

/** Opens a publication on a record that is live. */
export async function lockLive(
  tx: Transaction,
  id: string,
  expectedVersion: number,
  verb: string,
): Promise<{ record: LockedRecord; live: Revision }> {
  await beginPublication(tx);
  const record = await lockRecord(tx, id, expectedVersion);
  const live = await tx.revision.findFirst({ where: { recordId: id, state: 'live' } });
  if (!live) throw new RapporteurError('state_conflict', `Cannot ${verb}: this record is not public.`);
  return { record, live };
}
