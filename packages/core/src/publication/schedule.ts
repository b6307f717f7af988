import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { ResolvedTime, ZonedTime } from '@rapporteur/domain/zoned-time';
import { requireNoEmbargo } from '../embargo/gate';
import { enqueue } from '../job/enqueue';
import { authorize, type Caller } from '../policy';
import { conclude, lockRecord, requireOpen, type LockedRecord } from '../record/lock';
import type { CommandResult } from '../record/result';
import { instantAhead } from '../release/instant';
import { lockRelease, type LockedRelease } from '../release/lock';
import { endSchedule, instantColumns, jobKey, rescheduleIn } from '../release/schedule';

export interface ScheduleRevision {
  id: string;
  expectedVersion: number;
  at: ZonedTime;
}

/** Sets the instant at which the approved revision of a record is published. */
export async function scheduleRevision(
  db: PrismaClient,
  caller: Caller,
  input: ScheduleRevision,
): Promise<CommandResult> {
  const { userId } = authorize(caller, 'record.schedule');
  return transaction(db, async (tx) => {
    const time = await instantAhead(tx, input.at, '/at');
    return scheduleLocked(tx, userId, await lockRecord(tx, input.id, input.expectedVersion), time);
  });
}

/** Schedules a locked record. The schedule is a release without a name. */
export async function scheduleLocked(
  tx: Transaction,
  userId: string,
  record: LockedRecord,
  time: ResolvedTime,
): Promise<CommandResult> {
  const revision = await requireOpen(tx, record.id, ['approved'], 'schedule');
  await requireNoEmbargo(tx, [record], time.instant);
  const waiting = await tx.releaseItem.findFirst({
    where: { recordId: record.id, active: true },
    include: { release: true },
  });
  if (waiting) throw inRelease(waiting.release.name);
  const release = await tx.release.create({
    data: {
      state: 'scheduled',
      ...instantColumns(time),
      scheduledById: userId,
      createdById: userId,
      items: { create: { recordId: record.id, addedById: userId } },
    },
  });
  await tx.revision.update({ where: { id: revision.id }, data: { state: 'scheduled', updatedAt: new Date() } });
  await enqueue(tx, 'release.publish', { releaseId: release.id }, { at: time.instant, key: jobKey(release.id) });
  const detail = { release: release.id, at: time.instant.toISOString(), zone: time.zone, local: time.local };
  return conclude(tx, userId, record, 'record.schedule', { number: revision.number, state: 'scheduled' }, detail);
}

/** Moves the instant of a scheduled revision. */
export async function rescheduleRevision(
  db: PrismaClient,
  caller: Caller,
  input: ScheduleRevision,
): Promise<CommandResult> {
  const { userId } = authorize(caller, 'record.schedule');
  return transaction(db, async (tx) => {
    const time = await instantAhead(tx, input.at, '/at');
    const release = await ownSchedule(tx, input.id);
    const record = await lockRecord(tx, input.id, input.expectedVersion);
    const revision = await requireOpen(tx, record.id, ['scheduled'], 'move its instant');
    await rescheduleIn(tx, userId, release, time);
    const detail = { release: release.id, at: time.instant.toISOString(), zone: time.zone, local: time.local };
    return conclude(tx, userId, record, 'record.reschedule', { number: revision.number, state: 'scheduled' }, detail);
  });
}

/** Takes a revision off the schedule: it is approved again. */
export async function unscheduleRevision(
  db: PrismaClient,
  caller: Caller,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<CommandResult> {
  const { userId } = authorize(caller, 'record.schedule');
  return transaction(db, async (tx) => {
    const release = await ownSchedule(tx, id);
    await lockRecord(tx, id, expectedVersion);
    const { records } = await endSchedule(tx, userId, release, { action: 'release.unschedule' });
    const [result] = records;
    if (!result) throw new Error(`The schedule ${release.id} held no record.`);
    return result;
  });
}

/** The locked schedule of a record's own; refuses one that is scheduled with others, or not at all. */
async function ownSchedule(tx: Transaction, id: string): Promise<LockedRelease> {
  const item = await tx.releaseItem.findFirst({ where: { recordId: id, active: true }, select: { releaseId: true } });
  const release = item && (await lockRelease(tx, item.releaseId, null));
  if (release?.state !== 'scheduled') {
    const record = await tx.record.findUnique({ where: { id }, select: { id: true } });
    if (!record) throw new RapporteurError('not_found', `There is no record ${id}.`);
    throw new RapporteurError('state_conflict', 'This is not scheduled.');
  }
  if (release.name !== null) throw inRelease(release.name);
  return release;
}

function inRelease(name: string | null): RapporteurError {
  const where = name === null ? 'It has an instant already' : `It waits in the release “${name}”`;
  const what = name === null ? 'move that one.' : 'change the release, or take it out.';
  return new RapporteurError('state_conflict', `${where}; ${what}`);
}
