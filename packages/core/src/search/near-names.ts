import { foldName, soundOf } from '@rapporteur/domain/name-fold';
import type { Kind } from '@rapporteur/domain/kinds';
import { wordPattern } from '@rapporteur/domain/search/search-text';
import { mistakesBetween } from '@rapporteur/domain/spelling';

/** A name that the database holds to be like a word of a question. */
export interface NameRow {
  /** The word, folded. */
  word: string;
  recordId: string;
  kind: Kind;
  /** The name, as it is written. */
  text: string;
  /** How much of the word is in the name, by trigrams; null where the two share nothing but a spelling with a mistake. */
  likeness: number | null;
}

/** A record that may be meant. */
export interface Near {
  recordId: string;
  kind: Kind;
  /** The words of the question that its name is like, each with the word of the name, as that is written. */
  like: { asked: string; written: string; mistakes: number }[];
  /** Whether every word of the question is in its name, as it is or nearly so. */
  covers: boolean;
  mistakes: number;
}

interface Name extends Near {
  likeness: number;
  otherScript: boolean;
  length: number;
}

/**
 * A word this short is another one when one letter is another: Mali is not Bali. Longer ones may have that mistake too. And it
 * is like much: so it means a name only with one mistake, and where all of that name is asked for.
 */
const shortWord = 4;

/**
 * The records that may be meant by the words of a question, each by the nearest of its names; those with the fewest mistakes
 * first. `words` are all of them, folded, `doubtful` those that are part of no name.
 */
export function nearestFirst(
  rows: readonly NameRow[],
  { words, doubtful, cyrillic }: { words: readonly string[]; doubtful: ReadonlySet<string>; cyrillic: boolean },
): Near[] {
  const records = new Map<string, Name>();
  const likenesses = new Map<string, Map<string, number>>();
  for (const { recordId, text, word, likeness } of rows) {
    const known = likenesses.get(`${recordId} ${text}`) ?? new Map<string, number>();
    likenesses.set(`${recordId} ${text}`, likeness === null ? known : known.set(word, likeness));
  }
  // A name comes once for each word that it is like, and is weighed once.
  const names = new Map(rows.map((row) => [`${row.recordId} ${row.text}`, row]));
  for (const { recordId, kind, text } of names.values()) {
    const name = nameOf(text, { recordId, kind }, words, doubtful, likenesses.get(`${recordId} ${text}`) ?? new Map());
    if (name === null) continue;
    name.otherScript = inCyrillic(text) !== cyrillic;
    const best = records.get(recordId);
    const mistakes = Math.min(name.mistakes, best?.mistakes ?? name.mistakes);
    records.set(recordId, { ...(best === undefined || inOrder(name, best) < 0 ? name : best), mistakes });
  }
  return [...records.values()].toSorted(
    (a, b) =>
      a.mistakes - b.mistakes || b.likeness - a.likeness || a.length - b.length || (a.recordId < b.recordId ? -1 : 1),
  );
}

/** Of one record, the name that readers are told: in the letters in which they wrote. */
const inOrder = (a: Name, b: Name): number =>
  Number(b.covers) - Number(a.covers) ||
  Number(a.otherScript) - Number(b.otherScript) ||
  a.mistakes - b.mistakes ||
  a.length - b.length;

/** What a name has of the words of a question; null where it is like none. */
function nameOf(
  text: string,
  record: Pick<Near, 'recordId' | 'kind'>,
  words: readonly string[],
  doubtful: ReadonlySet<string>,
  likenesses: ReadonlyMap<string, number>,
): Name | null {
  const parts = (text.match(wordPattern) ?? []).slice(0, mostParts).map((written) => partOf(written));
  const name: Name = {
    ...record,
    like: [],
    covers: true,
    mistakes: 0,
    likeness: 0,
    otherScript: false,
    length: text.length,
  };
  for (const asked of words) {
    if (parts.some(({ word }) => word === asked)) continue;
    const nearest = doubtful.has(asked) ? nearestPart(asked, parts) : null;
    const likeness = likenesses.get(asked) ?? null;
    const isFar = (likeness === null || asked.length <= shortWord) && (nearest?.mistakes ?? 0) > 1;
    if (nearest === null || isFar) name.covers = false;
    else {
      name.like.push({ asked, ...nearest });
      name.mistakes += nearest.mistakes;
      name.likeness = Math.max(name.likeness, likeness ?? 0);
    }
  }
  const isAsked = ({ word, written }: NamePart) =>
    words.includes(word) || name.like.some((each) => each.written === written);
  const isMeant = parts.every(isAsked) || name.like.every(({ asked }) => asked.length > shortWord);
  return name.like.length === 0 || !isMeant ? null : name;
}

/** How many words of a name are compared: the question of an issue may be as long as a paragraph. */
const mostParts = 24;

interface NamePart {
  written: string;
  word: string;
  sound: string;
}
function partOf(written: string): NamePart {
  const word = foldName(written);
  return { written, word, sound: soundOf(word) };
}

/** The part of a name that is nearest to a word. One that sounds alike has two mistakes at most, however it is spelt. */
function nearestPart(asked: string, parts: readonly NamePart[]) {
  let nearest: { written: string; mistakes: number } | null = null;
  const sound = soundOf(asked);
  for (const { written, word, sound: heard } of parts) {
    const spelt = mistakesBetween(asked, word) + (isAnother(asked, word) ? 1 : 0);
    const mistakes = sound !== '' && heard === sound ? Math.min(spelt, 2) : spelt;
    if (nearest === null || mistakes < nearest.mistakes) nearest = { written, mistakes };
  }
  return nearest;
}

function isAnother(asked: string, word: string): boolean {
  if (asked.length > shortWord || asked.length !== word.length) return false;
  return Array.from(asked, (letter, at) => letter !== word[at]).filter(Boolean).length === 1;
}

/** Whether a text is written in Cyrillic letters. */
export const inCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);
