import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import { authorize, type Caller } from '../policy';

/** After how many seconds without a sign somebody counts as gone, and their row as rubbish. */
export const presentFor = 20;
const sweptAfter = 60;
/** How many of the others are named; nobody reads a longer list. */
const mostOthers = 50;

export interface Present {
  userId: string;
  name: string;
  clientId: string;
  /** The field they are in, as a JSON pointer; null where they are in none. */
  field: string | null;
  /** Whether it is the caller in another window. */
  self: boolean;
  /** Whether they have typed something into this record that they have not saved. */
  writing: boolean;
  seenAt: string;
}

/**
 * Says that the caller has a record open, and in which field they are; answers who else has. Whoever is not heard of for
 * twenty seconds counts as gone. A record that does not exist yet is open to its writer alone.
 */
export function tellPresence(
  db: PrismaClient,
  caller: Caller,
  { id, field, clientId }: { id: string; field: string | null; clientId: string },
): Promise<{ others: Present[] }> {
  return transaction(db, async (tx) => {
    const { userId } = authorize(caller, 'presence.tell');
    await tx.$executeRaw`
      INSERT INTO "Presence" ("recordId", "userId", "clientId", "field") SELECT "id", ${userId}, ${clientId}, ${field} FROM "Record" WHERE "id" = ${id}
      ON CONFLICT ("recordId", "userId", "clientId") DO UPDATE SET "field" = excluded."field", "seenAt" = clock_timestamp()`;
    await tx.$executeRaw`
      DELETE FROM "Presence" WHERE ("recordId", "userId", "clientId") IN (
        SELECT "recordId", "userId", "clientId" FROM "Presence" WHERE "seenAt" < clock_timestamp() - make_interval(secs => ${sweptAfter}::int)
        LIMIT 500 FOR UPDATE SKIP LOCKED)`;
    const rows = await tx.$queryRaw<(Omit<Present, 'self' | 'seenAt'> & { seenAt: Date })[]>`
      SELECT p."userId", coalesce(u."name", p."userId") AS name, p."clientId", p."field", p."seenAt",
        EXISTS (SELECT FROM "WorkingCopy" w WHERE w."recordId" = p."recordId" AND w."userId" = p."userId" AND w."spentAt" IS NULL) AS writing
      FROM "Presence" p LEFT JOIN "User" u ON u."id" = p."userId"
      WHERE p."recordId" = ${id} AND p."seenAt" > clock_timestamp() - make_interval(secs => ${presentFor}::int)
        AND (p."userId", p."clientId") <> (${userId}, ${clientId})
      ORDER BY p."userId", p."clientId" LIMIT ${mostOthers}`;
    return {
      others: rows.map(({ seenAt, ...row }) => ({ ...row, self: row.userId === userId, seenAt: seenAt.toISOString() })),
    };
  });
}

/** Says that one window of the caller no longer has a record open. */
export async function endPresence(
  db: PrismaClient,
  caller: Caller,
  { id, clientId }: { id: string; clientId: string },
): Promise<{ left: boolean }> {
  const { userId } = authorize(caller, 'presence.tell');
  const { count } = await db.presence.deleteMany({ where: { recordId: id, userId, clientId } });
  return { left: count > 0 };
}
