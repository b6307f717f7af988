import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import type { FeedView } from '@rapporteur/domain/feed-views';
import { newestPublication } from '../record/history';
import { instanceName, isCorrectionSql, itemsOfFeed, publicationsAs, toCorrection, toFeed } from './items';
import { noSuchPage, readSequence } from './pages';

/**
 * Where the record was wrong: corrections, withdrawals and merges, each an item of its own. `after` is the newest of an archive:
 * counted from the first one on, each archive holds equally many. Throws `invalid_input` where none ends.
 */
export async function feedOfCorrections(published: Published, after: string | null = null): Promise<FeedView> {
  const newest = (await newestPublication(published))?.sequence ?? 0n;
  const last = after === null ? newest : readSequence(after);
  if (last > newest) throw noSuchPage();
  const [name, rows, rank] = await Promise.all([
    instanceName(published),
    publicationsAs(
      published,
      Prisma.sql`
        SELECT p."sequence" FROM "Publication" p WHERE p."sequence" <= ${last} AND ${isCorrectionSql}
        ORDER BY p."sequence" DESC LIMIT ${after === null ? 2 * itemsOfFeed : itemsOfFeed + 1}`,
    ),
    rankOf(published, last),
  ]);
  const sequences = rows.map(({ sequence }) => String(sequence));
  if (after === null) {
    // Fifty, and down to where an archive ends, so that whoever goes on there is told nothing twice.
    const most = rank < itemsOfFeed ? rank : itemsOfFeed + (rank % itemsOfFeed);
    const items = rows.slice(0, most).map(toCorrection);
    return toFeed(`corrections ${name}`, items, { archived: true, older: sequences[most] ?? null });
  }
  if (sequences[0] !== after || rank % itemsOfFeed !== 0) throw noSuchPage();
  const newer = await published.$queryRaw<{ sequence: bigint }[]>`
    SELECT p."sequence" FROM "Publication" p WHERE p."sequence" > ${last} AND p."sequence" <= ${newest} AND ${isCorrectionSql}
    ORDER BY p."sequence" LIMIT 1 OFFSET ${itemsOfFeed - 1}`;
  return toFeed(`corrections ${name}`, rows.slice(0, itemsOfFeed).map(toCorrection), {
    archived: true,
    older: sequences[itemsOfFeed] ?? null,
    newer: newer[0] === undefined ? null : String(newer[0].sequence),
  });
}

/** How many corrections there are up to a sequence number. */
async function rankOf(published: Published, last: bigint): Promise<number> {
  const [row] = await published.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Publication" p WHERE p."sequence" <= ${last} AND ${isCorrectionSql}`;
  return row?.count ?? 0;
}
