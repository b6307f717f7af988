import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { note } from '../audit/entry';
import type { Caller, Role } from '../policy';
import { revokeLinks } from './link';
import { requireStandingOver } from './require-standing';
import { endSessions } from './sessions';
import { revokeTokens } from './token';

/** Gives a person another role. Their sessions end, so that nothing goes on with the rights it began with. */
export function changeRole(db: PrismaClient, caller: Caller, { id, role }: { id: string; role: Role }): Promise<void> {
  return transaction(db, async (tx) => {
    const { userId, person } = await requireStandingOver(tx, caller, 'user.manage', id);
    if (id === userId)
      throw new RapporteurError('forbidden', 'Nobody changes their own role: ask another administrator.');
    if (person.role === role) return;
    await tx.user.update({ where: { id }, data: { role } });
    await endWhatHangsOn(tx, id);
    await note(tx, { userId, action: 'user.role', subjectId: id, detail: { from: person.role, to: role } });
  });
}

/** Ends a person's way into the desk: sessions, API tokens, and the invitations they made. What they wrote stays theirs. */
export function deactivate(db: PrismaClient, caller: Caller, { id }: { id: string }): Promise<void> {
  return transaction(db, async (tx) => {
    const { userId, person } = await requireStandingOver(tx, caller, 'user.manage', id);
    if (id === userId)
      throw new RapporteurError('forbidden', 'Nobody deactivates themself: ask another administrator.');
    if (!person.active) throw new RapporteurError('state_conflict', `${person.name} is deactivated already.`);
    await tx.user.update({ where: { id }, data: { active: false } });
    await endWhatHangsOn(tx, id);
    await revokeTokens(tx, id);
    await revokeLinks(tx, 'reset', { userId: id });
    await note(tx, { userId, action: 'user.deactivate', subjectId: id });
  });
}

/** Lets a person in again, as what they were. Their tokens stay revoked. */
export function reactivate(db: PrismaClient, caller: Caller, { id }: { id: string }): Promise<void> {
  return transaction(db, async (tx) => {
    const { userId, person } = await requireStandingOver(tx, caller, 'user.manage', id);
    if (person.active) throw new RapporteurError('state_conflict', `${person.name} is active.`);
    await tx.user.update({ where: { id }, data: { active: true } });
    await note(tx, { userId, action: 'user.reactivate', subjectId: id });
  });
}

async function endWhatHangsOn(tx: Transaction, id: string): Promise<void> {
  await endSessions(tx, id);
  await revokeLinks(tx, 'invitation', { createdById: id });
}
