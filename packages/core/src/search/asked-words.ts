import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { foldName } from '@rapporteur/domain/name-fold';
import { readTerms } from './match';
import { shortestPart } from './names';
import type { Term } from './question';

/** A word of a question, as it is searched and as names are folded, and the term that it stands in. */
interface Asked {
  term: number;
  written: string;
  word: string;
}

/** The words of a question, without those that are left out. */
export const wordsOf = (terms: readonly Term[]): Asked[] =>
  terms.flatMap(({ text, excluded }, term) =>
    excluded ? [] : text.split(' ').flatMap((written) => foldedOf(written).map((word) => ({ term, written, word }))),
  );

const foldedOf = (written: string): string[] =>
  foldName(written)
    .split(' ')
    .filter((word) => word !== '');

/** The words that may be spelt otherwise than on record, folded: part of no name, and long enough. */
export const wordsUnknown = (words: readonly Asked[], known: ReadonlySet<string>): string[] => [
  ...new Set(words.flatMap(({ word }) => (word.length >= shortestPart && !known.has(word) ? [word] : []))),
];

/** Of unknown words, those that no text on record has: what stands there is spelt as it is meant. */
export async function wordsLacking(
  published: Published,
  words: readonly Asked[],
  unknown: readonly string[],
): Promise<string[]> {
  const written = unknown.map((word) => words.find((each) => each.word === word)?.written ?? word);
  const read = await readTerms(
    published,
    written.map((text) => ({ text, phrase: false, excluded: false })),
  );
  const asked = unknown.flatMap((_, at) => {
    const queries = [...new Set(read.filter(({ term }) => term === at).map(({ query }) => query))];
    // What stands in every text of a language is no name.
    if (queries.length === 0 || queries.includes('')) return [];
    const any = queries.map((query) => `(${query})`).join(' | ');
    return [
      Prisma.sql`SELECT ${at}::int AS "at" WHERE NOT EXISTS (SELECT FROM "SearchEntry" WHERE "words" @@ ${any}::tsquery)`,
    ];
  });
  if (asked.length === 0) return [];
  const rows = await published.$queryRaw<{ at: number }[]>(Prisma.join(asked, ' UNION ALL '));
  const lacking = new Set(rows.map(({ at }) => at));
  return unknown.filter((_, at) => lacking.has(at));
}
