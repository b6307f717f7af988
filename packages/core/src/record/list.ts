import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import type { AnyContent } from '@rapporteur/domain/content/content';
import { kinds, type Kind } from '@rapporteur/domain/kinds';
import type { ListItem, ListPage, RecordLink, RecordStatus } from '@rapporteur/domain/views';
import { everyActor, type ActorFilter } from '@rapporteur/domain/region/actor-filter';
import { codesOfRegion } from '@rapporteur/domain/region/regions';
import { newestPublication } from './history';
import { readKeys, writeKeys } from './key-cursor';
import { linkSql } from './links';
import { longestPage } from './page-size';
import { hasCode } from './regions';
import { dateOf, summaryOf, typeOf } from './title';

/** Actors and issues run by name; kinds with a date run from the newest. */
const byName: readonly Kind[] = ['actor', 'issue'];

/** SQL: the order in which a list of a kind runs, of entries of that name in the query. */
export function inOrder(kind: Kind, entries = 'e'): Prisma.Sql {
  const way = byName.includes(kind) ? 'ASC' : 'DESC';
  return Prisma.raw(`ORDER BY ${entries}."sortKey" ${way}, ${entries}."id" ${way}`);
}

/** SQL: that an actor `a` is of a type and in a region, as far as these are asked for. */
function isWanted({ type, region }: ActorFilter): Prisma.Sql {
  const ofType = type === null ? Prisma.sql`true` : Prisma.sql`a."type" = ${type}`;
  const there =
    region === null ? Prisma.empty : Prisma.sql`AND ${hasCode(Prisma.sql`a."recordId"`, codesOfRegion(region))}`;
  return Prisma.sql`${ofType} ${there}`;
}

const isNarrowed = ({ type, region }: ActorFilter): boolean => type !== null || region !== null;

/** SQL: that an entry `e` is on the list of a kind, narrowed where that is of actors. */
export function onList(kind: Kind, filter: ActorFilter = everyActor): Prisma.Sql {
  const narrowed = isNarrowed(filter)
    ? Prisma.sql`AND EXISTS (SELECT FROM "Actor" a WHERE a."recordId" = e."id" AND ${isWanted(filter)})`
    : Prisma.empty;
  return Prisma.sql`e."kind" = ${kind} AND e."state" = 'live' ${narrowed}`;
}

export interface ListQuery extends Partial<ActorFilter> {
  kind: Kind;
  /** The `next` of the page before. */
  after?: string | null | undefined;
  limit: number;
}

/** What a list shows of a record, as the database has it. */
export interface ListRow {
  record: RecordLink;
  sortKey: string;
  publishedAt: Date;
  revisionNumber: number;
  content: unknown;
}
interface Row extends ListRow {
  total: number;
}

/** What comes of a page without a row. */
type Empty = { total: number } & { [C in Exclude<keyof Row, 'total'>]: null };

/** A page of the public records of a kind, of actors perhaps narrowed, with the cursor of the next page. */
export async function listRecords(
  published: Published,
  { kind, after, limit, type = null, region = null }: ListQuery,
): Promise<ListPage> {
  const filter = { type, region };
  const wanted = onList(kind, filter);
  // Who is no longer public has no row of what it is: counting these alone is several times quicker.
  const total = isNarrowed(filter)
    ? Prisma.sql`(SELECT count(*)::int FROM "Actor" a WHERE ${isWanted(filter)})`
    : Prisma.sql`coalesce((SELECT "live" FROM "Tally" WHERE "id" = ${kind}), 0)`;
  const take = Math.min(Math.max(1, limit), longestPage);
  const beyond = byName.includes(kind) ? Prisma.sql`>` : Prisma.sql`<`;
  const from = after ? readKeys(kind, after, 2) : null;
  const start = from === null ? Prisma.empty : Prisma.sql`AND (e."sortKey", e."id") ${beyond} (${from[0]}, ${from[1]})`;
  // One statement for the page and the total: a second one costs as much again.
  const found = await published.$queryRaw<(Row | Empty)[]>`
    SELECT tally."total", page.* FROM (SELECT ${total} AS "total") AS tally
    LEFT JOIN (
      SELECT ${linkSql('e')} AS record, e."id", e."sortKey", e."publishedAt", e."revisionNumber", r."content"
      FROM (
        SELECT * FROM "Entry" e WHERE ${wanted} ${start}
        ${inOrder(kind)} LIMIT ${take + 1}
      ) AS e JOIN "PublishedRevision" r ON r."recordId" = e."id" AND r."revisionNumber" = e."revisionNumber"
    ) AS page ON true ${inOrder(kind, 'page')}`;
  const rows = found.filter((row): row is Row => row.record !== null);
  const page = rows.slice(0, take);
  const last = page.at(-1);
  return {
    items: page.map((row) => toItem(kind, row)),
    next: rows.length > take && last ? writeKeys(kind, [last.sortKey, last.record.id]) : null,
    total: found[0]?.total ?? 0,
  };
}

export function toItem(kind: Kind, { record, publishedAt, revisionNumber, content }: ListRow): ListItem {
  // Published content was parsed by the schema of its kind before it was written.
  const text = { kind, content } as AnyContent;
  return {
    record,
    type: typeOf(text),
    summary: summaryOf(text),
    date: dateOf(text),
    publishedAt: publishedAt.toISOString(),
    revisionNumber,
  };
}

/** The version of the whole record, and how many records of each kind are public. */
export async function recordStatus(published: Published): Promise<RecordStatus> {
  const [newest, tallies] = await Promise.all([newestPublication(published), published.tally.findMany()]);
  const live = new Map(tallies.map((tally) => [tally.id, tally.live]));
  return {
    version: Number(newest?.sequence ?? 0),
    recordedAt: newest?.recordedAt.toISOString() ?? null,
    counts: Object.fromEntries(kinds.map((kind) => [kind, live.get(kind) ?? 0])) as RecordStatus['counts'],
  };
}
