import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { authorize, roles, type Action, type Caller } from '../policy';

/**
 * Locks a person who gives something that outlives the request, or decides about others, and asks the policy once more for
 * what they are now: whoever was deactivated, or lost the role, while the request was under way gives nothing. Refuses with
 * `forbidden`. Answers who they are.
 */
export async function requireStanding(tx: Transaction, caller: Caller, action: Action): Promise<string> {
  const { userId } = authorize(caller, action);
  requireStill(await lockPeople(tx, [userId]), userId, action);
  return userId;
}

/** A person as they are at this moment, until the transaction ends. */
export interface Person {
  id: string;
  name: string;
  role: string;
  active: boolean;
}

/**
 * As `requireStanding`, and locks the person whom it is about with them: two who act on each other wait, one after the
 * other, and the second finds what the first has made of them. Throws `not_found` where there is no such person.
 */
export async function requireStandingOver(
  tx: Transaction,
  caller: Caller,
  action: Action,
  id: string,
): Promise<{ userId: string; person: Person }> {
  const { userId } = authorize(caller, action);
  const people = await lockPeople(tx, [userId, id]);
  requireStill(people, userId, action);
  const person = people.find((one) => one.id === id);
  if (person === undefined) throw new RapporteurError('not_found', 'There is no such person.');
  return { userId, person };
}

/** Always in one order, so that two who lock the same people cannot wait for each other. */
const lockPeople = (tx: Transaction, ids: readonly string[]) =>
  tx.$queryRaw<Person[]>`
    SELECT "id", "name", "role", "active" FROM "User" WHERE "id" = ANY (${[...ids]}) ORDER BY "id" FOR UPDATE`;

function requireStill(people: readonly Person[], userId: string, action: Action): void {
  const user = people.find(({ id }) => id === userId);
  const role = roles.find((known) => known === user?.role);
  if (user?.active !== true || role === undefined) {
    throw new RapporteurError('forbidden', 'Your account is not active any more: ask an administrator.');
  }
  authorize({ userId, role }, action);
}
