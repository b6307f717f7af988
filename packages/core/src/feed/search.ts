import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import type { FeedItem, FeedView } from '@rapporteur/domain/feed-views';
import { writeQuestion, type Question } from '@rapporteur/domain/question/question';
import { mostMembers } from '@rapporteur/domain/question/views';
import type { SearchFilter } from '@rapporteur/domain/search/views';
import { membersMatched } from '../question/members';
import { newestPublication } from '../record/history';
import { settle } from '../search/settle';
import { followFilter } from '../search/follow';
import type { Match } from '../search/match';
import { conditionOf } from '../search/matching';
import { instanceName, isMeaningful, itemsOfFeed, publicationsAs, toFeed, toItem, toLeft } from './items';
import { readSequence } from './pages';

/** How far back in the log changes of records are looked for that a search finds beyond those that it looks at first. */
const rowsRead = 2000;

/**
 * What is new among the records that a search finds: each once, by the newest change that altered what it says. A record that
 * was found once and is not any more, because it was corrected, withdrawn or merged, stays for a while, so that whoever
 * follows can take back what they were told. `after` is the sequence number that everything on an older page is below. `most`
 * is how many records are looked at first.
 */
export async function feedOfSearch(
  published: Published,
  asked: Extract<Question, { of: 'search' }>,
  after: string | null = null,
  most = mostMembers,
): Promise<FeedView> {
  const below = after === null ? null : readSequence(after);
  const filter = await followFilter(published, asked.filter);
  const none = { found: 0, ids: [] as string[], complete: true };
  const [name, { match, answer }] = await Promise.all([
    instanceName(published),
    settle(published, { question: asked.question, filter }, none, async (each) => {
      const { records, complete } = await membersMatched(published, each, filter, most);
      return { found: records.length, ids: records.map(({ id }) => id), complete };
    }),
  ]);
  const told = match === null ? [] : await toldOf(published, match, filter, answer, below);
  const shown = told.slice(0, itemsOfFeed);
  return toFeed(
    `search ${name} ${writeQuestion(asked)}`,
    shown.map(({ item }) => item),
    {
      older: told.length > shown.length ? String(shown.at(-1)?.sequence) : null,
    },
  );
}

/** One more than a feed holds at once, if there are so many, the newest first. */
async function toldOf(
  published: Published,
  match: Match,
  filter: SearchFilter,
  { ids, complete }: { ids: string[]; complete: boolean },
  below: bigint | null,
): Promise<{ sequence: number; item: FeedItem }[]> {
  const lately = complete ? [] : await changedLately(published, match, filter);
  const isBelow = (column: Prisma.Sql) => (below === null ? Prisma.sql`true` : Prisma.sql`${column} < ${below}`);
  const [present, left] = await Promise.all([
    publicationsAs(
      published,
      Prisma.sql`
        SELECT max(p."sequence") FROM "Publication" p
        WHERE p."recordId" = ANY (${[...new Set([...ids, ...lately])]}::text[]) AND ${isMeaningful}
        GROUP BY p."recordId" HAVING ${isBelow(Prisma.sql`max(p."sequence")`)} ORDER BY 1 DESC LIMIT ${itemsOfFeed + 1}`,
    ),
    // What is not found any more is in no published table. The instant is the one that is read, or null for now.
    publicationsAs(
      published,
      Prisma.sql`
        SELECT l."sequence" FROM public.no_longer_found(${match.where}::tsquery, ${filter.from}::date, ${filter.to}::date,
          nullif(current_setting('rapporteur.as_of', true), '')::timestamptz) AS l WHERE ${isBelow(Prisma.sql`l."sequence"`)}`,
    ),
  ]);
  // The history knows a record by its own words alone: one that a passage cited from it finds has not left.
  const found = new Set([...ids, ...lately]);
  return [
    ...present.map((row) => ({ sequence: row.sequence, item: toItem(row) })),
    ...left.filter(({ record }) => !found.has(record.id)).map((row) => ({ sequence: row.sequence, item: toLeft(row) })),
  ].toSorted((a, b) => b.sequence - a.sequence);
}

/** The records among the newest changes of all that a search finds: it looks at those first that much else is about. */
async function changedLately(published: Published, match: Match, filter: SearchFilter): Promise<string[]> {
  const newest = (await newestPublication(published))?.sequence ?? 0n;
  const rows = await published.$queryRaw<{ recordId: string }[]>`
    SELECT DISTINCT n."recordId" FROM (
      SELECT p."recordId" FROM "Publication" p
      WHERE p."sequence" <= ${newest} AND ${isMeaningful} ORDER BY p."sequence" DESC LIMIT ${rowsRead}
    ) AS n WHERE EXISTS (SELECT FROM "SearchEntry" s WHERE s."recordId" = n."recordId" AND ${conditionOf(match, filter)})`;
  return rows.map(({ recordId }) => recordId);
}
