import type { ActorKind, Language } from '../extraction';
import { media } from './data/media';
import { nationalBodies } from './data/national-bodies';
import { organisations } from './data/organisations';
import { stateAdjectives } from './data/state-adjectives';
import { stateNames } from './data/state-names';
import { stateWords } from './data/state-words';

/** Something that texts name, as the gazetteer knows it. */
export interface Entry {
  /** ISO 3166-1 alpha-2 for a state, otherwise its first name: what makes it one. */
  key: string;
  kind: ActorKind;
  /** By language, where known; English always. */
  names: Partial<Record<Language, string>> & { en: string };
  /** The state or organisation it belongs to. */
  of: Entry | null;
  /** What a text may call it after naming it: "alliance", "council". */
  nouns: string[];
  medium: boolean;
}

/** How a phrase means an entry. A seat is a capital or a palace that may stand for a government. */
export type Meaning = 'name' | 'alias' | 'seat' | 'doubtful seat' | 'adjective' | 'medium by context';

export interface Naming {
  phrase: string;
  entry: Entry;
  meaning: Meaning;
  /** Null: whatever the language of the text. */
  language: Language | null;
}

const languages = ['en', 'fr', 'de', 'hu', 'uk'] as const;
const list = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
const rows = (table: string): string[][] =>
  table
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('|'));

/** All that the gazetteer knows, one naming a line of thought; in the order of the data, so that the result is stable. */
export function readNamings(): Naming[] {
  const states = new Map<string, Entry>();
  return [...readStates(states), ...readOrganisations(), ...readBodies(states), ...readMedia()];
}

function readStates(states: Map<string, Entry>): Naming[] {
  const namings: Naming[] = [];
  for (const [code = '', ...names] of rows(stateNames)) {
    const entry = entryOf(code, 'state', Object.fromEntries(languages.map((language, nth) => [language, names[nth]])));
    states.set(code, entry);
    languages.forEach((language, nth) => {
      const phrase = names[nth];
      if (phrase) namings.push({ phrase, entry, meaning: 'name', language });
    });
  }
  for (const [code = '', english, others, seats] of rows(stateWords)) {
    const entry = known(states, code);
    for (const phrase of list(english)) {
      namings.push({ phrase, entry, meaning: 'adjective', language: 'en' });
      if (!/(?:ese|ss|sh|ch|men|i)$/.test(phrase))
        namings.push({ phrase: `${phrase}s`, entry, meaning: 'adjective', language: 'en' });
    }
    for (const phrase of list(others)) namings.push({ phrase, entry, meaning: 'alias', language: null });
    for (const seat of list(seats)) {
      const doubtful = seat.endsWith('?');
      const phrase = doubtful ? seat.slice(0, -1) : seat;
      namings.push({ phrase, entry, meaning: doubtful ? 'doubtful seat' : 'seat', language: null });
    }
  }
  for (const [code = '', french, german, hungarian, ukrainian] of rows(stateAdjectives)) {
    const entry = known(states, code);
    const add = (cell: string | undefined, language: Language, forms = (one: string) => [one]) => {
      for (const phrase of list(cell).flatMap(forms)) namings.push({ phrase, entry, meaning: 'adjective', language });
    };
    add(french, 'fr', frenchForms);
    add(german, 'de');
    add(hungarian, 'hu');
    add(ukrainian, 'uk');
  }
  return namings;
}

/** hongrois, hongroise, hongroises; américain(e)(s); ukrainien(ne)(s); grec(que)(s). */
function frenchForms(masculine: string): string[] {
  const feminine = /(?:en|on)$/.test(masculine)
    ? `${masculine}ne`
    : masculine.endsWith('c')
      ? `${masculine}que`
      : masculine.endsWith('e')
        ? masculine
        : `${masculine}e`;
  return [...new Set([masculine, `${masculine}s`, feminine, `${feminine}s`])];
}

function readOrganisations(): Naming[] {
  const byName = new Map<string, Entry>();
  return rows(organisations).flatMap(([kind, whole = '', nouns, ...names]) => {
    const forms = languages.map((_, nth) => list(names[nth]));
    const entry = entryOf(
      forms[0]?.[0] ?? '',
      kind === 'b' ? 'body' : 'organisation',
      Object.fromEntries(languages.map((language, nth) => [language, forms[nth]?.[0] ?? forms[0]?.[0]])),
    );
    entry.nouns = list(nouns);
    entry.of = byName.get(whole) ?? null;
    byName.set(entry.key, entry);
    return languages.flatMap((language, nth) =>
      (forms[nth] ?? []).map((phrase): Naming => ({
        phrase,
        entry,
        meaning: phrase === entry.names[language] ? 'name' : 'alias',
        language: language === 'en' ? null : language,
      })),
    );
  });
}

function readBodies(states: Map<string, Entry>): Naming[] {
  return rows(nationalBodies).flatMap(([code = '', nouns, names]) => {
    const [first = '', ...others] = list(names);
    const kind = /party|company|coalition/.test(nouns ?? '') ? 'organisation' : 'body';
    const entry = entryOf(first, kind, { en: first });
    entry.nouns = list(nouns);
    entry.of = known(states, code);
    return [first, ...others].map((phrase, nth): Naming => ({
      phrase,
      entry,
      meaning: nth === 0 ? 'name' : 'alias',
      language: null,
    }));
  });
}

function readMedia(): Naming[] {
  return list(media.replaceAll('\n', ';')).map((line) => {
    const phrase = line.replace(/^=/, '');
    const entry = { ...entryOf(phrase, 'organisation', { en: phrase }), medium: true };
    return { phrase, entry, meaning: line === phrase ? 'name' : 'medium by context', language: null };
  });
}

function entryOf(key: string, kind: ActorKind, names: Partial<Record<Language, string>>): Entry {
  return { key, kind, names: { ...names, en: names.en ?? key }, of: null, nouns: [], medium: false };
}

function known(states: Map<string, Entry>, code: string): Entry {
  const entry = states.get(code);
  if (!entry) throw new Error(`The gazetteer knows no state ${code}.`);
  return entry;
}
