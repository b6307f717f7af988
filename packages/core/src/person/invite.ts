import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { note } from '../audit/entry';
import type { Caller, Role } from '../policy';
import { createLink, revokeLinks, type NewLink } from './link';
import { requireStanding } from './require-standing';

export interface Invite {
  email: string;
  role: Role;
}

/** Invites somebody to the desk as what the administrator chose. An earlier invitation of the same address ends. */
export function invite(db: PrismaClient, caller: Caller, { email, role }: Invite): Promise<NewLink> {
  return transaction(db, async (tx) => {
    const userId = await requireStanding(tx, caller, 'user.manage');
    if (await tx.user.findUnique({ where: { email }, select: { id: true } })) {
      throw new RapporteurError('state_conflict', `${email} is a person of the desk already.`, [
        { path: '/email', message: 'belongs to somebody already' },
      ]);
    }
    await revokeLinks(tx, 'invitation', { email });
    const link = await createLink(tx, 'invitation', { email, role, createdById: userId });
    await note(tx, { userId, action: 'user.invite', detail: { invitation: link.id, email, role } });
    return link;
  });
}

/** Takes an unused invitation back. */
export function revokeInvitation(db: PrismaClient, caller: Caller, { id }: { id: string }): Promise<void> {
  return transaction(db, async (tx) => {
    const userId = await requireStanding(tx, caller, 'user.manage');
    const { count } = await tx.oneTimeLink.updateMany({
      where: { id, purpose: 'invitation', usedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new RapporteurError('not_found', 'There is no open invitation of this kind.');
    await note(tx, { userId, action: 'user.revoke_invitation', detail: { invitation: id } });
  });
}
