import { Prisma } from '@rapporteur/db/generated/client';
import { lookedAt, type SearchFilter } from '@rapporteur/domain/search/views';
import type { Match } from './match';

/** How many passages of one source are told: those among which its excerpt is. */
const mostTold = 3;

/** SQL: what counting needs of a row. Its words may be eight kilobytes long: they are taken along only to be ranked. */
export const counted = Prisma.sql`"id", "recordId", "precedence", "facets"`;

/**
 * SQL: the common tables `own`, the rows that match by their own words, one more than are looked at: what much else is about
 * first, then the newest; and `cited`, the sources that match by a passage which another record cites from them, each with
 * `passages`. They have the columns that are asked for.
 */
export function matching(match: Match, filter: SearchFilter, columns = counted): Prisma.Sql {
  return Prisma.sql`own AS MATERIALIZED (
      SELECT ${columns} FROM "SearchEntry" WHERE ${conditionOf(match, filter)} ORDER BY "precedence" DESC, "id" DESC LIMIT ${lookedAt + 1}
    ), cited AS MATERIALIZED (${citedFrom(match, filter, columns)})`;
}

function citedFrom(match: Match, filter: SearchFilter, columns: Prisma.Sql): Prisma.Sql {
  const { where, said } = match;
  if (said === null || (filter.kinds.length > 0 && !filter.kinds.includes('source')))
    return Prisma.sql`SELECT *, NULL::text[] AS passages FROM own WHERE false`;
  // Of words in more records than are looked at, their passages say nothing more; and there may be a million of these. What
  // the search is narrowed to does not matter, so that the facets count what choosing them gives.
  const asked =
    where === said && filter.from === null && filter.to === null
      ? Prisma.sql`own`
      : Prisma.sql`(SELECT FROM "SearchEntry" WHERE "words" @@ ${said}::tsquery LIMIT ${lookedAt + 1}) AS a`;
  // The rows of a dataset are found by the records that rest on them.
  return Prisma.sql`
      SELECT ${columns}, passages FROM (
        SELECT p."recordId" AS "source", (array_agg(p."id" ORDER BY p."id"))[1:${mostTold}::int] AS passages
        FROM "Passage" p JOIN "Source" o ON o."recordId" = p."recordId" AND o."form" <> 'dataset'
        WHERE public.passage_words(p."exact") @@ ${said}::tsquery AND (SELECT count(*) FROM ${asked}) <= ${lookedAt}
        GROUP BY 1
      ) AS q JOIN "SearchEntry" s ON s."id" = q."source"
      WHERE NOT EXISTS (SELECT FROM "SearchEntry" t WHERE t."recordId" = s."id" AND t."words" @@ ${where}::tsquery)
        ${narrowedTo(match, filter)}`;
}

/** SQL: which rows match by their own words, without a bound. */
export const conditionOf = ({ where }: Match, filter: SearchFilter): Prisma.Sql =>
  Prisma.sql`"words" @@ ${where}::tsquery ${datesOf(filter)}`;

/** SQL: that a row `s` is among what the search is narrowed to, whatever words it has. */
export const narrowedTo = ({ besides }: Match, filter: SearchFilter): Prisma.Sql =>
  Prisma.sql`${besides === '' ? Prisma.empty : Prisma.sql`AND s."words" @@ ${besides}::tsquery`} ${datesOf(filter)}`;

/** Whether words are asked for, and within less than everything. */
export const isNarrowed = ({ where, said }: Match, { from, to }: SearchFilter): boolean =>
  said !== null && (said !== where || from !== null || to !== null);

/** SQL: that the time of a row, by its first day `from` and its last day `to`, reaches into the days that are asked for. */
export function datesOf({ from, to }: Pick<SearchFilter, 'from' | 'to'>): Prisma.Sql {
  const dated = Prisma.sql`AND ("from" IS NOT NULL OR "to" IS NOT NULL)`;
  const since = from === null ? Prisma.empty : Prisma.sql`${dated} AND ("to" IS NULL OR "to" >= ${from}::date)`;
  const until = to === null ? Prisma.empty : Prisma.sql`${dated} AND ("from" IS NULL OR "from" <= ${to}::date)`;
  return Prisma.sql`${since} ${until}`;
}
