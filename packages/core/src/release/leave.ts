import type { Transaction } from '@rapporteur/db/transaction';
import { concludeAll, openRevision, type LockedRecord } from '../record/lock';
import { concludeRelease, lockRelease, recordsOf, type LockedRelease } from './lock';
import { endSchedule } from './schedule';

/** Locks the release by which a record would be published at an instant; null where it waits for none. */
export async function lockScheduleOf(tx: Transaction, recordId: string): Promise<LockedRelease | null> {
  const item = await tx.releaseItem.findFirst({
    where: { recordId, active: true, release: { state: 'scheduled' } },
    select: { releaseId: true },
  });
  const release = item && (await lockRelease(tx, item.releaseId, null));
  // Somebody may have taken the instant away while this waited for the lock.
  return release?.state === 'scheduled' ? release : null;
}

/**
 * Takes a locked record off the schedule of its locked release: its revision is approved and waits for another decision.
 * The other records of the release keep their instant; a release that holds nothing else has none any more. Answers the
 * record at the version that it has then.
 */
export async function leaveSchedule(
  tx: Transaction,
  userId: string,
  release: LockedRelease,
  record: LockedRecord,
): Promise<LockedRecord> {
  const ids = await recordsOf(tx, release.id);
  if (!ids.includes(record.id)) return record;
  const revision = await openRevision(tx, record.id);
  if (revision?.state !== 'scheduled') return record;
  if (ids.length === 1) await endSchedule(tx, userId, release, { action: 'release.unschedule' });
  else {
    await tx.revision.update({ where: { id: revision.id }, data: { state: 'approved', updatedAt: new Date() } });
    const detail = { release: release.id };
    await concludeAll(tx, userId, 'record.unschedule', [
      { record, revision: { number: revision.number, state: 'approved' }, detail },
    ]);
    await tx.releaseItem.deleteMany({ where: { releaseId: release.id, recordId: record.id } });
    const change = { state: release.state };
    await concludeRelease(tx, userId, release, 'release.change', change, { added: [], removed: [record.id] });
  }
  return { ...record, lockVersion: record.lockVersion + 1 };
}
