import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { bounds } from '@rapporteur/domain/edtf';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { EventFilter } from '@rapporteur/domain/event/filter';
import { kindOfId } from '@rapporteur/domain/ids';
import { searchFilter } from '@rapporteur/domain/search/views';
import type { RecordLink } from '@rapporteur/domain/views';
import { linkAt, linkSql, linksTo } from '../record/links';
import { namers } from '../related/relations';
import { matchOf, readTerms } from '../search/match';
import { datesOf } from '../search/matching';
import { readQuestion } from '../search/question';

/** How a position or a statement names its issue, and how it names the event that it rests on or was made at. */
const ofIssue = ['position/issue', 'statement/claims/issue'];
const ofEvent = ['position/turns/votes', 'statement/event'];

/** How many issues are looked at, by name, for those that a form offers, and how many of the newest positions and statements on each. */
const mostIssues = 100;
const newestLookedAt = 30;

/** SQL: that the time of a row with the columns `from` and `to` reaches into what is asked for. */
export const timeSql = ({ from, to }: Pick<EventFilter, 'from' | 'to'>): Prisma.Sql =>
  datesOf({ from: from && bounds(from).lower, to: to && bounds(to).upper });

/** SQL: that an event, by the id that `event` gives, has the words in its title or summary, and is on the issue that is asked for. */
export async function aboutSql(
  published: Published,
  { words, issue }: Pick<EventFilter, 'words' | 'issue'>,
  event: Prisma.Sql,
): Promise<Prisma.Sql> {
  const [query, id] = await Promise.all([
    words.trim() === '' ? null : wordsQuery(published, words),
    issue === null ? null : idOf(published, 'issue', issue),
  ]);
  const said =
    query === null
      ? Prisma.empty
      : query === ''
        ? Prisma.sql`AND false`
        : Prisma.sql`AND ${event} IN (SELECT "recordId" FROM "SearchEntry" WHERE "words" @@ ${query}::tsquery)`;
  const on =
    id === null
      ? Prisma.empty
      : Prisma.sql`AND ${event} IN (
          SELECT r."targetId" FROM "Reference" i JOIN "Reference" r ON r."recordId" = i."recordId"
          WHERE i."targetId" = ${id} AND i."relation" = ANY (${ofIssue}::text[]) AND r."relation" = ANY (${ofEvent}::text[]))`;
  return Prisma.sql`${said} ${on}`;
}

/** Words as a query for events, by their own titles and summaries alone; empty where none of them can be looked for. */
async function wordsQuery(published: Published, words: string): Promise<string> {
  const terms = readQuestion(words);
  const ofEvents = searchFilter.parse({ kinds: ['event'] });
  const match = matchOf(terms, await readTerms(published, terms), new Map(), ofEvents);
  return match === null || match.told === '' ? '' : `(${match.told}) & ${match.besides}`;
}

/**
 * The id that a record of a kind goes by now, given by its slug or by an id of its own: what was merged is followed. Throws
 * `not_found` for what is no public record, so that a slip in a name is not told as an empty list.
 */
export async function idOf(published: Published, kind: 'actor' | 'issue', key: string): Promise<string> {
  const link = await linkAt(published, kindOfId(key) === null ? { kind, slug: key } : { id: key });
  const now = link?.state === 'merged' ? (await linksTo(published, [link.id])).get(link.id) : link;
  if (now?.state === 'live') return now.id;
  throw new RapporteurError('not_found', `There is no ${kind} “${key}” on record.`);
}

/**
 * The issues by which events can be told apart, or those of one type, by name: those on which one of the newest positions rests
 * on such an event, or one of the newest statements was made at one. However much there is on an issue, no more is looked at.
 */
export async function issuesOfEvents(
  published: Published,
  type: EventFilter['types'][number] | null,
): Promise<RecordLink[]> {
  const ofType =
    type === null ? Prisma.empty : Prisma.sql`JOIN "Event" v ON v."id" = r."targetId" AND v."type" = ${type}`;
  const newest = namers(Prisma.sql`SELECT e."id"`, ofIssue, { after: null, limit: newestLookedAt });
  const rows = await published.$queryRaw<{ record: RecordLink }[]>`
    SELECT ${linkSql('e')} AS record
    FROM (SELECT * FROM "Entry" WHERE "kind" = 'issue' AND "state" = 'live' ORDER BY "sortKey", "id" LIMIT ${mostIssues}) AS e
    WHERE EXISTS (
      SELECT FROM (${newest}) AS i JOIN "Reference" r ON r."recordId" = i."recordId" AND r."relation" = ANY (${ofEvent}::text[]) ${ofType})
    ORDER BY e."sortKey", e."id"`;
  return rows.map(({ record }) => record);
}
