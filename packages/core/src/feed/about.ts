import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import type { FeedAnswer, FeedItem } from '@rapporteur/domain/feed-views';
import type { Kind } from '@rapporteur/domain/kinds';
import { getEntry } from '../record/entry';
import { isMeaningful, itemsOfFeed, publicationsAs, toFeed, toItem, toLeft } from './items';

// Records whose wording alone was edited stand among the newest too, and are left behind those that say something new.
const candidates = 4 * itemsOfFeed;

/**
 * What is new about a record: itself, and every record that names it. A record that named it once and does not any more,
 * because it was corrected or withdrawn, stays for a while, so that whoever follows can take back what they were told.
 * Null where nothing ever stood at the address.
 */
export async function feedAbout(
  published: Published,
  address: { kind: Kind; slug: string },
): Promise<FeedAnswer | null> {
  const entry = await getEntry(published, address);
  if (entry === null) return null;
  const { record, into } = entry;
  if (into !== null) return { found: 'merged', into };
  if (record.state !== 'live') return { found: 'withdrawn' };
  const [present, left] = await Promise.all([naming(published, record.id), notNamingAnyMore(published, record.id)]);
  return { found: 'live', record, feed: toFeed(`about ${record.id}`, [...present, ...left]) };
}

async function naming(published: Published, id: string): Promise<FeedItem[]> {
  const rows = await publicationsAs(
    published,
    Prisma.sql`
      SELECT (SELECT max(p."sequence") FROM "Publication" p WHERE p."recordId" = n."id" AND ${isMeaningful}) FROM (
        SELECT e."id" FROM "Entry" e
        WHERE e."id" = ${id} OR e."id" IN (SELECT r."recordId" FROM "Reference" r WHERE r."targetId" = ${id})
        ORDER BY e."publishedAt" DESC, e."id" LIMIT ${candidates}
      ) AS n`,
  );
  return rows.map(toItem);
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
