import { soundOf } from '../name-fold';

/** A name as it is compared: folded, its words in the order of letters, and what they sound like. */
export interface NameForm {
  folded: string;
  sorted: string;
  words: number;
  sounds: readonly string[];
}

/** The form of a folded name; of one on record the sounds are known. */
export function formOf(folded: string, known?: readonly string[]): NameForm {
  const words = folded.split(' ');
  const sounds = known ?? words.map(soundOf).filter((sound) => sound !== '');
  return { folded, sorted: inOrder(words).join(' '), words: words.length, sounds };
}

/**
 * How like a name is to what was asked, from 0 to 100. 100: the same but for case, accents and script. 98: the same words in
 * another order. Names that only sound alike reach 85, those that are only spelt alike 90. `similarity` is that of their
 * trigrams, from 0 to 1.
 */
export function likeness(asked: NameForm, name: NameForm, similarity: number): number {
  if (asked.folded === name.folded) return 100;
  if (asked.sorted === name.sorted) return 98;
  const heard = new Set(name.sounds);
  const alike = asked.sounds.filter((sound) => heard.has(sound)).length / Math.max(asked.words, name.words);
  return Math.round(Math.max(90 * similarity, 85 * alike));
}

const inOrder = (words: readonly string[]): string[] => words.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
