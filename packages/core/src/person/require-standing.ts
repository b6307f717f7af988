import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { authorize, roles, type Action } from '../policy';

/**
 * Locks a person who gives something that outlives the request, an invitation or a token, and asks the policy once more for
 * what they are now: whoever was deactivated, or lost the role, while the request was under way gives nothing. Refuses with
 * `forbidden`.
 */
export async function requireStanding(tx: Transaction, userId: string, action: Action): Promise<void> {
  const [user] = await tx.$queryRaw<{ role: string; active: boolean }[]>`
    SELECT "role", "active" FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
  const role = roles.find((known) => known === user?.role);
  if (user?.active !== true || role === undefined) {
    throw new RapporteurError('forbidden', 'Your account is not active any more: ask an administrator.');
  }
  authorize({ userId, role }, action);
}
