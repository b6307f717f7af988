import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { corrections } from '@rapporteur/domain/correction';
import { isCorrectionSql, isMeaningful } from '../feed/items';
import type { About } from './about';

/** The most changes that one mail tells of; it says how many there were, and where the rest stands. */
export const mostTold = 50;

/** What a reader was told last. */
export interface Told {
  /** The newest publication of then. */
  told: bigint;
  /** Of a search: the records that it found then. */
  seen: readonly string[];
  /** And those that it finds now. */
  found: readonly string[];
}

/** What is new for a reader. */
export interface Changes {
  /** The publications to tell of: of each record the newest, corrections first, then the newest. */
  sequences: bigint[];
  count: number;
  /** When the first of them was published; null where there are none. */
  since: Date | null;
}

/**
 * What concerns a reader among the publications after the one they were told of last, up to `newest`. Edits of wording and
 * translations concern nobody. The history is read, so this is for the owner alone.
 */
export async function changesFor(
  db: Published,
  about: About,
  { told, seen, found }: Told,
  newest: bigint,
): Promise<Changes> {
  const rows = await db.$queryRaw<{ sequence: bigint; since: Date; count: number }[]>`
    SELECT g."sequence", min(g."first") OVER () AS since, (count(*) OVER ())::int AS count FROM (
      SELECT max(p."sequence") AS "sequence", min(p."recordedAt") AS "first",
        (array_agg(p."action" ORDER BY p."sequence" DESC))[1] IN (${Prisma.join(corrections)}) AS "corrects"
      FROM "Publication" p
      WHERE p."sequence" > ${told} AND p."sequence" <= ${newest} AND ${isMeaningful} AND ${concerns(about, [...found, ...seen])}
      GROUP BY ${about.of === 'corrections' ? Prisma.sql`p."sequence"` : Prisma.sql`p."recordId"`}
    ) AS g ORDER BY g."corrects" DESC, g."sequence" DESC LIMIT ${mostTold}`;
  return {
    sequences: rows.map(({ sequence }) => sequence),
    count: rows[0]?.count ?? 0,
    since: rows[0]?.since ?? null,
  };
}

/** SQL: whether a publication `p` concerns whoever follows this. */
function concerns(about: About, found: readonly string[]): Prisma.Sql {
  switch (about.of) {
    case 'record':
      return Prisma.sql`true`;
    case 'corrections':
      return isCorrectionSql;
    case 'search':
      return Prisma.sql`p."recordId" = ANY (${[...found]}::text[])`;
    case 'about': {
      // It, and what was merged into it: that it was, and what became of it until then.
      const ids = Prisma.sql`ARRAY(SELECT ${about.id}::text UNION SELECT e."id" FROM "Entry" e WHERE e."mergedIntoId" = ${about.id})`;
      // Its own, of a record that names it from then on, or of one that named it until then: that has to be taken back.
      return Prisma.sql`(p."recordId" = ANY (${ids}) OR EXISTS (
        SELECT FROM history."Reference" r WHERE r."recordId" = p."recordId" AND r."targetId" = ANY (${ids})
          AND (r."recorded" @> p."recordedAt" OR upper(r."recorded") = p."recordedAt")))`;
    }
  }
}
