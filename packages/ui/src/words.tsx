/** The words readers see for the terms of the record. A term without an entry reads as itself, without underscores. */
const terms: Record<string, string> = {
  // Provisions
  not_mentioned: 'Not mentioned',
  // Relations of programmes, seen from the newer one
  succeeds: 'Succeeds',
  shortens: 'Shortens',
  alternative_to: 'Alternative to',
  // Stances
  joined_consensus: 'Joined consensus',
  not_voting: 'Not voting',
  // Acts and channels
  social_media: 'Social media',
  roll_call: 'Roll call',
  press_conference: 'Press conference',
  written: 'In writing',
  // Identifiers
  'iso3166-1-alpha-2': 'ISO 3166-1, two letters',
  'iso3166-1-alpha-3': 'ISO 3166-1, three letters',
  communique: 'Communiqué',
  // Changes
  publish: 'First published',
  correct: 'Correction',
  update: 'Update',
  edit: 'Wording',
  withdraw: 'Withdrawn',
  merge: 'Merged',
  translate: 'Translation',
  withdraw_translation: 'Translation withdrawn',
  // Passages
  verified: 'Passage verified',
  moved: 'Passage moved',
  changed: 'Passage changed',
  gone: 'Passage gone from the live page',
};

export const word = (term: string): string => terms[term] ?? sentence(term.replaceAll('_', ' '));

/** The same word inside a sentence. */
export const lower = (term: string): string => word(term).toLowerCase();

/** The same words at the beginning of a sentence. */
export const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const notOnRecord = 'Not on record';

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

const languages = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' });

/** The English name of a language tag. */
export function languageName(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What a JSON pointer into a content points at, in words: "/provisions/2/scope" is "Provision 3, scope". */
export function fieldName(pointer: string): string {
  const block = /^\/body(?:\/content\/(\d+))?/.exec(pointer);
  if (block !== null) return block[1] === undefined ? 'Text' : `Text, paragraph ${Number(block[1]) + 1}`;
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const named: string[] = [];
  for (const part of parts) {
    const last = named.at(-1);
    if (/^\d+$/.test(part) && last !== undefined) named[named.length - 1] = `${singular(last)} ${Number(part) + 1}`;
    else named.push(part.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase());
  }
  return sentence(named.join(', ')) || 'The whole record';
}

const singulars: Record<string, string> = {
  parties: 'party',
  memberships: 'membership',
  content: 'part',
  'owed by': 'owed by',
  'owed to': 'owed to',
};
const singular = (name: string) => singulars[name] ?? name.replace(/s$/, '');
