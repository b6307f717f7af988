import { Prisma, type PrismaClient } from '@rapporteur/db/generated/client';
import type { Kind } from '@rapporteur/domain/kinds';
import { authorize, type Caller } from '../policy';
import { referenceViews, type ReferenceView } from './view';

export interface ReferenceQuery {
  kinds: readonly Kind[];
  /** What was typed: each word is the beginning of a word of a title or, for actors, of any name in any script. */
  text: string;
  /** The EDTF date on which the office of a person is asked for. */
  day: string | null;
  limit: number;
}

/** Of a word that thousands of records share, this many are ranked: the last changed ones. */
const mostRanked = 400;

/**
 * Records that can be named in a field, drafts included, the best match first: the whole title, then titles that begin with
 * what was typed, then the last changed. Without text: the last changed. Records that are given up or merged are left out.
 */
export async function searchReferences(
  db: PrismaClient,
  caller: Caller,
  { kinds, text, day, limit }: ReferenceQuery,
): Promise<ReferenceView[]> {
  authorize(caller, 'desk.read');
  const words = foldedWords(text);
  const found = words.length === 0 ? await lastChanged(db, kinds, limit) : await matching(db, kinds, words, limit);
  return referenceViews(
    db,
    found.map(({ id }) => id),
    day,
  );
}

/** Records by their ids, in the order asked for; ids that lead nowhere are left out. */
export async function namedReferences(
  db: PrismaClient,
  caller: Caller,
  { ids, day }: { ids: readonly string[]; day: string | null },
): Promise<ReferenceView[]> {
  authorize(caller, 'desk.read');
  return referenceViews(db, ids, day);
}

/** At most eight words, so that a pasted page is not a search of a thousand conditions. */
const foldedWords = (text: string) => (text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, 8);

function matching(db: PrismaClient, kinds: readonly Kind[], words: readonly string[], limit: number) {
  const all = Prisma.join(
    words.map(
      (word) => Prisma.sql`desk_search_text(v."title", v."content") LIKE '% ' || btrim(desk_fold(${word})) || '%'`,
    ),
    ' AND ',
  );
  const typed = words.join(' ');
  return db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM (
      SELECT r."id", r."updatedAt", desk_fold(v."title") AS title
      FROM "Revision" v JOIN "Record" r ON r."id" = v."recordId"
      WHERE ${all} AND ${namable(kinds)}
      ORDER BY r."updatedAt" DESC LIMIT ${mostRanked}
    ) hit
    ORDER BY title = desk_fold(${typed}) DESC, title LIKE desk_fold(${typed}) || '%' DESC, "updatedAt" DESC, "id"
    LIMIT ${limit}`;
}

function lastChanged(db: PrismaClient, kinds: readonly Kind[], limit: number) {
  return db.$queryRaw<{ id: string }[]>`
    SELECT r."id" FROM "Record" r JOIN "Revision" v ON v."recordId" = r."id"
    WHERE ${namable(kinds)} ORDER BY r."updatedAt" DESC, r."id" LIMIT ${limit}`;
}

/** The newest revision of a record of these kinds that is neither merged away, withdrawn nor given up. */
export const namable = (kinds: readonly Kind[]) => Prisma.sql`
  r."kind" IN (${Prisma.join(kinds)}) AND r."mergedIntoId" IS NULL AND v."state" NOT IN ('discarded', 'withdrawn')
  AND NOT EXISTS (SELECT FROM "Revision" later WHERE later."recordId" = v."recordId" AND later."number" > v."number")`;
