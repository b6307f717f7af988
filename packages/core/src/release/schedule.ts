import { Prisma, type PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { openStates, type State } from '@rapporteur/domain/lifecycle';
import type { ReleaseResult } from '@rapporteur/domain/release-views';
import type { ResolvedTime, ZonedTime } from '@rapporteur/domain/zoned-time';
import { requireNoEmbargo } from '../embargo/gate';
import { dequeue, enqueue } from '../job/enqueue';
import { authorize, type Caller } from '../policy';
import { concludeAll, lockRecords, type LockedRecord, type Revision } from '../record/lock';
import type { CommandResult } from '../record/result';
import { instantAhead } from './instant';
import { concludeRelease, lockRelease, recordsOf, requireState, type LockedRelease } from './lock';

export interface ScheduleRelease {
  id: string;
  expectedVersion: number;
  at: ZonedTime;
}

/** Under which a release has its one job. */
export const jobKey = (releaseId: string) => `release:${releaseId}`;

/** The columns of an instant. */
export const instantColumns = ({ instant, local, zone }: ResolvedTime) => ({ at: instant, local, zone });

/**
 * Sets the instant at which a release is published, or another one. All of its revisions must be approved; they stay as
 * they are until then. Names each record that hinders it.
 */
export async function scheduleRelease(
  db: PrismaClient,
  caller: Caller,
  input: ScheduleRelease,
): Promise<ReleaseResult> {
  const { userId } = authorize(caller, 'release.publish');
  return transaction(db, async (tx) => {
    const time = await instantAhead(tx, input.at, '/at');
    const release = await lockRelease(tx, input.id, input.expectedVersion);
    if (release.state === 'scheduled') return rescheduleIn(tx, userId, release, time);
    requireState(release, 'open', 'schedule it');
    const records = await lockItems(tx, release.id);
    await requireNoEmbargo(tx, records, time.instant);
    const revisions = await requireEach(tx, records, 'approved');
    const result = await concludeRelease(
      tx,
      userId,
      release,
      'release.schedule',
      { state: 'scheduled', ...instantColumns(time), scheduledById: userId, failure: Prisma.DbNull },
      { at: time.instant.toISOString(), zone: time.zone, local: time.local },
    );
    await moveAll(tx, userId, records, revisions, 'scheduled', 'record.schedule', { release: release.id });
    await enqueue(tx, 'release.publish', { releaseId: release.id }, { at: time.instant, key: jobKey(release.id) });
    return result;
  });
}

/** Moves the instant of a locked release that is scheduled. */
export async function rescheduleIn(
  tx: Transaction,
  userId: string,
  release: LockedRelease,
  time: ResolvedTime,
): Promise<ReleaseResult> {
  requireState(release, 'scheduled', 'move its instant');
  await requireNoEmbargo(tx, await lockItems(tx, release.id), time.instant);
  await enqueue(tx, 'release.publish', { releaseId: release.id }, { at: time.instant, key: jobKey(release.id) });
  return concludeRelease(
    tx,
    userId,
    release,
    'release.reschedule',
    { state: 'scheduled', ...instantColumns(time), scheduledById: userId },
    { at: time.instant.toISOString(), zone: time.zone, local: time.local, before: release.at?.toISOString() ?? null },
  );
}

/** Takes the instant away. The revisions are approved and wait for another decision. */
export async function unscheduleRelease(
  db: PrismaClient,
  caller: Caller,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<ReleaseResult> {
  const { userId } = authorize(caller, 'release.publish');
  return transaction(db, async (tx) => {
    const release = await lockRelease(tx, id, expectedVersion);
    requireState(release, 'scheduled', 'take its instant away');
    const { result } = await endSchedule(tx, userId, release, { action: 'release.unschedule' });
    return result;
  });
}

/**
 * Takes a locked release off the schedule: its revisions are approved again; a release without a name, which is nothing
 * but a schedule, ends with it.
 */
export async function endSchedule(
  tx: Transaction,
  userId: string | null,
  release: LockedRelease,
  how: { action: string; failure?: { at: string; message: string; issues: { path: string; message: string }[] } },
): Promise<{ result: ReleaseResult; records: CommandResult[] }> {
  const records = await lockItems(tx, release.id);
  const revisions = await requireEach(tx, records, 'scheduled');
  const detail = { release: release.id, ...(how.failure ? { reason: how.failure.message } : {}) };
  const action = how.failure ? 'record.schedule_failed' : 'record.unschedule';
  const moved = await moveAll(tx, userId, records, revisions, 'approved', action, detail);
  if (release.name === null) {
    await tx.releaseItem.updateMany({ where: { releaseId: release.id }, data: { active: false } });
  }
  await dequeue(tx, jobKey(release.id));
  const result = await concludeRelease(
    tx,
    userId,
    release,
    how.action,
    {
      state: release.name === null ? 'cancelled' : 'open',
      at: null,
      local: null,
      zone: null,
      scheduledById: null,
      ...(how.failure ? { failure: how.failure } : {}),
    },
    how.failure ?? {},
  );
  return { result, records: moved };
}

/** Locks the records of a release; a release of nothing is refused. */
export async function lockItems(tx: Transaction, releaseId: string): Promise<LockedRecord[]> {
  const ids = await recordsOf(tx, releaseId);
  if (ids.length === 0) throw new RapporteurError('state_conflict', 'This release holds no record.');
  return lockRecords(
    tx,
    ids.map((id) => ({ id, expectedVersion: null })),
  );
}

/** The open revision of each record, which must be in this state; names each record whose is not. */
async function requireEach(
  tx: Transaction,
  records: readonly LockedRecord[],
  state: State,
): Promise<Map<string, Revision>> {
  const open = await tx.revision.findMany({
    where: { recordId: { in: records.map(({ id }) => id) }, state: { in: [...openStates] } },
  });
  const revisions = new Map(open.map((revision) => [revision.recordId, revision]));
  const issues = records.flatMap(({ id, kind, slug }) => {
    const found = revisions.get(id)?.state;
    if (found === state) return [];
    const what = found === undefined ? 'has no revision that is being worked on' : `is ${found.replace('_', ' ')}`;
    return [{ path: `/${kind}s/${slug}`, message: `${what}, not ${state}` }];
  });
  if (issues.length > 0) throw new RapporteurError('state_conflict', `Not all of this is ${state}.`, issues);
  return revisions;
}

async function moveAll(
  tx: Transaction,
  userId: string | null,
  records: readonly LockedRecord[],
  revisions: ReadonlyMap<string, Revision>,
  state: State,
  action: string,
  detail: Record<string, string>,
): Promise<CommandResult[]> {
  const ids = [...revisions.values()].map(({ id }) => id);
  await tx.revision.updateMany({ where: { id: { in: ids } }, data: { state, updatedAt: new Date() } });
  return concludeAll(
    tx,
    userId,
    action,
    records.map((record) => ({
      record,
      revision: { number: revisions.get(record.id)?.number ?? 0, state },
      detail,
    })),
  );
}
