import { Prisma, type PrismaClient } from '@rapporteur/db/generated/client';
import { authorize, type Caller } from '../policy';
import { entryColumns, toEntry, type DeskEntry, type EntryRow } from './entry';
import { conditionOf } from './filter';

/** The most that is answered to somebody who is still typing. */
export const mostFound = 20;

/** How many of the records that fit, the last changed first, are looked at for the best. */
const candidates = 300;

/**
 * The records that fit what somebody types: first those whose title begins with it, then those with a word that does, then
 * the others, the last changed first. Only the {@link candidates} last changed are compared.
 */
export async function findRecords(
  db: PrismaClient,
  caller: Caller,
  { text, limit }: { text: string; limit: number },
): Promise<{ items: DeskEntry[] }> {
  const { userId } = authorize(caller, 'desk.read');
  const begins = Prisma.sql`starts_with(e."search", desk.fold(${text.trim()}))`;
  const wordBegins = Prisma.sql`position(' ' || desk.fold(${text.trim()}) IN e."search") > 0`;
  const rows = await db.$queryRaw<EntryRow[]>`
    SELECT ${entryColumns(userId)} FROM (
      SELECT * FROM "DeskEntry" e WHERE NOT e."merged" AND ${conditionOf({ view: 'all', text }, userId)}
      ORDER BY e."changedAt" DESC LIMIT ${candidates}
    ) e LEFT JOIN "User" a ON a."id" = e."authorId"
    ORDER BY ${begins} DESC, ${wordBegins} DESC, e."changedAt" DESC, e."recordId" LIMIT ${Math.min(Math.max(1, limit), mostFound)}`;
  return { items: rows.map(toEntry) };
}
