import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { note } from '../audit/entry';
import { storeCredential, type NewCredential } from './credential';
import { createLink, redeemLink, revokeLinks, type NewLink } from './link';

/** Whether the desk has an administrator who can sign in by themselves. Until then, only the host lets anybody in. */
export async function isSetUp(db: PrismaClient | Transaction): Promise<boolean> {
  const administrator = await db.user.findFirst({
    where: {
      role: 'administrator',
      active: true,
      OR: [{ accounts: { some: { password: { not: null } } } }, { passkeys: { some: {} } }],
    },
    select: { id: true },
  });
  return administrator !== null;
}

/** The link by which the first administrator sets the desk up, made at the host; null where that is done. */
export function createSetUpLink(db: PrismaClient): Promise<NewLink | null> {
  return transaction(db, async (tx) => {
    await oneAtATime(tx);
    if (await isSetUp(tx)) return null;
    await revokeLinks(tx, 'set_up', {});
    const link = await createLink(tx, 'set_up', {});
    await note(tx, { userId: null, action: 'desk.set_up_link' });
    return link;
  });
}

export interface SetUp {
  secret: string;
  name: string;
  email: string;
  credential: NewCredential;
  userId?: string;
}

/** Makes whoever holds the host's link the first administrator. A desk that has one already refuses any link. */
export function setUp(db: PrismaClient, { secret, name, email, credential, userId }: SetUp): Promise<string> {
  return transaction(db, async (tx) => {
    await oneAtATime(tx);
    await redeemLink(tx, 'set_up', secret);
    if (await isSetUp(tx)) throw new RapporteurError('state_conflict', 'This desk is set up already: sign in.');
    if (await tx.user.findUnique({ where: { email }, select: { id: true } })) {
      throw new RapporteurError('state_conflict', `${email} is a person of the desk already.`, [
        { path: '/email', message: 'belongs to somebody already' },
      ]);
    }
    const user = { id: userId ?? randomUUID(), name, email, role: 'administrator', emailVerified: true };
    await tx.user.create({ data: user });
    await storeCredential(tx, user.id, credential);
    await note(tx, { userId: user.id, action: 'desk.set_up', subjectId: user.id, detail: { by: credential.kind } });
    return user.id;
  });
}

// Two hosts that start at once, or two browsers that hold two links, are put in a row.
const oneAtATime = (tx: Transaction) => tx.$executeRaw`SELECT pg_advisory_xact_lock(7370736, 2)`;
