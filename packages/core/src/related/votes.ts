import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { choices } from '@rapporteur/domain/content/event';
import { voteFilter, type VoteFilter } from '@rapporteur/domain/event/filter';
import type { Choice, ChoiceCounts, VoteCast, VotesCast } from '@rapporteur/domain/vote-views';
import { aboutSql, timeSql } from '../event/conditions';
import { writeKeys } from '../record/key-cursor';
import { linkSql } from '../record/links';
import { liveRecord, pageOf, type RelatedQuery } from './page';

export interface VotesQuery extends Omit<RelatedQuery, 'kind'> {
  filter?: VoteFilter | undefined;
}

interface Answer {
  found: Counted;
  years: { year: string | null; choices: Counted }[];
  page: (VoteCast & { sortKey: string })[];
}
/** How often a choice was made, where it ever was. */
export type Counted = Partial<ChoiceCounts>;

/** The order of a page, and where it begins. */
export const newestFirst = Prisma.sql`ORDER BY p."sortKey" DESC, p."recordId" DESC`;
export const beyond = (after: readonly [string, string] | null): Prisma.Sql =>
  after === null ? Prisma.empty : Prisma.sql`WHERE (p."sortKey", p."recordId") < (${after[0]}, ${after[1]})`;

/** SQL: the year that a vote is counted in: that of the first day that its date may mean. */
export const yearSql = Prisma.sql`nullif(left("sortKey", 4), '')`;

/** SQL: how an actor chose in each vote. Nobody votes twice in one; were it so, one choice stands for both. */
export const chosenBy = (actorId: string, about: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT ON (c."recordId") c."recordId", c."choice", v."date", v."from", v."to", e."sortKey"
  FROM "Choice" c JOIN "Event" v ON v."id" = c."recordId" JOIN "Entry" e ON e."id" = c."recordId"
  WHERE c."actorId" = ${actorId} ${about} ORDER BY c."recordId", c."choice"`;

/** SQL: the id of the vote of a choice. */
export const voteOfChoice = Prisma.sql`c."recordId"`;

/** SQL: that a choice is one of those asked for; of none, any. */
export const choiceSql = (wanted: readonly Choice[]): Prisma.Sql =>
  wanted.length === 0 ? Prisma.empty : Prisma.sql`AND "choice" = ANY (${[...wanted]}::text[])`;

/**
 * A page of the votes of an actor that a filter leaves, counted by choice and by year; null where the actor is not public.
 * Counting reads all votes of the actor: six thousand of them in a hundredth of a second. Throws `not_found` for an issue that
 * is not on record.
 */
export async function listVotes(
  published: Published,
  { filter = voteFilter.parse({}), ...query }: VotesQuery,
): Promise<VotesCast | null> {
  const asked = { ...query, kind: 'actor' as const };
  const record = await liveRecord(published, asked);
  if (record === null) return null;
  const list = `votes of ${record.id}`;
  const { after, limit } = pageOf(list, asked);
  const about = await aboutSql(published, filter, voteOfChoice);
  const rows = await published.$queryRaw<Answer[]>`
      WITH chosen AS MATERIALIZED (${chosenBy(record.id, about)}),
        timely AS MATERIALIZED (SELECT * FROM chosen WHERE true ${timeSql(filter)})
      SELECT
        (SELECT coalesce(jsonb_object_agg("choice", "count"), '{}') FROM (SELECT "choice", count(*)::int AS "count" FROM timely GROUP BY 1) AS n) AS found,
        (SELECT coalesce(jsonb_agg(n ORDER BY n."year"), '[]') FROM (
          SELECT "year", jsonb_object_agg("choice", "count") AS "choices"
          FROM (SELECT ${yearSql} AS "year", "choice", count(*)::int AS "count" FROM chosen GROUP BY 1, 2) AS c GROUP BY 1) AS n) AS years,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('record', ${linkSql('e')}, 'date', p."date", 'choice', p."choice", 'sortKey', p."sortKey")
            ${newestFirst}), '[]')
          FROM (SELECT * FROM (SELECT * FROM timely WHERE true ${choiceSql(filter.choices)}) AS p ${beyond(after)} ${newestFirst} LIMIT ${limit + 1}) AS p
            JOIN "Entry" e ON e."id" = p."recordId") AS page`;
  const { found = {}, years = [], page = [] } = rows[0] ?? {};
  const items = page.slice(0, limit);
  const last = items.at(-1);
  const counts = countsOf(found);
  const wanted = filter.choices.length === 0 ? choices : filter.choices;
  return {
    record,
    items: items.map(({ record: vote, date, choice }) => ({ record: vote, date, choice })),
    total: { count: [...new Set(wanted)].reduce((sum, choice) => sum + counts[choice], 0), atLeast: false },
    choices: counts,
    years: years.map(({ year, choices: of }) => ({ year, choices: countsOf(of) })),
    next: page.length > limit && last ? writeKeys(list, [last.sortKey, last.record.id]) : null,
  };
}

export function countsOf(counted: Counted): ChoiceCounts {
  return { yes: 0, no: 0, abstain: 0, absent: 0, not_voting: 0, ...counted };
}
