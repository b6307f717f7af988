import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { isMeaningful } from '../feed/items';
import { membersOf } from '../question/members';
import type { About } from './about';

/** The most changes that one mail tells of; it says how many there were, and where the rest stands. */
export const mostTold = 50;

/** What a reader was told last. */
export interface Told {
  /** The newest publication of then. */
  told: bigint;
  /** Of a search: the records that it found then. */
  seen: readonly string[];
}

/** What is new for a reader. */
export interface Changes {
  /** The publications to tell of: of each record the newest, corrections first, then the newest. */
  sequences: bigint[];
  count: number;
  /** When the first of them was published; null where there are none. */
  since: Date | null;
  /** Of a search: the records that it finds now. */
  seen: string[];
}

/**
 * What concerns a reader among the publications after the one they were told of last, up to `newest`. Edits of wording and
 * translations concern nobody. The history is read, so this is for the owner alone.
 */
export async function changesFor(db: Published, about: About, { told, seen }: Told, newest: bigint): Promise<Changes> {
  const found = about.of === 'search' ? (await membersOf(db, about)).records.map(({ id }) => id) : [];
  const rows = await db.$queryRaw<{ sequence: bigint; since: Date; count: number }[]>`
    SELECT g."sequence", min(g."first") OVER () AS since, (count(*) OVER ())::int AS count FROM (
      SELECT max(p."sequence") AS "sequence", min(p."recordedAt") AS "first",
        (array_agg(p."action" ORDER BY p."sequence" DESC))[1] IN ('correct', 'withdraw', 'merge') AS "corrects"
      FROM "Publication" p
      WHERE p."sequence" > ${told} AND p."sequence" <= ${newest} AND ${isMeaningful} AND ${concerns(about, [...found, ...seen])}
      GROUP BY ${about.of === 'corrections' ? Prisma.sql`p."sequence"` : Prisma.sql`p."recordId"`}
    ) AS g ORDER BY g."corrects" DESC, g."sequence" DESC LIMIT ${mostTold}`;
  return {
    sequences: rows.map(({ sequence }) => sequence),
    count: rows[0]?.count ?? 0,
    since: rows[0]?.since ?? null,
    seen: found,
  };
}

/** SQL: whether a publication `p` concerns whoever follows this. */
function concerns(about: About, found: readonly string[]): Prisma.Sql {
  switch (about.of) {
    case 'record':
      return Prisma.sql`true`;
    case 'corrections':
      return Prisma.sql`p."action" IN ('correct', 'withdraw', 'merge')`;
    case 'search':
      return Prisma.sql`p."recordId" = ANY (${[...found]}::text[])`;
    case 'about':
      // Its own, of a record that names it from then on, or of one that named it until then: that has to be taken back.
      return Prisma.sql`(p."recordId" = ${about.id} OR EXISTS (
        SELECT FROM history."Reference" r WHERE r."recordId" = p."recordId" AND r."targetId" = ${about.id}
          AND (r."recorded" @> p."recordedAt" OR upper(r."recorded") = p."recordedAt")))`;
  }
}
