import { parseMoment } from '@rapporteur/domain/instant';
import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import type { FeedAnswer, FeedItem, FeedView } from '@rapporteur/domain/feed-views';
import type { Kind } from '@rapporteur/domain/kinds';
import { getEntry } from '../record/entry';
import { readKeys, writeKeys } from '../record/key-cursor';
import { isMeaningful, itemsOfFeed, newestFirst, publicationsAs, toFeed, toItem, toLeft } from './items';
import { noSuchPage } from './pages';

// Records whose wording alone was edited stand among the newest too, and are left behind those that say something new.
const candidates = 4 * itemsOfFeed;

/**
 * What is new about a record: itself, and every record that names it. A record that named it once and does not any more,
 * because it was corrected or withdrawn, stays for a while, so that whoever follows can take back what they were told. `after`
 * is the place from which an older page goes on. Null where nothing ever stood at the address. Throws `invalid_input` for
 * what is no such place.
 */
export async function feedAbout(
  published: Published,
  address: { kind: Kind; slug: string },
  after: string | null = null,
): Promise<FeedAnswer | null> {
  const place = after === null ? null : readPlace(after);
  const entry = await getEntry(published, address);
  if (entry === null) return null;
  const { record, into } = entry;
  if (into !== null) return { found: 'merged', into };
  if (record.state !== 'live') return { found: 'withdrawn' };
  const [naming, left] = await Promise.all([
    namingFrom(published, record.id, place, place === null ? candidates : itemsOfFeed),
    notNamingAnyMore(published, record.id),
  ]);
  const name = `about ${record.id}`;
  return {
    found: 'live',
    record,
    feed: place === null ? newestAbout(name, naming, left) : pageAbout(name, naming, left, place),
  };
}

/** Where a page goes on: when a record was last published, and which. */
interface Place {
  at: string;
  id: string;
}

/** Records that name another, and the place of the first one beyond them. */
interface Naming {
  named: { place: Place; item: FeedItem }[];
  beyond: Place | null;
}

/** The newest of what is said; what it has no room for is on the page behind it. */
function newestAbout(name: string, { named, beyond }: Naming, left: readonly FeedItem[]): FeedView {
  const shown = new Set(newestFirst([...named.map(({ item }) => item), ...left]).slice(0, itemsOfFeed));
  const [unsaid] = newestFirst(left.filter((item) => !shown.has(item)));
  const next = named.find(({ item }) => !shown.has(item))?.place ?? beyond;
  const older =
    unsaid !== undefined && (next === null || unsaid.updated > instantOf(next))
      ? { at: new Date(Date.parse(unsaid.updated) + 1).toISOString(), id: '' }
      : next;
  return toFeed(name, [...shown], { older: older && writePlace(older) });
}

/** Everything between two places. */
function pageAbout(name: string, { named, beyond }: Naming, left: readonly FeedItem[], place: Place): FeedView {
  const then = left.filter(
    ({ updated }) => updated <= instantOf(place) && (beyond === null || updated >= instantOf(beyond)),
  );
  const items = [...named.map(({ item }) => item), ...then];
  return toFeed(name, items, { older: beyond && writePlace(beyond) });
}

const instantOf = ({ at }: Place): string => new Date(at).toISOString();

/** What the places of feeds of records are told by. */
const feed = 'feed';
const writePlace = ({ at, id }: Place): string => writeKeys(feed, [at, id]);
function readPlace(after: string): Place {
  const [at, id] = readKeys(feed, after, 2);
  // JavaScript reads the 30th of February as a day of March, and PostgreSQL does not.
  if (!/^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,6}Z$/.test(at) || parseMoment(at) === null) throw noSuchPage();
  return { at, id };
}

async function namingFrom(published: Published, id: string, from: Place | null, most: number): Promise<Naming> {
  const since =
    from === null ? Prisma.empty : Prisma.sql`AND (e."publishedAt", e."id") <= (${from.at}::timestamptz, ${from.id})`;
  const rows = await published.$queryRaw<(Place & { sequence: bigint | null })[]>`
    SELECT n."id", to_char(n."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "at",
      (SELECT max(p."sequence") FROM "Publication" p WHERE p."recordId" = n."id" AND ${isMeaningful}) AS "sequence"
    FROM (
      SELECT e."id", e."publishedAt" FROM "Entry" e
      WHERE (e."id" = ${id} OR e."id" IN (SELECT r."recordId" FROM "Reference" r WHERE r."targetId" = ${id})) ${since}
      ORDER BY e."publishedAt" DESC, e."id" DESC LIMIT ${most + 1}
    ) AS n ORDER BY n."publishedAt" DESC, n."id" DESC`;
  const shown = rows.slice(0, most);
  const sequences = shown.flatMap(({ sequence }) => (sequence === null ? [] : [String(sequence)]));
  const told = await publicationsAs(published, Prisma.sql`SELECT unnest(${sequences}::text[])::bigint`);
  const items = new Map(told.map((row) => [row.record.id, toItem(row)]));
  return {
    named: shown.flatMap((place) => {
      const item = items.get(place.id);
      return item === undefined ? [] : [{ place, item }];
    }),
    beyond: rows[most] ?? null,
  };
}

// What has stopped being on record is in no published table. The instant is the one that is read, or null for now.
async function notNamingAnyMore(published: Published, id: string): Promise<FeedItem[]> {
  const rows = await publicationsAs(
    published,
    Prisma.sql`
      SELECT (SELECT max(p."sequence") FROM "Publication" p WHERE p."recordId" = l."recordId" AND p."recordedAt" = l."at")
      FROM public.no_longer_naming(${id}, nullif(current_setting('rapporteur.as_of', true), '')::timestamptz) AS l`,
  );
  return rows.map(toLeft);
}
