import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { note } from '../audit/entry';
import { authorize, type Caller } from '../policy';
import { passwordHashOf, storeCredential, type NewPasskey } from './credential';

/** How many passkeys a person has at most. */
export const mostPasskeys = 20;

export interface PasskeyView {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
}

/** The caller's own passkeys, the oldest first. */
export async function listPasskeys(db: PrismaClient, caller: Caller): Promise<PasskeyView[]> {
  const { userId } = authorize(caller, 'account.manage');
  const passkeys = await db.passkey.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: mostPasskeys,
  });
  return passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}

/** Keeps a new passkey of the caller's, which was verified before. */
export function addPasskey(db: PrismaClient, caller: Caller, passkey: NewPasskey): Promise<void> {
  return transaction(db, async (tx) => {
    const { userId } = authorize(caller, 'account.manage');
    await lockUser(tx, userId);
    if ((await tx.passkey.count({ where: { userId } })) >= mostPasskeys) {
      throw new RapporteurError('limit_exceeded', `You have ${mostPasskeys} passkeys; remove one that is not used.`);
    }
    await storeCredential(tx, userId, { kind: 'passkey', passkey });
    await note(tx, { userId, action: 'account.passkey_add', subjectId: userId, detail: { name: passkey.name } });
  });
}

/** Removes one of the caller's own passkeys, unless it is their last way in. */
export function removePasskey(db: PrismaClient, caller: Caller, { id }: { id: string }): Promise<void> {
  return transaction(db, async (tx) => {
    const { userId } = authorize(caller, 'account.manage');
    await lockUser(tx, userId);
    const passkey = await tx.passkey.findFirst({ where: { id, userId }, select: { name: true } });
    if (passkey === null) throw new RapporteurError('not_found', 'You have no such passkey.');
    const left = await tx.passkey.count({ where: { userId, id: { not: id } } });
    if (left === 0 && (await passwordHashOf(tx, userId)) === null) {
      throw new RapporteurError('state_conflict', 'This passkey is your only way in: set a password first.');
    }
    await tx.passkey.delete({ where: { id } });
    await note(tx, { userId, action: 'account.passkey_remove', subjectId: userId, detail: { name: passkey.name } });
  });
}

// Two requests at once are counted one after the other.
const lockUser = (tx: Transaction, userId: string) =>
  tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
