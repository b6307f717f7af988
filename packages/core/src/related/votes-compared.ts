import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { voteFilter } from '@rapporteur/domain/event/filter';
import { comparedChoices, type VotesCompared } from '@rapporteur/domain/vote-views';
import { aboutSql, idOf, timeSql } from '../event/conditions';
import { writeKeys } from '../record/key-cursor';
import { linkSql, linksTo, requireLink } from '../record/links';
import { liveRecord, pageOf } from './page';
import { beyond, choiceSql, chosenBy, newestFirst, voteOfChoice, yearSql, type VotesQuery } from './votes';

interface Answer {
  both: number;
  alike: number;
  years: VotesCompared['years'];
  page: (VotesCompared['items'][number] & { sortKey: string })[];
}

const compares = Prisma.sql`"choice" = ANY (${[...comparedChoices]}::text[])`;
const counts = Prisma.sql`count(*)::int AS "both", (count(*) FILTER (WHERE "alike"))::int AS "alike"`;

/**
 * How often an actor and another voted alike, by year, and a page of the votes in which they differed; null where the first is
 * not public. Choices of the filter are those of the first, and narrow the page alone. Throws `not_found` for another actor or an
 * issue that is not on record.
 */
export async function compareVotes(
  published: Published,
  { filter = voteFilter.parse({}), with: named, ...query }: VotesQuery & { with: string },
): Promise<VotesCompared | null> {
  const asked = { ...query, kind: 'actor' as const };
  const record = await liveRecord(published, asked);
  if (record === null) return null;
  const list = `votes of ${record.id}`;
  const { after, limit } = pageOf(list, asked);
  const [about, otherId] = await Promise.all([
    aboutSql(published, filter, voteOfChoice),
    idOf(published, 'actor', named),
  ]);
  const [rows, links] = await Promise.all([
    published.$queryRaw<Answer[]>`
      WITH one AS (${chosenBy(record.id, about)}), other AS (${chosenBy(otherId, Prisma.empty)}),
        compared AS MATERIALIZED (
          SELECT one.*, other."choice" AS "otherChoice", one."choice" = other."choice" AS "alike"
          FROM (SELECT * FROM one WHERE ${compares}) AS one
            JOIN (SELECT "recordId", "choice" FROM other WHERE ${compares}) AS other USING ("recordId")),
        timely AS MATERIALIZED (SELECT * FROM compared WHERE true ${timeSql(filter)})
      SELECT totals.*,
        (SELECT coalesce(jsonb_agg(n ORDER BY n."year"), '[]') FROM (SELECT ${yearSql} AS "year", ${counts} FROM compared GROUP BY 1) AS n) AS years,
        (SELECT coalesce(jsonb_agg(jsonb_build_object(
            'record', ${linkSql('e')}, 'date', p."date", 'choice', p."choice", 'otherChoice', p."otherChoice", 'sortKey', p."sortKey") ${newestFirst}), '[]')
          FROM (
            SELECT * FROM (SELECT * FROM timely WHERE NOT "alike" ${choiceSql(filter.choices)}) AS p ${beyond(after)} ${newestFirst} LIMIT ${limit + 1}
          ) AS p JOIN "Entry" e ON e."id" = p."recordId") AS page
      FROM (SELECT ${counts} FROM timely) AS totals`,
    linksTo(published, [otherId]),
  ]);
  const { both = 0, alike = 0, years = [], page = [] } = rows[0] ?? {};
  const items = page.slice(0, limit);
  const last = items.at(-1);
  return {
    record,
    other: requireLink(links, otherId),
    both,
    alike,
    years,
    items: items.map(({ record: vote, date, choice, otherChoice }) => ({ record: vote, date, choice, otherChoice })),
    next: page.length > limit && last ? writeKeys(list, [last.sortKey, last.record.id]) : null,
  };
}
