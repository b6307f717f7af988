import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import type { FeedView } from '@rapporteur/domain/feed-views';
import { newestPublication } from '../record/history';
import { instanceName, isLatest, isMeaningful, itemsOfFeed, publicationsAs, toFeed, toItem } from './items';
import { noSuchPage, readSequence } from './pages';

// A record may change many times in a row: so far back in the log its newest changes are looked for.
const rowsRead = 10 * itemsOfFeed;

/** How many publications an archive goes over: no more entries than that are in it. */
export const stretch = BigInt(itemsOfFeed);

/**
 * What is new in the whole record: each record once, by the newest change that altered what it says. `after` is the last
 * publication of an archive: the log falls into stretches of one length. Throws `invalid_input` where none ends.
 */
export async function feedOfRecord(published: Published, after: string | null = null): Promise<FeedView> {
  const newest = (await newestPublication(published))?.sequence ?? 0n;
  return after === null ? newestOfRecord(published, newest) : archiveOfRecord(published, newest, readSequence(after));
}

async function newestOfRecord(published: Published, newest: bigint): Promise<FeedView> {
  const [name, changes] = await Promise.all([
    instanceName(published),
    published.$queryRaw<{ sequence: bigint; rows: number; oldest: bigint }[]>`
      SELECT max(n."sequence") AS "sequence", (sum(count(*)) OVER ())::int AS "rows", min(min(n."sequence")) OVER () AS "oldest" FROM (
        SELECT p."recordId", p."sequence" FROM "Publication" p
        WHERE p."sequence" <= ${newest} AND ${isMeaningful} ORDER BY p."sequence" DESC LIMIT ${rowsRead}
      ) AS n GROUP BY n."recordId" ORDER BY 1 DESC LIMIT ${itemsOfFeed + 1}`,
  ]);
  const shown = changes.slice(0, itemsOfFeed);
  const [first] = shown;
  const last =
    changes.length > itemsOfFeed ? shown.at(-1)?.sequence : first?.rows === rowsRead ? first.oldest : undefined;
  // Down to where an archive ends, so that whoever goes on there is told nothing twice.
  const older = last === undefined ? 0n : ((last - 1n) / stretch) * stretch;
  const rows = await publicationsAs(published, between(older, newest, newest));
  return toFeed(`record ${name}`, rows.map(toItem), { archived: true, older: older === 0n ? null : String(older) });
}

/** SQL: of the publications after one and up to another, those by which a record became what it is at `newest`. */
const between = (first: bigint, last: bigint, newest: bigint) => Prisma.sql`
  SELECT p."sequence" FROM "Publication" p
  WHERE p."sequence" > ${first} AND p."sequence" <= ${last} AND ${isMeaningful} AND ${isLatest(newest)}`;

async function archiveOfRecord(published: Published, newest: bigint, last: bigint): Promise<FeedView> {
  if (last % stretch !== 0n || last > newest) throw noSuchPage();
  const [name, rows] = await Promise.all([
    instanceName(published),
    publicationsAs(published, between(last - stretch, last, newest)),
  ]);
  return toFeed(`record ${name}`, rows.map(toItem), {
    archived: true,
    older: last > stretch ? String(last - stretch) : null,
    newer: last + stretch <= newest ? String(last + stretch) : null,
  });
}
