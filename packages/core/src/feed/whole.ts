import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import type { FeedView } from '@rapporteur/domain/feed-views';
import { newestPublication } from '../record/history';
import {
  instanceName,
  isCorrectionSql,
  isMeaningful,
  itemsOfFeed,
  publicationsAs,
  toCorrection,
  toFeed,
  toItem,
} from './items';

// A record may change many times in a row: so far back in the log its newest changes are looked for.
const rowsRead = 10 * itemsOfFeed;

/** What is new in the whole record: each record once, by the newest change that altered what it says. */
export async function feedOfRecord(published: Published): Promise<FeedView> {
  const newest = (await newestPublication(published))?.sequence ?? 0n;
  const [name, rows] = await Promise.all([
    instanceName(published),
    publicationsAs(
      published,
      Prisma.sql`
        SELECT max(n."sequence") FROM (
          SELECT p."recordId", p."sequence" FROM "Publication" p
          WHERE p."sequence" <= ${newest} AND ${isMeaningful} ORDER BY p."sequence" DESC LIMIT ${rowsRead}
        ) AS n GROUP BY n."recordId" ORDER BY 1 DESC LIMIT ${itemsOfFeed}`,
    ),
  ]);
  return toFeed(`record ${name}`, rows.map(toItem));
}

/** Where the record was wrong: corrections, withdrawals and merges, each an item of its own. */
export async function feedOfCorrections(published: Published): Promise<FeedView> {
  const newest = (await newestPublication(published))?.sequence ?? 0n;
  const [name, rows] = await Promise.all([
    instanceName(published),
    publicationsAs(
      published,
      Prisma.sql`
        SELECT p."sequence" FROM "Publication" p
        WHERE p."sequence" <= ${newest} AND ${isCorrectionSql}
        ORDER BY p."sequence" DESC LIMIT ${itemsOfFeed}`,
    ),
  ]);
  return toFeed(`corrections ${name}`, rows.map(toCorrection));
}
