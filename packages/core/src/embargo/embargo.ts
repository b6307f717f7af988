import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { State } from '@rapporteur/domain/lifecycle';
import type { ResolvedTime, ZonedTime } from '@rapporteur/domain/zoned-time';
import { authorize, type Caller } from '../policy';
import { scheduleLocked } from '../publication/schedule';
import { conclude, lockRecord, type LockedRecord } from '../record/lock';
import type { CommandResult } from '../record/result';
import { instantAhead, spoken } from '../release/instant';

export interface SetEmbargo {
  id: string;
  expectedVersion: number;
  until: ZonedTime;
  /** For the desk; readers never see it. */
  reason: string | null;
  /** Also schedules the approved revision for the end of the embargo. */
  publishAtEnd: boolean;
}

/** Keeps a record from being published before an instant. What is public of it already stays. Replaces an earlier one. */
export async function setEmbargo(db: PrismaClient, caller: Caller, input: SetEmbargo): Promise<CommandResult> {
  const { userId } = authorize(caller, 'record.embargo');
  if (input.publishAtEnd) authorize(caller, 'record.schedule');
  return transaction(db, async (tx) => {
    const time = await instantAhead(tx, input.until, '/until');
    const record = await lockRecord(tx, input.id, input.expectedVersion);
    await requireLaterSchedule(tx, record.id, time);
    const columns = { until: time.instant, local: time.local, zone: time.zone, reason: input.reason, setById: userId };
    const before = await tx.embargo.findUnique({ where: { recordId: record.id } });
    if (before && before.until > time.instant) authorize(caller, 'record.lift_embargo');
    await tx.embargo.upsert({
      where: { recordId: record.id },
      create: { recordId: record.id, ...columns },
      update: columns,
    });
    const detail = {
      until: time.instant.toISOString(),
      zone: time.zone,
      local: time.local,
      reason: input.reason,
      before: before?.until.toISOString() ?? null,
    };
    const result = await concludeNewest(tx, userId, record, 'record.embargo', detail);
    if (!input.publishAtEnd) return result;
    return scheduleLocked(tx, userId, { ...record, lockVersion: result.lockVersion }, time);
  });
}

/** Ends an embargo before its time. */
export async function liftEmbargo(
  db: PrismaClient,
  caller: Caller,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<CommandResult> {
  const { userId } = authorize(caller, 'record.lift_embargo');
  return transaction(db, async (tx) => {
    const record = await lockRecord(tx, id, expectedVersion);
    const before = await tx.embargo.findUnique({ where: { recordId: id } });
    if (!before) throw new RapporteurError('state_conflict', 'This record is not under embargo.');
    await tx.embargo.delete({ where: { recordId: id } });
    return concludeNewest(tx, userId, record, 'record.lift_embargo', { before: before.until.toISOString() });
  });
}

async function requireLaterSchedule(tx: Transaction, recordId: string, time: ResolvedTime): Promise<void> {
  const item = await tx.releaseItem.findFirst({
    where: { recordId, active: true, release: { state: 'scheduled', at: { lt: time.instant } } },
    include: { release: true },
  });
  if (!item) return;
  throw new RapporteurError(
    'state_conflict',
    `This is scheduled for ${spoken(item.release)}, before the embargo would end; move its instant first.`,
    [{ path: '/until', message: 'is later than the instant at which it is to be published' }],
  );
}

async function concludeNewest(
  tx: Transaction,
  userId: string,
  record: LockedRecord,
  action: string,
  detail: Record<string, string | null>,
): Promise<CommandResult> {
  const newest = await tx.revision.findFirstOrThrow({
    where: { recordId: record.id },
    orderBy: { number: 'desc' },
    select: { number: true, state: true },
  });
  return conclude(tx, userId, record, action, { number: newest.number, state: newest.state as State }, detail);
}
