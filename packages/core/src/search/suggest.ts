import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { foldName, soundOf } from '@rapporteur/domain/name-fold';
import type { Suggestion } from '@rapporteur/domain/search/views';
import { linkSql } from '../record/links';

/** The most suggestions. */
export const mostSuggested = 10;

/** How many names are looked at, of actors and issues and of everything else: those beyond begin like the others and are longer. */
const looked = 200;

/** How long what was typed has to be before names are held out that are only spelt like it. */
const shortestAlike = 4;

/** How like a name is to what was typed, from 0 to 1, to be held out: "hungry" and Hungary are 0.5. */
const leastAlike = 0.45;

/**
 * The records of which a name has words that begin like those typed, in any script: first what is called just so, then actors,
 * issues and programmes, then the rest, the shortest names first. Where no name begins so, actors and issues whose names are spelt or sound
 * alike, or have a word that one mistake parts from the one typed. Nothing for fewer than two letters, which too many names begin with.
 */
export async function suggest(published: Published, typed: string, limit: number): Promise<Suggestion[]> {
  const words = foldName(typed.slice(0, 100)).split(' ').slice(0, 6);
  if (words.join('').length < 2) return [];
  const wanted = Math.min(Math.max(1, limit), mostSuggested);
  const beginning = await namesBeginning(published, words, wanted);
  if (beginning.length > 0 || words.join('').length < shortestAlike) return beginning;
  const alike = await namesSpeltAlike(published, words.join(' '), wanted);
  return alike.length > 0 || words.length > 1 ? alike : namesMistaken(published, words.join(''), wanted);
}

function namesBeginning(published: Published, words: readonly string[], limit: number): Promise<Suggestion[]> {
  const patterns = words.map((word) => `% ${word}%`);
  const whole = ` ${words.join(' ')}`;
  const nearest = (which: Prisma.Sql) => Prisma.sql`(
        SELECT * FROM "SearchName" WHERE "folded" LIKE ALL (${patterns}::text[]) AND ${which} ORDER BY length("folded"), "id" LIMIT ${looked})`;
  const order = (name: string) =>
    Prisma.sql`${Prisma.raw(name)}."folded" <> ${`${whole} `}, NOT ${Prisma.raw(name)}."folded" LIKE ${`${whole}%`}, length(${Prisma.raw(name)}."folded")`;
  return published.$queryRaw<Suggestion[]>`
    SELECT record, name FROM (
      SELECT ${linkSql('e')} AS record, n.*, n."text" AS name, row_number() OVER (
        -- Meetings and documents are called alike by the dozen, and nothing here tells them apart: of these the newest.
        PARTITION BY n."folded", n."kind", CASE WHEN n."kind" IN ('event', 'source') THEN '' ELSE n."recordId" END ORDER BY e."sortKey" DESC, e."id"
      ) AS "place"
      FROM (
        SELECT DISTINCT ON (a."recordId") a.* FROM (
          ${nearest(Prisma.sql`"kind" IN ('actor', 'issue')`)} UNION ALL ${nearest(Prisma.sql`"kind" NOT IN ('actor', 'issue')`)}
        ) AS a ORDER BY a."recordId", ${order('a')}, a."id"
      ) AS n JOIN "Entry" e ON e."id" = n."recordId" AND e."state" = 'live'
    ) AS n WHERE "place" = 1
    ORDER BY n."folded" <> ${`${whole} `} OR n."kind" IN ('event', 'source'), ${kindsFirst}, ${order('n')}, n."id" LIMIT ${limit}`;
}

/** SQL: what readers look for by its name before what is called after it: a meeting on Korea is no Korea. */
const kindsFirst = Prisma.sql`CASE n."kind" WHEN 'actor' THEN 0 WHEN 'issue' THEN 1 WHEN 'programme' THEN 1 ELSE 2 END`;

function namesSpeltAlike(published: Published, asked: string, limit: number): Promise<Suggestion[]> {
  const sound = asked.includes(' ') ? '' : soundOf(asked);
  return published.$queryRaw<Suggestion[]>`
    SELECT ${linkSql('e')} AS record, n."text" AS name FROM (
      SELECT DISTINCT ON (a."recordId") a.*, greatest(public.word_similarity(${asked}, a."folded"), public.similarity(${asked}, a."folded")) AS "likeness"
      FROM "SearchName" a
      WHERE (a."folded" OPERATOR(public.%>) ${asked} OR a."folded" OPERATOR(public.%) ${asked} OR a."sounds" @> ARRAY[${sound}])
        AND a."kind" IN ('actor', 'issue')
      ORDER BY a."recordId", "likeness" DESC, length(a."folded"), a."id"
    ) AS n JOIN "Entry" e ON e."id" = n."recordId" AND e."state" = 'live'
    WHERE n."likeness" >= ${leastAlike} OR n."sounds" @> ARRAY[${sound}]
    ORDER BY n."likeness" DESC, length(n."folded"), n."id" LIMIT ${limit}`;
}

/** Short words share few of their trigrams with what one mistake makes of them: Frnace is like nothing by those. */
function namesMistaken(published: Published, word: string, limit: number): Promise<Suggestion[]> {
  return published.$queryRaw<Suggestion[]>`
    SELECT ${linkSql('e')} AS record, n."text" AS name FROM (
      SELECT DISTINCT ON (a."recordId") a.*, public.similarity(a."folded", ${word}) AS "likeness" FROM "SearchName" a
      WHERE public.name_spellings(a."folded") && public.name_spellings(${word}) AND a."kind" IN ('actor', 'issue')
      ORDER BY a."recordId", "likeness" DESC, length(a."folded"), a."id"
    ) AS n JOIN "Entry" e ON e."id" = n."recordId" AND e."state" = 'live'
    ORDER BY n."likeness" DESC, length(n."folded"), n."id" LIMIT ${limit}`;
}
