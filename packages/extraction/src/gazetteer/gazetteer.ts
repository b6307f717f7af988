import type { Language } from '../extraction';
import { readNamings, type Entry, type Naming } from './entries';
import { fold } from './fold';
import { Phrases } from './phrases';

let namings: readonly Naming[] | null = null;
let entries: ReadonlyMap<string, Entry> | null = null;
let entriesByName: ReadonlyMap<string, Entry> | null = null;
const byLanguage = new Map<Language, Phrases<Naming>>();

/**
 * The names to look for in a text of one language. Names of another language are left out, since one may be a word of
 * this one: Island is a state in German only. Made once for each language, at the first text in it.
 */
export function gazetteer(language: Language): Phrases<Naming> {
  const made = byLanguage.get(language);
  if (made) return made;
  const phrases = new Phrases<Naming>();
  for (const naming of allNamings()) {
    if (naming.language === null || naming.language === language)
      phrases.add(naming.phrase, naming, { anyCase: naming.meaning === 'adjective' && language !== 'en' });
  }
  byLanguage.set(language, phrases);
  return phrases;
}

const allNamings = (): readonly Naming[] => (namings ??= readNamings());

/** An entry by what makes it one: the ISO code of a state, the first name of an organisation. */
export function entryByKey(key: string): Entry | null {
  entries ??= new Map(allNamings().map(({ entry }) => [entry.key, entry]));
  return entries.get(key) ?? null;
}

/** The entry that a whole name means, in any language; seats and adjectives are no names. */
export function entryByName(name: string): Entry | null {
  entriesByName ??= new Map(
    allNamings()
      .filter(({ meaning }) => meaning === 'name' || meaning === 'alias')
      .map(({ phrase, entry }) => [fold(phrase), entry]),
  );
  return entriesByName.get(fold(name)) ?? null;
}
