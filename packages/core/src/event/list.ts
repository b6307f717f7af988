import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { eventFilter, type EventFilter } from '@rapporteur/domain/event/filter';
import type { EventsFound } from '@rapporteur/domain/event/views';
import type { RecordLink } from '@rapporteur/domain/views';
import { readKeys, writeKeys } from '../record/key-cursor';
import { linkSql } from '../record/links';
import { boundedLimit } from '../related/page';
import { voteRelations } from '../related/relations';
import { countsOf, type Counted } from '../related/votes';
import { aboutSql, idOf, timeSql } from './conditions';

/** How far events that are narrowed are counted. Beyond it a page says that there are more. */
const countedTo = 10_000;

/** How an event names who took part in it or chose. */
const partRelations = ['event/participants/actor', ...voteRelations];

export interface EventsQuery {
  filter?: EventFilter | undefined;
  /** The `next` of the page before. */
  after?: string | null | undefined;
  limit: number;
}

interface Row {
  record: RecordLink;
  sortKey: string;
  publishedAt: Date;
  revisionNumber: number;
  summary: string | null;
  date: string;
  type: EventsFound['items'][number]['type'];
  choices: Counted | null;
}

/**
 * A page of the public events that a filter leaves, with how many there are. Throws `not_found` for an actor or an issue that is
 * not on record, and `invalid_input` for what is no cursor.
 */
export async function listEvents(
  published: Published,
  { filter = eventFilter.parse({}), after, limit }: EventsQuery,
): Promise<EventsFound> {
  const take = boundedLimit(limit);
  const from = after ? readKeys('event', after, 2) : null;
  const fitting = await fittingSql(published, filter);
  const beyond = from === null ? Prisma.empty : Prisma.sql`AND (e."sortKey", e."id") < (${from[0]}, ${from[1]})`;
  const [rows, found] = await Promise.all([
    published.$queryRaw<Row[]>`
      SELECT ${linkSql('e')} AS record, e."sortKey", e."publishedAt", e."revisionNumber", e."date", e."type", r."content"->>'summary' AS summary,
        (SELECT jsonb_object_agg(n."choice", n."count") FROM (
          SELECT c."choice", count(*)::int AS "count" FROM "Choice" c WHERE c."recordId" = e."id" GROUP BY 1) AS n) AS choices
      FROM (SELECT e.*, v."date", v."type" ${fitting} ${beyond} ORDER BY e."sortKey" DESC, e."id" DESC LIMIT ${take + 1}) AS e
        JOIN "PublishedRevision" r ON r."recordId" = e."id" AND r."revisionNumber" = e."revisionNumber"
      ORDER BY e."sortKey" DESC, e."id" DESC`,
    countOf(published, filter, fitting),
  ]);
  const page = rows.slice(0, take);
  const last = page.at(-1);
  return {
    items: page.map(({ record, summary, date, type, choices, publishedAt, revisionNumber }) => ({
      record,
      summary,
      date,
      type,
      choices: choices && countsOf(choices),
      publishedAt: publishedAt.toISOString(),
      revisionNumber,
    })),
    total: isPlain(filter) ? found : Math.min(found, countedTo),
    atLeast: !isPlain(filter) && found > countedTo,
    next: rows.length > take && last ? writeKeys('event', [last.sortKey, last.record.id]) : null,
  };
}

const isPlain = ({ types, actor, words, from, to, issue }: EventFilter): boolean =>
  types.length === 0 && words.trim() === '' && [actor, from, to, issue].every((each) => each === null);

/** How many fit, or one more than are counted; of all events the number is kept. */
async function countOf(published: Published, filter: EventFilter, fitting: Prisma.Sql): Promise<number> {
  if (isPlain(filter)) return (await published.tally.findUnique({ where: { id: 'event' } }))?.live ?? 0;
  const [counted] = await published.$queryRaw<{ found: number }[]>`
    SELECT count(*)::int AS found FROM (SELECT ${fitting} LIMIT ${countedTo + 1}) AS n`;
  return counted?.found ?? 0;
}

/** SQL: the live events that fit, each with its entry `e` and its row `v`. */
async function fittingSql(published: Published, filter: EventFilter): Promise<Prisma.Sql> {
  const [about, actorId] = await Promise.all([
    aboutSql(published, filter, Prisma.sql`e."id"`),
    filter.actor === null ? null : idOf(published, 'actor', filter.actor),
  ]);
  const ofType = filter.types.length === 0 ? Prisma.empty : Prisma.sql`AND v."type" = ANY (${filter.types}::text[])`;
  const part =
    actorId === null
      ? Prisma.empty
      : Prisma.sql`AND e."id" IN (
          SELECT "recordId" FROM "Reference" WHERE "targetId" = ${actorId} AND "relation" = ANY (${partRelations}::text[]))`;
  return Prisma.sql`FROM "Entry" e JOIN "Event" v ON v."id" = e."id"
    WHERE e."kind" = 'event' AND e."state" = 'live' ${ofType} ${timeSql(filter)} ${about} ${part}`;
}
