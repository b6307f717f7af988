import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';

/** The names of some people by their ids. Somebody who is not among the users, such as a script, is called by the id. */
export async function namesOfPeople(
  db: PrismaClient | Transaction,
  ids: readonly string[],
): Promise<(userId: string) => string> {
  const wanted = [...new Set(ids)];
  const people =
    wanted.length === 0
      ? []
      : await db.user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (userId) => names.get(userId) ?? userId;
}
