import type { Published } from '@rapporteur/db/clients';
import { foldName, soundOf } from '@rapporteur/domain/name-fold';
import { shortestPart } from './names';
import { inCyrillic, nearestFirst, type Near, type NameRow } from './near-names';
import type { Term } from './question';

/** How many names are weighed for a word: the nearest by their letters, and the nearest of those that one mistake parts from it. */
const weighed = 24;

/** How many words of a question are looked for in other spellings, the first of them: a phrase may hold three dozen. */
const mostDoubtful = 6;

/** How many records a word that is spelt otherwise may mean. */
const mostAlike = 3;

/** A word of a question, as names are folded, and the term that it stands in. */
interface Asked {
  term: number;
  word: string;
}

/** A record that is looked for as well, and the terms of the question that it stands for. */
export interface Alike extends Pick<Near, 'recordId' | 'kind' | 'like'> {
  terms: number[];
}

/** The terms of a question with words that may be spelt otherwise than on record: part of no name, and long enough. */
export const termsUnknown = (terms: readonly Term[], known: ReadonlySet<string>): number[] => [
  ...new Set(wordsOf(terms).flatMap(({ term, word }) => (isUnknown(word, known) ? [term] : []))),
];

const isUnknown = (word: string, known: ReadonlySet<string>) => word.length >= shortestPart && !known.has(word);

const wordsOf = (terms: readonly Term[]): Asked[] =>
  terms.flatMap(({ text, excluded }, term) =>
    excluded
      ? []
      : foldName(text)
          .split(' ')
          .flatMap((word) => (word === '' ? [] : [{ term, word }])),
  );

/**
 * The records with names that are spelt nearly like words of `doubtful` terms, or sound like them: Szijarto and Сіярто mean
 * Szijjártó, Germny means Germany. Where a name is like the whole question, such records alone: Untied States means the United
 * States, and nothing else that is united. Otherwise of each word the three nearest.
 */
export async function namesAlike(
  published: Published,
  terms: readonly Term[],
  known: ReadonlySet<string>,
  doubtful: readonly number[],
): Promise<Alike[]> {
  const all = wordsOf(terms);
  const words = [...new Set(all.map(({ word }) => word))];
  const inDoubt = all.flatMap(({ term, word }) => (doubtful.includes(term) && isUnknown(word, known) ? [word] : []));
  const unknown = [...new Set(inDoubt)].slice(0, mostDoubtful);
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
    return { recordId: name.recordId, kind: name.kind, like: name.like, terms: [...new Set(meant)] };
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

/** The records of any kind with a title that is nearly the whole question, the nearest first. */
export async function titlesAlike(published: Published, terms: readonly Term[]): Promise<string[]> {
  const whole = wordsOf(terms)
    .map(({ word }) => word)
    .join(' ');
  if (whole.length < shortestPart) return [];
  const rows = await published.$queryRaw<{ recordId: string }[]>`
    SELECT "recordId" FROM (
      SELECT a."recordId", max(public.word_similarity(${whole}, a."folded")) AS "likeness", min(length(a."folded")) AS "length"
      FROM "SearchName" a WHERE a."folded" OPERATOR(public.%>) ${whole} OR a."sounds" @> ARRAY[${whole.includes(' ') ? '' : soundOf(whole)}]
      GROUP BY a."recordId"
    ) AS n ORDER BY "likeness" DESC, "length", "recordId" LIMIT ${mostAlike}`;
  return rows.map(({ recordId }) => recordId);
}
