import { fold } from '../gazetteer/fold';
import { lookupKeys } from '../gazetteer/inflection';
import type { Piece } from '../gazetteer/pieces';
import type { Language } from '../extraction';
import { eitherNames, womensNames } from './data/name-genders';
import { givenNames, ordinaryWords, ordinaryWordsElsewhere, particles, suffixes } from './data/name-words';
import { bodyHeads, bodyPairs, modifiers, organisationHeads, plainBodies, thingHeads } from './data/organisation-words';
import { courtesies, linkWords, portfolioWords, roleNouns } from './data/roles';
import { attributions, speechVerbs } from './data/speech-verbs';

export type Gender = 'f' | 'm';

/** Words of one language that tell what a capitalised name is the name of. Folded; in Ukrainian without endings. */
export interface Lexicon {
  language: Language;
  roles: ReadonlyMap<string, Gender | null>;
  courtesies: ReadonlyMap<string, Gender | null>;
  portfolio: ReadonlySet<string>;
  links: ReadonlySet<string>;
  speech: ReadonlySet<string>;
  attributions: ReadonlySet<string>;
  bodies: ReadonlySet<string>;
  organisations: ReadonlySet<string>;
  plainBodies: ReadonlySet<string>;
  ordinary: ReadonlySet<string>;
}

const keys = (words: string, language: Language): string[] =>
  words.split(/[\s;]+/).flatMap((word) => (word === '' ? [] : keysOf(word, language)));

/** Under what a word of a list is kept: one key, that every form of the word leads to. */
const keysOf = (word: string, language: Language): string[] =>
  fold(word)
    .split(/[-‐]/)
    .filter((part) => part !== '')
    .slice(-1)
    .map((one) => lookupKeys(one, language === 'uk' ? 'uk' : 'en', false)[0] ?? one);

const set = (words: string, language: Language): Set<string> => new Set(keys(words, language));

/** `word=f`: the word, and the gender that it tells. */
function gendered(words: string, language: Language): Map<string, Gender | null> {
  const map = new Map<string, Gender | null>();
  for (const item of words.split(/\s+/)) {
    const [word = '', gender] = item.split('=');
    for (const key of keys(word, language)) map.set(key, gender === 'f' || gender === 'm' ? gender : null);
  }
  return map;
}

const made = new Map<Language, Lexicon>();

export function lexiconOf(language: Language): Lexicon {
  const before = made.get(language);
  if (before) return before;
  const ordinary = language === 'en' ? ordinaryWords : `${ordinaryWords} ${ordinaryWordsElsewhere[language]}`;
  const lexicon: Lexicon = {
    language,
    roles: gendered(roleNouns[language], language),
    courtesies: gendered(courtesies[language], language),
    portfolio: set(portfolioWords[language], language),
    links: set(linkWords[language], language),
    speech: set(speechVerbs[language], language),
    attributions: set(attributions[language], language),
    bodies: set(bodyHeads[language], language),
    organisations: set(organisationHeads[language], language),
    plainBodies: set(plainBodies[language], language),
    ordinary: set(ordinary, language),
  };
  made.set(language, lexicon);
  return lexicon;
}

export const given: ReadonlySet<string> = set(givenNames, 'en');
const women = set(womensNames, 'en');
const either = set(eitherNames, 'en');

/** What a common first name tells; null for others, and for names of both. */
export function genderOfName(name: string): Gender | null {
  if (either.has(name)) return null;
  if (women.has(name)) return 'f';
  return given.has(name) ? 'm' : null;
}

export const smallWords: ReadonlySet<string> = set(particles, 'en');
export const endings: ReadonlySet<string> = set(suffixes, 'en');
export const things: ReadonlySet<string> = set(thingHeads, 'en');
export const modifying: ReadonlySet<string> = set(modifiers, 'en');
export const pairs: ReadonlySet<string> = new Set(
  bodyPairs.split(';').map((pair) => pair.trim().replaceAll(/\s+/g, ' ')),
);

/** Whether a list of the lexicon holds a piece in any of its forms. */
export function isIn(list: { has(key: string): boolean }, piece: Piece | undefined, language: Language): boolean {
  if (!piece || piece.kind !== 'word') return false;
  if (list.has(piece.fold)) return true;
  if (language === 'en' || language === 'fr') return false;
  const keys = lookupKeys(piece.fold, language, false);
  return keys.some((key) => list.has(key)) || (language === 'de' && keys.some((key) => isCompound(list, key)));
}

/** What German compounds of an office end in: "Wehrsprecher", "Sicherheitsexpertin". */
const compounded =
  /(?:minister|ministerin|sprecher|sprecherin|politiker|politikerin|experte|expertin|beauftragte|beauftragter|vorsitzende|vorsitzender|chef|chefin|prasident|prasidentin|direktor|direktorin|leiter|leiterin|kommissar|kommissarin|sekretar|sekretarin|botschafter|botschafterin|kanzler|kanzlerin|fuhrer|fuhrerin)$/;

/** A compound whose last part the list holds. */
function isCompound(list: { has(key: string): boolean }, key: string): boolean {
  const head = compounded.exec(key)?.[0];
  return head !== undefined && head.length < key.length - 2 && list.has(head);
}

export function genderIn(list: ReadonlyMap<string, Gender | null>, piece: Piece, language: Language): Gender | null {
  for (const key of [piece.fold, ...lookupKeys(piece.fold, language, false)]) {
    const gender = list.get(key);
    if (gender !== undefined) return gender;
  }
  return null;
}
