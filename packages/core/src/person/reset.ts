import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import { note } from '../audit/entry';
import { storeCredential } from './credential';
import { createLink, deadLink, redeemLink, revokeLinks, type NewLink } from './link';
import { endSessions } from './sessions';
import { revokeTokens } from './token';

interface ResetOptions {
  /** Takes the second factor away as well: for somebody who lost it, and only at the host. */
  dropSecondFactor?: boolean;
  /** How many links one person gets in an hour. */
  atMost?: number;
}

/** A link by which an active person sets a new password, at the host or for their mail; null where nobody has the address. */
export function createResetLink(
  db: PrismaClient,
  email: string,
  { dropSecondFactor = false, atMost = Infinity }: ResetOptions = {},
): Promise<(NewLink & { name: string }) | null> {
  return transaction(db, async (tx) => {
    // Locked, so that two requests at once are counted, and revoke each other's links, one after the other.
    const [user] = await tx.$queryRaw<{ id: string; name: string; active: boolean }[]>`
      SELECT "id", "name", "active" FROM "User" WHERE "email" = ${email} FOR UPDATE`;
    if (user?.active !== true) return null;
    const since = new Date(Date.now() - 60 * 60 * 1000);
    const made = await tx.oneTimeLink.count({
      where: { purpose: 'reset', userId: user.id, createdAt: { gt: since } },
    });
    if (made >= atMost) return null;
    await revokeLinks(tx, 'reset', { userId: user.id });
    const link = await createLink(tx, 'reset', { userId: user.id });
    if (dropSecondFactor) {
      await tx.twoFactor.deleteMany({ where: { userId: user.id } });
      await tx.user.update({ where: { id: user.id }, data: { twoFactorEnabled: false } });
    }
    await note(tx, { userId: null, action: 'account.reset_link', subjectId: user.id, detail: { dropSecondFactor } });
    return { ...link, name: user.name };
  });
}

/** Forgets a link that reached nobody. It does not count among those that its person got. */
export function forgetResetLink(db: PrismaClient, id: string): Promise<void> {
  return transaction(db, async (tx) => {
    const { userId } = await tx.oneTimeLink.delete({ where: { id }, select: { userId: true } });
    await note(tx, { userId: null, action: 'account.reset_unsent', ...(userId === null ? {} : { subjectId: userId }) });
  });
}

/** Sets the password of whoever holds a reset link, and ends their sessions and API tokens. Answers who they are. */
export function resetPassword(db: PrismaClient, { secret, hash }: { secret: string; hash: string }): Promise<string> {
  return transaction(db, async (tx) => {
    const { userId } = await redeemLink(tx, 'reset', secret);
    if (userId === null) throw deadLink();
    const user = await tx.user.findUnique({ where: { id: userId }, select: { active: true } });
    if (user?.active !== true) throw deadLink();
    await storeCredential(tx, userId, { kind: 'password', hash });
    const sessions = await endSessions(tx, userId);
    const tokens = await revokeTokens(tx, userId);
    await note(tx, { userId, action: 'account.reset_password', subjectId: userId, detail: { sessions, tokens } });
    return userId;
  });
}
