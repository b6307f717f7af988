import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { note } from '../audit/entry';
import { authorize, type Caller } from '../policy';
import { requireStandingOver } from './require-standing';

export interface SessionView {
  id: string;
  startedAt: string;
  lastSeenAt: string;
  expiresAt: string;
  address: string | null;
  browser: string | null;
}

/** Ends the sessions of a person, all or all but one. Every request asks the database, so they end everywhere at once. */
export async function endSessions(tx: Transaction, userId: string, exceptId?: string): Promise<number> {
  const { count } = await tx.session.deleteMany({
    where: { userId, ...(exceptId === undefined ? {} : { id: { not: exceptId } }) },
  });
  return count;
}

/** The caller's own sessions, the newest first. */
export async function listSessions(db: PrismaClient, caller: Caller): Promise<SessionView[]> {
  const { userId } = authorize(caller, 'account.manage');
  const sessions = await db.session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 100,
  });
  return sessions.map((session) => ({
    id: session.id,
    startedAt: session.createdAt.toISOString(),
    lastSeenAt: session.updatedAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    address: session.ipAddress || null,
    browser: session.userAgent || null,
  }));
}

/** Ends one of the caller's own sessions. */
export function endSession(db: PrismaClient, caller: Caller, { id }: { id: string }): Promise<void> {
  return transaction(db, async (tx) => {
    const { userId } = authorize(caller, 'account.manage');
    const { count } = await tx.session.deleteMany({ where: { id, userId } });
    if (count === 0) throw new RapporteurError('not_found', 'You have no such session.');
    await note(tx, { userId, action: 'account.end_session', subjectId: userId, detail: { session: id } });
  });
}

/** Ends the caller's own sessions but the one that asks. */
export function endOtherSessions(db: PrismaClient, caller: Caller, { keepId }: { keepId: string }): Promise<number> {
  return transaction(db, async (tx) => {
    const { userId } = authorize(caller, 'account.manage');
    const sessions = await endSessions(tx, userId, keepId);
    await note(tx, { userId, action: 'account.end_sessions', subjectId: userId, detail: { sessions } });
    return sessions;
  });
}

/** Ends every session of a person, by an administrator. */
export function endSessionsOf(db: PrismaClient, caller: Caller, { id }: { id: string }): Promise<number> {
  return transaction(db, async (tx) => {
    const { userId } = await requireStandingOver(tx, caller, 'user.manage', id);
    const sessions = await endSessions(tx, id);
    await note(tx, { userId, action: 'user.end_sessions', subjectId: id, detail: { sessions } });
    return sessions;
  });
}
