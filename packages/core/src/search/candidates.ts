import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { lookedAt, type SearchFilter } from '@rapporteur/domain/search/views';
import type { RecordLink } from '@rapporteur/domain/views';
import { linkSql } from '../record/links';
import type { Match } from './match';
import { conditionOf, counted, matching } from './matching';

/** A row that was found. */
export interface Candidate {
  id: string;
  recordId: string;
  language: string;
  sortKey: string;
  /** Of a source that was found by passages cited from it: some of these. */
  passages: string[] | null;
}

export interface Looked {
  hits: Candidate[];
  /** How many records there are among those looked at, and whether there are more. */
  found: number;
  more: boolean;
  /** How many of them have each facet; the most frequent of each sort. */
  counts: Counted[];
}

/** A facet, how many of the records looked at have it, and the record that it means, where it means one. */
export interface Counted {
  facet: string;
  count: number;
  record: RecordLink | null;
}

/** How many values of each facet are told. */
const valuesTold = 12;

/** Where a page of hits is: so many of a rank before it, or behind a row of a list by date. */
export type Page =
  | { sort: 'relevance'; skip: number; limit: number }
  | { sort: 'date'; after: Place | null; limit: number };
export type Place = readonly [sortKey: string, id: string];

/**
 * Looks at the records that match, up to a bound: what much else is about first, then the newest. Ranks them, or goes
 * through all by their dates; counts their facets. A record that matches in several languages counts once.
 */
export async function lookAt(published: Published, match: Match, filter: SearchFilter, page: Page): Promise<Looked> {
  const [row] = await published.$queryRaw<
    { found: number; entries: number; hits: Candidate[]; counts: Looked['counts'] }[]
  >`
    WITH ${matching(match, filter, ranked)}, looked AS MATERIALIZED (
      SELECT r.*, row_number() OVER (PARTITION BY r."recordId" ORDER BY r."rank" DESC, r."id") = 1 AS "first" FROM (
        SELECT s."id", s."recordId", s."language", s."sortKey", s."precedence", s."facets", s.passages,
          ts_rank('{0.1, 0.2, 0.4, 1.0}', s."words", ${match.rank}::tsquery, 1)
            + CASE WHEN s."recordId" = ANY (${match.named}::text[]) THEN 1 WHEN s."words" @@ ${match.told}::tsquery THEN 0.5 ELSE 0 END AS "rank"
        FROM (
          SELECT *, NULL::text[] AS passages FROM own UNION ALL SELECT * FROM cited
        ) AS s
      ) AS r
    )
    SELECT (SELECT count(*)::int FROM looked WHERE "first") AS found, (SELECT count(*)::int FROM looked) AS entries,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', h."id", 'recordId', h."recordId", 'language', h."language", 'sortKey', h."sortKey", 'passages', h.passages) ORDER BY h."place"), '[]')
        FROM (${page.sort === 'relevance' ? byRank(page) : byDate(match, filter, page)}) AS h) AS hits,
      (SELECT coalesce(jsonb_agg(${countSql} ORDER BY f."count" DESC, f."facet"), '[]') FROM (
        SELECT c."facet", c."count", row_number() OVER (PARTITION BY split_part(c."facet", ' ', 1) ORDER BY c."count" DESC, c."facet" DESC) AS "place"
        FROM (
          SELECT "facet", count(*) AS "count" FROM (
            SELECT unnest("facets") AS "facet" FROM looked WHERE "first"
            UNION ALL SELECT 'language ' || "language" FROM looked WHERE NOT "first"
          ) AS each GROUP BY 1
        ) AS c
      ) AS f WHERE f."place" <= ${valuesTold}) AS counts`;
  if (!row) throw new Error('a search gave no row');
  const more = row.entries > lookedAt;
  return { hits: row.hits, found: Math.min(row.found, lookedAt), more, counts: row.counts };
}

/** SQL: what ranking and listing need of a row. */
const ranked = Prisma.sql`${counted}, "language", "sortKey", "words"`;

/** The facets of one sort alone, without what the search is narrowed to of that sort: those that are `chosen`, then the most frequent. */
export async function countFacets(
  published: Published,
  match: Match,
  filter: SearchFilter,
  sort: string,
  chosen: readonly string[],
): Promise<Looked['counts']> {
  const rows = await published.$queryRaw<{ count: Counted }[]>`
    WITH ${matching(match, filter)}
    SELECT ${countSql} AS count FROM (
      SELECT f."facet", count(DISTINCT f."recordId")::int AS "count" FROM (
        SELECT "recordId", unnest("facets") AS "facet" FROM (
          SELECT "recordId", "facets" FROM own UNION ALL SELECT "recordId", "facets" FROM cited
        ) AS l
      ) AS f WHERE f."facet" LIKE ${`${sort} %`}
      GROUP BY 1 ORDER BY f."facet" = ANY (${[...chosen]}::text[]) DESC, 2 DESC, 1 DESC LIMIT ${valuesTold}
    ) AS f ORDER BY f."count" DESC, f."facet"`;
  return rows.map(({ count }) => count);
}

/** SQL: a facet `f` with its count, which ends where that of the records does, and the record that it means, if that is public. */
const countSql = Prisma.sql`jsonb_build_object('facet', f."facet", 'count', least(f."count", ${lookedAt}::int),
  'record', (SELECT ${linkSql('e')} FROM "Entry" e WHERE e."id" = split_part(f."facet", ' ', 2) AND e."state" = 'live'))`;

const byRank = ({ skip, limit }: { skip: number; limit: number }): Prisma.Sql => Prisma.sql`
  SELECT o."id", o."recordId", o."language", o."sortKey", o.passages, row_number() OVER (ORDER BY o."rank" DESC, o."precedence" DESC, o."id" DESC) AS "place"
  FROM looked o WHERE o."first"
  ORDER BY "place" OFFSET ${skip} LIMIT ${limit + 1}`;

const byDate = (
  match: Match,
  filter: SearchFilter,
  { after, limit }: { after: Place | null; limit: number },
): Prisma.Sql => {
  const beyond = after === null ? Prisma.empty : Prisma.sql`AND ("sortKey", "id") < (${after[0]}, ${after[1]})`;
  return Prisma.sql`
    SELECT d.*, row_number() OVER (ORDER BY d."sortKey" DESC, d."id" DESC) AS "place" FROM (
      (SELECT "id", "recordId", "language", "sortKey", NULL::text[] AS passages FROM "SearchEntry"
      WHERE ${conditionOf(match, filter)} ${beyond} AND ("id" = "recordId" OR NOT EXISTS (
        SELECT FROM "SearchEntry" o WHERE o."id" = "SearchEntry"."recordId" AND o."words" @@ ${match.where}::tsquery))
      ORDER BY "sortKey" DESC, "id" DESC LIMIT ${limit + 1})
      UNION ALL SELECT "id", "recordId", "language", "sortKey", passages FROM cited WHERE true ${beyond}
      ORDER BY "sortKey" DESC, "id" DESC LIMIT ${limit + 1}) AS d`;
};
