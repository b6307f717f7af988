import { Prisma, type PrismaClient } from '@rapporteur/db/generated/client';
import { authorize, type Caller } from '../policy';
import { longestPage } from '../record/page-size';
import { entryColumns, toEntry, type DeskEntry, type EntryRow } from './entry';
import { conditionOf, type QueueFilter } from './filter';
import { afterPlace, orderBy, placeColumn, readCursor, writeCursor, type Order } from './sort';

/** Further than this no list is counted: a number that nobody reads is not worth a scan of everything. */
export const mostCounted = 1000;

/** How many rows there are; `more` says that there are more than could be counted. */
export interface Count {
  count: number;
  more: boolean;
}

export interface QueuePage {
  items: DeskEntry[];
  next: string | null;
  total: Count;
}

export interface QueueQuery extends QueueFilter, Order {
  /** The `next` of the page before. */
  after?: string | null | undefined;
  limit: number;
}

/**
 * A page of a list. Rows that nobody changes while somebody pages through come exactly once, whatever others write, add or
 * take away meanwhile; a row that is changed may move within the list, and come again or not at all.
 */
export async function listQueue(db: PrismaClient, caller: Caller, query: QueueQuery): Promise<QueuePage> {
  const { userId } = authorize(caller, 'desk.read');
  const condition = conditionOf(query, userId);
  const [page, total] = await Promise.all([
    readPage(db, userId, condition, query),
    countUpTo(db, condition, mostCounted),
  ]);
  return { ...page, total };
}

export async function readPage(
  db: PrismaClient,
  userId: string,
  condition: Prisma.Sql,
  query: Order & { after?: string | null | undefined; limit: number },
): Promise<{ items: DeskEntry[]; next: string | null }> {
  const take = Math.min(Math.max(1, query.limit), longestPage);
  const place = query.after ? readCursor(query, query.after) : null;
  // The page is cut before names are looked up.
  const rows = await db.$queryRaw<(EntryRow & { place: string[] })[]>`
    SELECT ${entryColumns(userId)}, e."place" FROM (
      SELECT e.*, ${placeColumn(query)} AS "place" FROM "DeskEntry" e
      WHERE ${condition} AND ${place === null ? Prisma.sql`TRUE` : afterPlace(query, place)}
      ORDER BY ${orderBy(query)} LIMIT ${take + 1}
    ) e LEFT JOIN "User" a ON a."id" = e."authorId" ORDER BY ${orderBy(query)}`;
  const page = rows.slice(0, take);
  const last = page.at(-1);
  return { items: page.map(toEntry), next: rows.length > take && last ? writeCursor(query, last.place) : null };
}

export async function countUpTo(db: PrismaClient, condition: Prisma.Sql, most: number): Promise<Count> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (SELECT FROM "DeskEntry" e WHERE ${condition} LIMIT ${most + 1}) AS counted`;
  const count = row?.count ?? 0;
  return { count: Math.min(count, most), more: count > most };
}
