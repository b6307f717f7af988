import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { note } from '../audit/entry';
import { storeCredential, type NewCredential } from './credential';
import { deadLink, redeemLink } from './link';

export interface Accept {
  secret: string;
  name: string;
  credential: NewCredential;
  /** Given where a passkey was made for it; otherwise a new one is made. */
  userId?: string;
}

/** Makes whoever holds an invitation a person of the desk, with the role that it names. The link is used up. */
export function acceptInvitation(db: PrismaClient, { secret, name, credential, userId }: Accept): Promise<string> {
  return transaction(db, async (tx) => {
    const { id, email, role, createdById } = await redeemLink(tx, 'invitation', secret);
    if (email === null || role === null) throw deadLink();
    if (await tx.user.findUnique({ where: { email }, select: { id: true } })) {
      throw new RapporteurError('state_conflict', `${email} is a person of the desk already: sign in.`);
    }
    const user = { id: userId ?? randomUUID(), name, email, role, emailVerified: true };
    await tx.user.create({ data: user });
    await storeCredential(tx, user.id, credential);
    await note(tx, {
      userId: user.id,
      action: 'user.join',
      subjectId: user.id,
      detail: { invitation: id, invitedBy: createdById, role, by: credential.kind },
    });
    return user.id;
  });
}
