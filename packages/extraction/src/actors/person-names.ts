import type { Language } from '../extraction';
import { fold, soundsLike } from '../gazetteer/fold';
import { given, smallWords } from './lexicon';

/** Family names that stand first. */
export const firstFamilyNames = new Set(
  'xi wang li zhang liu chen yang zhao qin kim lee park moon yoon choi nguyen tran pham hun to'.split(' '),
);

/** The words of a name, folded, without small words and initials. */
export const namesOf = (name: string): string[] =>
  name
    .split(' ')
    .map(fold)
    .filter((word) => word.length > 1 && !smallWords.has(word));

/** The family name among the words of a name. */
export function familyName(names: string[], language: Language): string {
  const first = names[0] ?? '';
  if (language === 'hu' && names.length > 1 && given.has(names.at(-1) ?? '')) return first;
  if (language === 'hu' && names.length > 1 && !given.has(first)) return first;
  if (names.length > 1 && firstFamilyNames.has(first)) return first;
  return names.at(-1) ?? '';
}

/** First names agree where they are one name in two spellings, or the whole names hold the same words. */
export function sameGiven(one: string[], other: string[], language: Language): boolean {
  const [a, b] = [one, other].map((names) =>
    names.filter((name) => name !== familyName(names, language)).map(soundsLike),
  );
  if (!a || !b || a.length === 0 || b.length === 0) return true;
  return a.some((name) => b.includes(name)) || [...one].toSorted().join(' ') === [...other].toSorted().join(' ');
}
