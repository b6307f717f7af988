import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { ReleaseResult } from '@rapporteur/domain/release-views';
import { authorize, type Caller } from '../policy';
import { beginPublication, publishSet } from '../record/publish';
import type { CommandResult } from '../record/result';
import { lockRelease, requireState, type LockedRelease } from './lock';

/** Publishes all records of a release at once, or none: the error names each record that hinders it. */
export async function publishRelease(
  db: PrismaClient,
  caller: Caller,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<{ release: ReleaseResult; records: CommandResult[] }> {
  authorize(caller, 'release.publish');
  return transaction(db, async (tx) => {
    await beginPublication(tx);
    const release = await lockRelease(tx, id, expectedVersion);
    requireState(release, 'open', 'publish it by hand');
    const records = await publishLocked(tx, caller, [release]);
    return { release: { id, state: 'published', lockVersion: release.lockVersion + 1 }, records };
  });
}

/**
 * Publishes locked releases in the name of a caller, within a publication that has begun: all of them, or none. They are
 * all open, or all scheduled and due. The number of statements does not depend on their number.
 */
export async function publishLocked(
  tx: Transaction,
  caller: Caller,
  releases: readonly LockedRelease[],
): Promise<CommandResult[]> {
  const { userId } = authorize(caller, 'release.publish');
  const publishedAt = await beginPublication(tx);
  const ids = releases.map(({ id }) => id);
  const items = await tx.releaseItem.findMany({
    where: { releaseId: { in: ids }, active: true },
    select: { releaseId: true, recordId: true },
  });
  const recordsOf = (releaseId: string) =>
    items.filter((item) => item.releaseId === releaseId).map(({ recordId }) => recordId);
  if (items.length === 0) throw new RapporteurError('state_conflict', 'This release holds no record.');
  const due = releases[0]?.state === 'scheduled';
  const results = await publishSet(
    tx,
    caller,
    items.map(({ recordId }) => recordId),
    { from: due ? 'scheduled' : 'approved' },
  );
  await tx.releaseItem.updateMany({ where: { releaseId: { in: ids } }, data: { active: false } });
  await tx.release.updateMany({
    where: { id: { in: ids } },
    data: { state: 'published', publishedAt, updatedAt: publishedAt, lockVersion: { increment: 1 } },
  });
  await tx.auditEntry.createMany({
    data: releases.map(({ id, name, at }) => ({
      userId,
      action: 'release.publish',
      detail: {
        release: id,
        name,
        records: recordsOf(id),
        ...(due ? { scheduledFor: at?.toISOString() ?? null } : {}),
      },
    })),
  });
  return results;
}
