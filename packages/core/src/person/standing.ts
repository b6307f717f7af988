import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { note } from '../audit/entry';
import { authorize, type Caller, type Role } from '../policy';
import { revokeLinks } from './link';
import { endSessions } from './sessions';
import { revokeTokens } from './token';

interface Standing {
  id: string;
  name: string;
  role: Role;
  active: boolean;
}

/** Gives a person another role. Their sessions end, so that nothing goes on with the rights it began with. */
export function changeRole(db: PrismaClient, caller: Caller, { id, role }: { id: string; role: Role }): Promise<void> {
  return transaction(db, async (tx) => {
    const { userId } = authorize(caller, 'user.manage');
    if (id === userId)
      throw new RapporteurError('forbidden', 'Nobody changes their own role: ask another administrator.');
    const person = await lockPerson(tx, id);
    if (person.role === role) return;
    if (person.role === 'administrator') await requireAnother(tx, person);
    await tx.user.update({ where: { id }, data: { role } });
    await endWhatHangsOn(tx, id);
    await note(tx, { userId, action: 'user.role', subjectId: id, detail: { from: person.role, to: role } });
  });
}

/** Ends a person's way into the desk: sessions, API tokens, and the invitations they made. What they wrote stays theirs. */
export function deactivate(db: PrismaClient, caller: Caller, { id }: { id: string }): Promise<void> {
  return transaction(db, async (tx) => {
    const { userId } = authorize(caller, 'user.manage');
    if (id === userId)
      throw new RapporteurError('forbidden', 'Nobody deactivates themself: ask another administrator.');
    const person = await lockPerson(tx, id);
    if (!person.active) throw new RapporteurError('state_conflict', `${person.name} is deactivated already.`);
    if (person.role === 'administrator') await requireAnother(tx, person);
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
    const { userId } = authorize(caller, 'user.manage');
    const person = await lockPerson(tx, id);
    if (person.active) throw new RapporteurError('state_conflict', `${person.name} is active.`);
    await tx.user.update({ where: { id }, data: { active: true } });
    await note(tx, { userId, action: 'user.reactivate', subjectId: id });
  });
}

async function lockPerson(tx: Transaction, id: string): Promise<Standing> {
  const [person] = await tx.$queryRaw<Standing[]>`
    SELECT "id", "name", "role", "active" FROM "User" WHERE "id" = ${id} FOR UPDATE`;
  if (!person) throw new RapporteurError('not_found', 'There is no such person.');
  return person;
}

/** Says in words what the database would refuse anyway. */
async function requireAnother(tx: Transaction, person: Standing): Promise<void> {
  if (!person.active) return;
  const others = await tx.user.count({ where: { role: 'administrator', active: true, id: { not: person.id } } });
  if (others === 0) {
    throw new RapporteurError('state_conflict', `${person.name} is the last active administrator, and stays one.`);
  }
}

async function endWhatHangsOn(tx: Transaction, id: string): Promise<void> {
  await endSessions(tx, id);
  await revokeLinks(tx, 'invitation', { createdById: id });
}
