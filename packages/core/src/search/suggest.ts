import type { Published } from '@rapporteur/db/clients';
import { foldName } from '@rapporteur/domain/name-fold';
import type { Suggestion } from '@rapporteur/domain/search/views';
import type { RecordLink } from '@rapporteur/domain/views';
import { linkSql } from '../record/links';

/** The most suggestions. */
export const mostSuggested = 10;

/** How many names are looked at: those beyond begin like the others and are longer. */
const looked = 200;

/**
 * The records of which a name has words that begin like those typed, in any script: actors first, then the shortest names.
 * Nothing for fewer than two letters, which too many names begin with.
 */
export async function suggest(published: Published, typed: string, limit: number): Promise<Suggestion[]> {
  const words = foldName(typed.slice(0, 100)).split(' ').slice(0, 6);
  if (words.join('').length < 2) return [];
  const patterns = words.map((word) => `% ${word}%`);
  return published.$queryRaw<(Suggestion & { record: RecordLink })[]>`
    SELECT ${linkSql('e')} AS record, n."text" AS name FROM (
      SELECT DISTINCT ON ("recordId") * FROM (
        SELECT * FROM "SearchName" WHERE "folded" LIKE ALL (${patterns}::text[]) ORDER BY length("folded"), "id" LIMIT ${looked}
      ) AS nearest ORDER BY "recordId", length("folded"), "id"
    ) AS n JOIN "Entry" e ON e."id" = n."recordId" AND e."state" = 'live'
    ORDER BY n."kind" <> 'actor', NOT n."folded" LIKE ${` ${words.join(' ')}%`}, length(n."folded"), n."id"
    LIMIT ${Math.min(Math.max(1, limit), mostSuggested)}`;
}
