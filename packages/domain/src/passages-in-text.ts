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
  /** Waited for between one reading and the next, where others are waiting for the same processor. */
  pause?: () => Promise<void>;
}

/** To count many passages at once takes as long for each unit, of the text and of them all, as a search for one does for so many. */
const perCounted = 8;

/** How long the patterns of one count are together at most: to hold them takes some thirty bytes for each unit. */
const mostPatterns = 2_000_000;

/**
 * What became of passages in another version of their source, whose normalised text and fingerprint these are: of each the
 * state that `reanchor` answers, in one reading of the text for all of them, and one more for each whose words are gone. Takes
 * what it reads off `reading`. What it has no reading left for, and what is gone from a text that is too long to be looked
 * through for other words, is `uncompared`.
 */
export async function statesIn(
  text: string,
  sha256: string,
  passages: readonly PassageSelector[],
  reading: Reading,
): Promise<State[]> {
  const units = unitsOf(
    text,
    passages.map(({ start }) => start),
  );
  const known = passages.map((passage): State | null =>
    passage.sha256 === sha256 || standsAt(passage, text, units.get(passage.start) ?? 0) ? 'verified' : null,
  );
  const moving = passages.filter((_, index) => known[index] === null);
  const countOf = await counts(
    text,
    moving.map(({ exact }) => exact),
    reading,
  );
  const repeated = moving.filter(({ exact }) => (countOf(exact) ?? 0) > 1);
  const inContext = await counts(text, repeated.map(withContext), reading);
  const states: State[] = [];
  for (const [index, passage] of passages.entries()) {
    const count = countOf(passage.exact);
    const stands = known[index] ?? null;
    if (stands !== null) states.push(stands);
    else if (count === null) states.push('uncompared');
    else if (count === 0) states.push(await inOtherWords(text, passage, reading));
    else if (count === 1) states.push('moved');
    else states.push(chosenBy(inContext(withContext(passage))));
  }
  return states;
}

/** What a passage whose words stand more than once became, by how often they stand in its surroundings. */
const chosenBy = (count: number | null): State => (count === null ? 'uncompared' : count === 1 ? 'moved' : 'changed');

const withContext = ({ prefix, exact, suffix }: PassageSelector): string => prefix + exact + suffix;

/** How often words stand in a text; null where there was no reading left for them. */
async function counts(
  text: string,
  words: readonly string[],
  reading: Reading,
): Promise<(words: string) => number | null> {
  const countOf = new Map<string, number | null>();
  for (const patterns of portions([...new Set(words)])) {
    const cost = perCounted * patterns.reduce((sum, { length }) => sum + length, text.length);
    const isRead = cost <= reading.left;
    if (isRead) reading.left -= cost;
    const found = isRead ? countOccurrences(text, patterns) : [];
    patterns.forEach((pattern, index) => countOf.set(pattern, isRead ? (found[index] ?? 0) : null));
    await reading.pause?.();
  }
  return (pattern) => countOf.get(pattern) ?? null;
}

function* portions(patterns: readonly string[]): Generator<string[]> {
  let portion: string[] = [];
  let length = 0;
  for (const pattern of patterns) {
    if (portion.length > 0 && length + pattern.length > mostPatterns) {
      yield portion;
      [portion, length] = [[], 0];
    }
    portion.push(pattern);
    length += pattern.length;
  }
  if (portion.length > 0) yield portion;
}

async function inOtherWords(
  text: string,
  { exact, prefix, suffix }: PassageSelector,
  reading: Reading,
): Promise<State> {
  if (text.length > longestSearched || text.length > reading.left) return 'uncompared';
  reading.left -= text.length;
  const near = nearWording(text, exact, prefix, suffix);
  await reading.pause?.();
  return near === null ? 'gone' : 'changed';
}
