import { storeCredential } from '@rapporteur/core/person/credential';
import { hashPassword } from '@rapporteur/core/person/password';
import type { Role } from '@rapporteur/core/policy';
import { transaction } from '@rapporteur/db/transaction';
import type { Desk } from '../admin/desk';
import { answerPassword } from '../admin/password';
import { ensureUser } from '../admin/users';
import { cookieOf, sendForm } from './forms';

export interface TestPerson {
  userId: string;
  email: string;
  password: string;
}

let count = 0;

/** Adds a person with a password of their own. */
export async function personWithPassword(desk: Desk, role: Role, password?: string): Promise<TestPerson> {
  count += 1;
  const person = { name: `Person ${count}`, email: `person-${count}@example.org`, role };
  const { id: userId } = await ensureUser(desk.db, person);
  const chosen = password ?? `an unguessable sentence ${count}`;
  const hash = await hashPassword(chosen);
  await transaction(desk.db, (tx) => storeCredential(tx, userId, { kind: 'password', hash }));
  return { userId, email: person.email, password: chosen };
}

/** Signs a person in by password, in a browser that comes with these cookies; answers those it has then. */
export async function signInByPassword(desk: Desk, { email, password }: TestPerson, cookie = ''): Promise<string> {
  const from = `203.0.113.${(count += 1)}`;
  return cookieOf(await sendForm(desk, answerPassword, { email, password, next: '/' }, { from, cookie }));
}
