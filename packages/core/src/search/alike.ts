import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { soundOf } from '@rapporteur/domain/name-fold';
import type { SearchFilter } from '@rapporteur/domain/search/views';
import { wordsOf } from './asked-words';
import type { Match } from './match';
import { isNarrowed, narrowedTo } from './matching';
import { shortestPart } from './names';
import { inCyrillic, nearestFirst, type Near, type NameRow } from './near-names';
import type { Term } from './question';

/** How many names are weighed for a word: the nearest by their letters, and the nearest of those that one mistake parts from it. */
const weighed = 24;

/** How many words of a question are looked for in other spellings, the first of them: a phrase may hold three dozen. */
const mostDoubtful = 6;

/** How many records a word that is spelt otherwise may mean. */
const mostAlike = 3;

/** A record that is looked for as well, and the terms of the question that it stands for. */
export interface Alike extends Pick<Near, 'recordId' | 'kind' | 'like' | 'covers'> {
  terms: number[];
}

/**
 * The records with names that are spelt nearly like the `doubtful` words, or sound like them: Szijarto and Сіярто mean
 * Szijjártó, Germny means Germany. Where a name is like the whole question, such records alone: Untied States means the United
 * States, and nothing else that is united. Otherwise of each word the three nearest.
 */
export async function namesAlike(
  published: Published,
  terms: readonly Term[],
  doubtful: readonly string[],
): Promise<Alike[]> {
  const all = wordsOf(terms);
  const words = [...new Set(all.map(({ word }) => word))];
  const unknown = doubtful.slice(0, mostDoubtful);
  const near = nearestFirst(await namesNear(published, unknown, words.join(' ')), {
    words,
    doubtful: new Set(unknown),
    cyrillic: inCyrillic(terms.map(({ text }) => text).join(' ')),
  });
  const complete = near.filter(({ covers }) => covers).slice(0, mostAlike);
  const isLike = (word: string, { like }: Near) => like.some(({ asked }) => asked === word);
  const kept =
    complete.length > 0
      ? complete
      : [...new Set(unknown.flatMap((word) => near.filter((name) => isLike(word, name)).slice(0, mostAlike)))];
  return kept.map((name) => {
    const meant = all.filter(({ word }) => name.covers || isLike(word, name)).map(({ term }) => term);
    const { recordId, kind, like, covers } = name;
    return { recordId, kind, like, covers, terms: [...new Set(meant)] };
  });
}

async function namesNear(published: Published, words: readonly string[], whole: string): Promise<NameRow[]> {
  if (words.length === 0) return [];
  const given = words.map((word) => ({ word, sound: soundOf(word) }));
  // No name sounds like nothing, so an empty sound finds none; a condition that says so would have every likeness measured twice.
  // Operators are named with their schema: in the past there is nothing on the path but what stood then.
  return published.$queryRaw<NameRow[]>`
    SELECT w."word", n.* FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS w("word" text, "sound" text), LATERAL (
      (SELECT a."recordId", a."kind", a."text", public.word_similarity(w."word", a."folded")::float8 AS likeness FROM "SearchName" a
      WHERE (a."folded" OPERATOR(public.%>) w."word" OR a."sounds" @> ARRAY[w."sound"]) AND a."kind" IN ('actor', 'issue')
      ORDER BY 4 DESC, length(a."folded"), a."id" LIMIT ${weighed})
      UNION ALL
      (SELECT a."recordId", a."kind", a."text", NULL FROM "SearchName" a
      WHERE public.name_spellings(a."folded") && public.name_spellings(w."word") AND a."kind" IN ('actor', 'issue')
      ORDER BY public.similarity(a."folded", ${whole}) DESC, length(a."folded"), a."id" LIMIT ${weighed})
    ) AS n`;
}

/**
 * The records of any kind with a title that is nearly the whole question, the nearest first: among those alone that the search
 * is narrowed to.
 */
export async function titlesAlike(
  published: Published,
  terms: readonly Term[],
  match: Match | null,
  filter: SearchFilter,
): Promise<string[]> {
  const whole = wordsOf(terms)
    .map(({ word }) => word)
    .join(' ');
  if (whole.length < shortestPart) return [];
  const among =
    match !== null && isNarrowed(match, filter)
      ? Prisma.sql`AND EXISTS (SELECT FROM "SearchEntry" s WHERE s."recordId" = a."recordId" ${narrowedTo(match, filter)})`
      : Prisma.empty;
  const rows = await published.$queryRaw<{ recordId: string }[]>`
    SELECT "recordId" FROM (
      SELECT a."recordId", max(public.word_similarity(${whole}, a."folded")) AS "likeness", min(length(a."folded")) AS "length"
      FROM "SearchName" a WHERE (a."folded" OPERATOR(public.%>) ${whole} OR a."sounds" @> ARRAY[${whole.includes(' ') ? '' : soundOf(whole)}]) ${among}
      GROUP BY a."recordId"
    ) AS n ORDER BY "likeness" DESC, "length", "recordId" LIMIT ${mostAlike}`;
  return rows.map(({ recordId }) => recordId);
}
