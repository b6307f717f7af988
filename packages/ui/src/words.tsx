import type { Kind } from '@rapporteur/domain/kinds';
import { terms as english } from './messages/en/terms';
import { heardSpeech, spokenLocale } from './speech';

const terms = () => heardSpeech()?.messages.terms ?? english;

const among = (names: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(names, name) ? names[name] : undefined;

/** The words readers see for a term of the record. A term without any reads as itself, without underscores. */
export const word = (term: string): string => among(terms().words, term) ?? sentence(term.replaceAll('_', ' '));

/** The same word inside a sentence. German nouns keep their capital, so there the word stays as it is. */
export const lower = (term: string): string => inSentence(word(term));

/** A name of a kind or a field inside a sentence. */
export const inSentence = (text: string): string =>
  spokenLocale() === 'de-DE' ? text : text.toLocaleLowerCase(spokenLocale());

/** The same words at the beginning of a sentence. */
export const sentence = (text: string) => text.charAt(0).toLocaleUpperCase(spokenLocale()) + text.slice(1);

/** What the language of the page calls a kind of record: `Actor`, or `Actors` for many. */
export const kindName = (kind: Kind, number: 'one' | 'many' = 'one'): string => terms().kinds[kind][number];

/** Said where nothing is known; which is not neutral. */
export const silence = (): string => terms().notOnRecord;

/** Said of a reference that no view carries. */
export const notPublic = (): string => terms().notPublic;

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** A number as the language of the page writes it. */
export const figure = (number: number): string => number.toLocaleString(spokenLocale());

const languageNames = new Map<string, Intl.DisplayNames>();

/** What the language of the page calls the language of a tag. */
export function languageName(tag: string): string {
  const locale = spokenLocale();
  const names = languageNames.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  languageNames.set(locale, names);
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What a JSON pointer into a content points at, in words: "/provisions/2/scope" is "Provision 3, scope". */
export function fieldName(pointer: string): string {
  const { fields, items, whole, text, paragraph, numbered } = terms();
  const block = /^\/body(?:\/content\/(\d+))?/.exec(pointer);
  if (block !== null)
    return block[1] === undefined ? text : paragraph.replace('{number}', String(Number(block[1]) + 1));
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const named: string[] = [];
  parts.forEach((part, index) => {
    const before = parts[index - 1];
    if (/^\d+$/.test(part) && before !== undefined)
      named[named.length - 1] = numbered
        .replace('{item}', among(items, before) ?? plain(before).replace(/s$/, ''))
        .replace('{number}', String(Number(part) + 1));
    else named.push(among(fields, part) ?? plain(part));
  });
  return sentence(named.join(', ')) || whole;
}

/** As what a record is named at a pointer: an actor of a list is what its items are, whichever of them it is. */
export function roleName(pointer: string): string {
  const [, list] = /^\/(\w+)\/\d+\/actor$/.exec(pointer) ?? [];
  const role = list === undefined ? undefined : among(terms().items, list);
  return role === undefined ? fieldName(pointer) : sentence(role);
}

const plain = (name: string) => name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
