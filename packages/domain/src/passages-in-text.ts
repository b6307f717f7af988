import { nearWording } from './near-wording';
import { countOccurrences } from './occurrence-counts';
import { standsAt, unitsOf, type PassageSelector } from './passage';
import type { PassageView } from './views';

type State = PassageView['state'];

/** Above this length, in UTF-16 units, words that are gone are not looked for in other words: it would cost a reading each. */
export const longestSearched = 200_000;

/** What may still be read: UTF-16 units in search of one passage, of which a hundred million take a second or two. */
export interface Reading {
  left: number;
}

/** To count many passages at once takes as long for each unit, of the text and of them all, as a search for one does for so many. */
const perCounted = 8;

/**
 * What became of passages in another version of their source, whose normalised text and fingerprint these are: of each the
 * state that `reanchor` answers, in one reading of the text for all of them, and one more for each whose words are gone. Takes
 * what it reads off `reading`. What it has no reading left for, and what is gone from a text that is too long to be looked
 * through for other words, is `uncompared`.
 */
export function statesIn(
  text: string,
  sha256: string,
  passages: readonly PassageSelector[],
  reading: Reading,
): State[] {
  const units = unitsOf(
    text,
    passages.map(({ start }) => start),
  );
  const known = passages.map((passage): State | null =>
    passage.sha256 === sha256 || standsAt(passage, text, units.get(passage.start) ?? 0) ? 'verified' : null,
  );
  const moving = passages.filter((_, index) => known[index] === null);
  const countOf = counts(
    text,
    moving.map(({ exact }) => exact),
    reading,
  );
  const repeated = moving.filter(({ exact }) => (countOf(exact) ?? 0) > 1);
  const inContext = counts(text, repeated.map(withContext), reading);
  return passages.map((passage, index) => {
    const stands = known[index] ?? null;
    if (stands !== null) return stands;
    const count = countOf(passage.exact);
    if (count === null) return 'uncompared';
    if (count === 0) return inOtherWords(text, passage, reading);
    if (count === 1) return 'moved';
    const chosen = inContext(withContext(passage));
    return chosen === null ? 'uncompared' : chosen === 1 ? 'moved' : 'changed';
  });
}

const withContext = ({ prefix, exact, suffix }: PassageSelector): string => prefix + exact + suffix;

/** How often words stand in a text; null where there is no reading left for it. */
function counts(text: string, words: readonly string[], reading: Reading): (words: string) => number | null {
  const patterns = [...new Set(words)];
  const cost = perCounted * patterns.reduce((sum, { length }) => sum + length, text.length);
  if (patterns.length > 0 && cost > reading.left) return () => null;
  if (patterns.length > 0) reading.left -= cost;
  const found = countOccurrences(text, patterns);
  const countOf = new Map(patterns.map((pattern, index) => [pattern, found[index] ?? 0]));
  return (pattern) => countOf.get(pattern) ?? 0;
}

function inOtherWords(text: string, { exact, prefix, suffix }: PassageSelector, reading: Reading): State {
  if (text.length > longestSearched || text.length > reading.left) return 'uncompared';
  reading.left -= text.length;
  return nearWording(text, exact, prefix, suffix) === null ? 'gone' : 'changed';
}
