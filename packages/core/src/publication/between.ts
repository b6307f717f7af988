import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { isCorrection } from '@rapporteur/domain/correction';
import { changesOf, mostCounted, type BetweenFilter, type ChangesBetween } from '@rapporteur/domain/between-views';
import { kindOfPrefix, prefixOf } from '@rapporteur/domain/kinds';
import { isCorrectionSql } from '../feed/items';
import { newestFirst, newestPublication, toViews } from '../record/history';
import { longestPage } from '../record/page-size';

interface Query extends BetweenFilter {
  /** The earlier of the two moments; the later one is that of `published`. */
  from: Date;
  before?: number | null | undefined;
  /** Whether all changes are counted besides. */
  counting?: boolean;
  limit: number;
}

/** What changed in the whole record after a moment, up to the one that is read: counted by kind, and told page by page, newest first. */
export async function changesSince(
  published: Published,
  { from, before, limit, change, kind, counting = true }: Query,
): Promise<ChangesBetween> {
  const take = Math.min(Math.max(1, limit), longestPage);
  const newest = (await newestPublication(published))?.sequence ?? 0n;
  const last = before && BigInt(before) <= newest ? BigInt(before) - 1n : newest;
  const wanted = changesOf(change);
  const isNarrow = change !== null || kind !== null;
  // The index of corrections holds them alone, and answers only what names them; anything else is looked for so far back.
  const which = Prisma.sql`p."recordedAt" > ${from} AND p."sequence" <= ${last}
    ${wanted !== null && wanted.every((action) => isCorrection({ action })) ? Prisma.sql`AND ${isCorrectionSql}` : isNarrow ? Prisma.sql`AND p."sequence" > ${newest - BigInt(mostCounted)}` : Prisma.empty}
    ${wanted === null ? Prisma.empty : Prisma.sql`AND p."action" = ANY (${[...wanted]}::text[])`}
    ${kind === null ? Prisma.empty : Prisma.sql`AND p."recordId" LIKE ${`${prefixOf(kind)}\\_%`}`}`;
  const [rows, counted] = await Promise.all([
    newestFirst(published, which, take + 1),
    !counting
      ? []
      : // What kind a record is of, its id says: so no row of it has to be read.
        published.$queryRaw<{ change: ChangesBetween['counts'][number]['change']; prefix: string; count: number }[]>`
      SELECT n."action" AS "change", left(n."recordId", 3) AS "prefix", count(*)::int AS "count" FROM (
        SELECT p."action", p."recordId" FROM "Publication" p WHERE p."recordedAt" > ${from} AND p."sequence" <= ${newest}
        ORDER BY p."sequence" DESC LIMIT ${mostCounted + 1}
      ) AS n GROUP BY 1, 2 ORDER BY 1, 2`,
  ]);
  const page = rows.slice(0, take);
  const oldest = page.at(-1);
  return {
    items: await toViews(published, page),
    next: rows.length > take && oldest ? Number(oldest.sequence) : null,
    counts: counted.flatMap(({ prefix, ...counts }) => {
      const of = kindOfPrefix(prefix);
      return of === null ? [] : [{ ...counts, kind: of }];
    }),
    more: counted.reduce((sum, { count }) => sum + count, 0) > mostCounted,
  };
}
