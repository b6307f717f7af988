import type { Prisma, PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { demonstrationDomain } from '../person/demonstration';
import { authorize, can, policy, roles, type Caller } from '../policy';
import { fromDay, toDay } from '../record/day';
import { noRecord } from '../record/desk-revisions';
import { namesOfPeople } from '../record/people';

/** Whose work a record is, until which day, and until which day it is out of sight. Days are `2024-01-31`. */
export interface Work {
  id: string;
  assignee: { id: string; name: string } | null;
  dueOn: string | null;
  snoozedUntil: string | null;
}

/** Takes a record on. One that somebody else has is handed over by them, or by an editor. */
export function takeWork(db: PrismaClient, caller: Caller, input: { id: string }): Promise<Work> {
  return transaction(db, (tx) => takeWorkIn(tx, caller, input));
}

export function takeWorkIn(tx: Transaction, caller: Caller, { id }: { id: string }): Promise<Work> {
  return changeWork(tx, caller, id, 'work.assign', 'work.take', async ({ assigneeId }, userId) => {
    if (assigneeId !== null && assigneeId !== userId) throw await takenBy(tx, assigneeId);
    return { assigneeId: userId };
  });
}

/** Hands a record to somebody who works at the desk. What somebody else has, only an editor may hand on. */
export function handOverWork(db: PrismaClient, caller: Caller, input: { id: string; to: string }): Promise<Work> {
  return transaction(db, (tx) => handOverWorkIn(tx, caller, input));
}

export function handOverWorkIn(tx: Transaction, caller: Caller, { id, to }: { id: string; to: string }): Promise<Work> {
  return changeWork(tx, caller, id, 'work.assign', 'work.hand_over', async (work, userId) => {
    if (work.assigneeId !== null && work.assigneeId !== userId) authorize(caller, 'work.reassign');
    await requireColleague(tx, to);
    return { assigneeId: to };
  });
}

/** Lets a record go. What somebody else has, only an editor may let go. */
export function releaseWork(db: PrismaClient, caller: Caller, input: { id: string }): Promise<Work> {
  return transaction(db, (tx) => releaseWorkIn(tx, caller, input));
}

export function releaseWorkIn(tx: Transaction, caller: Caller, { id }: { id: string }): Promise<Work> {
  return changeWork(tx, caller, id, 'work.assign', 'work.release', (work, userId) => {
    if (work.assigneeId !== null && work.assigneeId !== userId) authorize(caller, 'work.reassign');
    return { assigneeId: null };
  });
}

/** Sets the day by which a record should be done, or none. */
export function setDue(db: PrismaClient, caller: Caller, { id, on }: { id: string; on: string | null }): Promise<Work> {
  return transaction(db, (tx) =>
    changeWork(tx, caller, id, 'work.plan', 'work.due', () => ({ dueOn: fromDay(on, '/on') })),
  );
}

/** Puts a record out of sight until a day, or brings it back. */
export function snoozeWork(
  db: PrismaClient,
  caller: Caller,
  input: { id: string; until: string | null },
): Promise<Work> {
  return transaction(db, (tx) => snoozeWorkIn(tx, caller, input));
}

export function snoozeWorkIn(
  tx: Transaction,
  caller: Caller,
  { id, until }: { id: string; until: string | null },
): Promise<Work> {
  return changeWork(tx, caller, id, 'work.plan', 'work.snooze', () => ({ snoozedUntil: fromDay(until, '/until') }));
}

/** How many colleagues are named at once. */
const mostColleagues = 500;

/**
 * Whoever a record can be handed to: active, with a role that reaches the desk. `mayApprove` is whoever may approve others'
 * work and can be asked to, however they sign in: with a password, a passkey or a link. The people of the demonstration cannot.
 */
export async function listColleagues(
  db: PrismaClient,
  caller: Caller,
): Promise<{ items: { id: string; name: string; mayApprove: boolean }[] }> {
  authorize(caller, 'desk.read');
  const rows = await db.user.findMany({
    where: { active: true, role: { in: deskRoles } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: mostColleagues,
    select: { id: true, name: true, role: true, email: true },
  });
  const items = rows.map(({ id, name, role, email }) => ({
    id,
    name,
    mayApprove: !email.endsWith(`@${demonstrationDomain}`) && approvers.some((one) => one === role),
  }));
  return { items };
}

const deskRoles = roles.filter((role) => can({ userId: '', role }, 'desk.read'));
const approvers = roles.filter((role) => can({ userId: '', role }, 'record.approve'));

interface WorkRow {
  id: string;
  assigneeId: string | null;
  dueOn: Date | null;
  snoozedUntil: Date | null;
}
type Decide = (work: WorkRow, userId: string) => Partial<Omit<WorkRow, 'id'>> | Promise<Partial<Omit<WorkRow, 'id'>>>;

/** The version of the record stays: whose work it is makes nobody's text stale. */
async function changeWork(
  tx: Transaction,
  caller: Caller,
  id: string,
  action: keyof typeof policy,
  audited: string,
  decide: Decide,
): Promise<Work> {
  const { userId } = authorize(caller, action);
  const [before] = await tx.$queryRaw<WorkRow[]>`
    SELECT "id", "assigneeId", "dueOn", "snoozedUntil" FROM "Record" WHERE "id" = ${id} FOR UPDATE`;
  if (before === undefined) throw noRecord(id);
  const change = await decide(before, userId);
  const after = await tx.record.update({
    where: { id },
    data: change,
    select: { id: true, assigneeId: true, dueOn: true, snoozedUntil: true },
  });
  const detail: Prisma.InputJsonObject = { from: facts(before, change), to: facts(after, change) };
  await tx.auditEntry.create({ data: { userId, action: audited, recordId: id, detail } });
  return toWork(tx, after);
}

/** The fields that a change names, as they are in a row: what the audit says of it. */
function facts(row: WorkRow, change: object): Record<string, string | null> {
  const { assigneeId, dueOn, snoozedUntil } = row;
  const all = { assigneeId, dueOn: toDay(dueOn), snoozedUntil: toDay(snoozedUntil) };
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in change));
}

async function toWork(tx: Transaction, row: WorkRow): Promise<Work> {
  const { id, assigneeId } = row;
  const assignee =
    assigneeId === null ? null : { id: assigneeId, name: (await namesOfPeople(tx, [assigneeId]))(assigneeId) };
  return { id, assignee, dueOn: toDay(row.dueOn), snoozedUntil: toDay(row.snoozedUntil) };
}

async function requireColleague(tx: Transaction, userId: string): Promise<void> {
  const known = await tx.user.count({ where: { id: userId, active: true, role: { in: deskRoles } } });
  if (known === 0) {
    throw new RapporteurError('invalid_input', 'A record is handed to somebody who works at this desk.', [
      { path: '/to', message: 'is nobody who works at this desk' },
    ]);
  }
}

async function takenBy(tx: Transaction, assigneeId: string): Promise<RapporteurError> {
  const nameOf = await namesOfPeople(tx, [assigneeId]);
  return new RapporteurError(
    'state_conflict',
    `${nameOf(assigneeId)} works on this record. Ask them, or an editor, to hand it over.`,
  );
}
