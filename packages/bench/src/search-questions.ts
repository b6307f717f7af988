import { search, type SearchQuery } from '@rapporteur/core/search/find';
import type { Published } from '@rapporteur/db/clients';
import { searchFilter, type SearchFilter } from '@rapporteur/domain/search/views';

const asked = 100;
const warming = 20;

export type Question = Omit<SearchQuery, 'sort' | 'limit'>;

/** Where the n-th of so many is taken from: spread over everything, the same in every run. */
export const spread = (n: number, length: number): number => Math.floor(((n * 0.754_877) % 1) * length);

/** Questions as readers ask them: rare words and frequent ones, phrases that somebody said, names with mistakes, facets. */
export function questionsOf(
  sentences: readonly string[],
  names: readonly string[],
  filters: readonly ((n: number) => Partial<SearchFilter>)[],
): Record<'words' | 'phrases' | 'names' | 'facets', Question[]> {
  const none = searchFilter.parse({});
  const numbers = Array.from({ length: asked + warming }, (_, n) => n + 1);
  const wordsAt = (n: number) => sentences[spread(n, sentences.length)]?.match(/[A-Za-z]{4,}/g) ?? [];
  const word = (n: number, at = 0) => wordsAt(n)[spread(n + at, wordsAt(n).length)] ?? 'talks';
  const phrase = (n: number) => {
    const words = sentences[spread(n, sentences.length)]?.match(/[A-Za-z]+/g) ?? [];
    const from = spread(n, Math.max(1, words.length - 3));
    return `"${words.slice(from, from + 2 + (n % 2)).join(' ')}"`;
  };
  const plain = (question: string) => ({ question, filter: none });
  return {
    words: numbers.map((n) => plain(n % 2 === 0 ? word(n) : `${word(n)} ${word(n, 7)}`)),
    phrases: numbers.map((n) => plain(phrase(n))),
    names: numbers.map((n) => plain(misspelt(names[spread(n, names.length)] ?? '', n))),
    facets: numbers.map((n) => ({ question: word(n), filter: { ...none, ...filters[n % filters.length]?.(n) } })),
  };
}

/** The last word of a name as somebody writes it who has heard it: a letter doubled, left out, or exchanged for another. */
function misspelt(name: string, n: number): string {
  const word = name.split(' ').at(-1) ?? '';
  const at = 1 + (n % (word.length - 2));
  const instead = [word[at]?.repeat(2), '', 'aeiou'[n % 5]][n % 3] ?? '';
  return word.slice(0, at) + instead + word.slice(at + 1);
}

type Run = <T>(read: (published: Published) => Promise<T>) => Promise<T>;

/** How long each answer takes, in milliseconds: ranked, 20 hits with excerpts, facets counted. The first are not counted. */
export async function timesOf(
  published: Published,
  questions: readonly Question[],
  run: Run = (read) => read(published),
): Promise<number[]> {
  const times: number[] = [];
  for (const question of questions) {
    const began = performance.now();
    await run((read) => search(read, { ...question, sort: 'relevance', limit: 20 }));
    times.push(performance.now() - began);
  }
  return times.slice(warming);
}
