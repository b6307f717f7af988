import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import type { ReleaseResult } from '@rapporteur/domain/release-views';
import { authorize, type Caller } from '../policy';
import { beginPublication, publishSet } from '../record/publish';
import type { CommandResult } from '../record/result';
import { concludeRelease, lockRelease, requireState, type LockedRelease } from './lock';
import { lockItems } from './schedule';

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
    return publishLocked(tx, caller, release);
  });
}

/** Publishes a locked release within a publication that has begun, in the name of a caller. */
export async function publishLocked(
  tx: Transaction,
  caller: Caller,
  release: LockedRelease,
): Promise<{ release: ReleaseResult; records: CommandResult[] }> {
  const { userId } = authorize(caller, 'release.publish');
  const due = release.state === 'scheduled';
  const ids = (await lockItems(tx, release.id)).map(({ id }) => id);
  const records = await publishSet(tx, caller, ids, due ? 'scheduled' : 'approved');
  await tx.releaseItem.updateMany({ where: { releaseId: release.id }, data: { active: false } });
  const result = await concludeRelease(
    tx,
    userId,
    release,
    'release.publish',
    { state: 'published', publishedAt: await beginPublication(tx) },
    { records: ids, ...(due ? { scheduledFor: release.at?.toISOString() ?? null } : {}) },
  );
  return { release: result, records };
}
