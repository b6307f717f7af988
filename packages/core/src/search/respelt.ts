import { foldName } from '@rapporteur/domain/name-fold';
import { wordPattern } from '@rapporteur/domain/search/search-text';
import { longestQuestion } from '@rapporteur/domain/search/views';
import type { Alike } from './alike';
import type { Term } from './question';

/** How many questions are offered for one. */
const mostInstead = 3;

/**
 * The questions that may have been meant, the likeliest first: the one asked, with words of names on record in place of those
 * that are spelt like them, and everything else as it was written.
 */
export function questionsInstead(question: string, alike: readonly Alike[]): string[] {
  const spellings = new Map<string, string[]>();
  for (const { asked, written } of alike.flatMap(({ like }) => like)) {
    const known = spellings.get(asked) ?? [];
    if (!known.some((each) => foldName(each) === foldName(written))) spellings.set(asked, [...known, written]);
  }
  const questions = Array.from({ length: mostInstead }, (_, nth) =>
    question.replaceAll(wordPattern, (word) => {
      const [first, ...others] = spellings.get(foldName(word)) ?? [word];
      return others[nth - 1] ?? first ?? word;
    }),
  );
  return [...new Set(questions)].filter((each) => each !== question && each.length <= longestQuestion);
}

/** The words of a question that a name is like, as they are searched for. */
export function asWrittenIn(terms: readonly Term[], like: Alike['like']): string {
  const folded = new Set(like.map(({ asked }) => asked));
  const words = terms.flatMap(({ text, excluded }) => (excluded ? [] : text.split(' ')));
  return words.filter((word) => folded.has(foldName(word))).join(' ');
}
