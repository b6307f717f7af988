import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { note } from '../audit/entry';
import { authorize, type Caller } from '../policy';
import { passwordHashOf, storeCredential } from './credential';
import { revokeLinks } from './link';
import { checkPassword, hashPassword, requireGoodPassword } from './password';
import { endSessions } from './sessions';
import { revokeTokens } from './token';

export interface AccountView {
  name: string;
  email: string;
  hasPassword: boolean;
  hasSecondFactor: boolean;
}

/** What the caller can change about themself. */
export async function getAccount(db: PrismaClient, caller: Caller): Promise<AccountView> {
  const { userId } = authorize(caller, 'account.manage');
  const user = await db.user.findUniqueOrThrow({
    where: { id: userId },
    include: { accounts: { where: { providerId: 'credential', password: { not: null } }, select: { id: true } } },
  });
  const { name, email, accounts, twoFactorEnabled } = user;
  return { name, email, hasPassword: accounts.length > 0, hasSecondFactor: twoFactorEnabled };
}

/** Changes the name by which others see the caller. */
export function rename(db: PrismaClient, caller: Caller, { name }: { name: string }): Promise<void> {
  return transaction(db, async (tx) => {
    const { userId } = authorize(caller, 'account.manage');
    const before = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
    if (before.name === name) return;
    await tx.user.update({ where: { id: userId }, data: { name } });
    await note(tx, {
      userId,
      action: 'account.rename',
      subjectId: userId,
      detail: { from: before.name, to: name },
    });
  });
}

export interface ChangePassword {
  /** Asked for where there is one. */
  current: string | null;
  password: string;
  /** The session that asks, which goes on. */
  keepId: string;
}

/** Sets the caller's password. Whatever was opened with the old one ends: other sessions, reset links, and API tokens. */
export async function changePassword(
  db: PrismaClient,
  caller: Caller,
  { current, password, keepId }: ChangePassword,
): Promise<void> {
  const { userId } = authorize(caller, 'account.manage');
  const user = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, email: true } });
  requireGoodPassword(password, user);
  const hash = await hashPassword(password);
  await transaction(db, async (tx) => {
    const before = await passwordHashOf(tx, userId);
    if (before !== null && !(current !== null && (await checkPassword(before, current)))) {
      throw new RapporteurError('invalid_input', 'The present password is not this one.', [
        { path: '/current', message: 'is not your password' },
      ]);
    }
    await storeCredential(tx, userId, { kind: 'password', hash });
    const sessions = await endSessions(tx, userId, keepId);
    await revokeLinks(tx, 'reset', { userId });
    const tokens = await revokeTokens(tx, userId);
    await note(tx, { userId, action: 'account.password', subjectId: userId, detail: { sessions, tokens } });
  });
}
