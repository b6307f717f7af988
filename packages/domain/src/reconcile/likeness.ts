import { foldName, soundOf } from '../name-fold';

/**
 * How like a name is to what was asked, from 0 to 100. 100: the same but for case, accents and script. 98: the same words in
 * another order. Names that only sound alike reach 85, those that are only spelt alike 90. `similarity` is that of their
 * trigrams, from 0 to 1.
 */
export function likeness(asked: string, name: string, similarity: number): number {
  const [wanted, had] = [foldName(asked), foldName(name)];
  if (wanted === had) return 100;
  const [words, others] = [inOrder(wanted.split(' ')), inOrder(had.split(' '))];
  if (words.join(' ') === others.join(' ')) return 98;
  const sounds = words.map(soundOf).filter((sound) => sound !== '');
  const heard = new Set(others.map(soundOf));
  const alike = sounds.filter((sound) => heard.has(sound)).length / Math.max(words.length, others.length);
  return Math.round(Math.max(90 * similarity, 85 * alike));
}

const inOrder = (words: readonly string[]): string[] => words.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
