/** A word: letters, their marks and digits. Texts and questions are taken apart alike, and so are the words that are marked. */
export const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;

const letterDots = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu;

/**
 * A text as it is searched: small letters in one form, words apart by single spaces. Dashes, slashes and signs part words,
 * whichever of them is written; initials with full stops are one word ("U.N." is "un").
 */
export function searchText(text: string): string {
  // One plain word, as most are that are looked at.
  if (/^[a-zA-Z0-9]+$/.test(text)) return text.toLowerCase();
  const joined = text.normalize('NFC').replaceAll(letterDots, (initials) => `${initials.replaceAll('.', '')} `);
  return (joined.toLowerCase().match(wordPattern) ?? []).join(' ');
}

/** The ways in which words are reduced to their stems; `plain` leaves them as they are. Each is a configuration in PostgreSQL. */
export const searchLanguages = ['en', 'fr', 'de', 'hu', 'plain'] as const;
export type SearchLanguage = (typeof searchLanguages)[number];

/**
 * How the words of a text in a language (BCP 47) are kept. PostgreSQL has no stems for Ukrainian. Hungarian is also kept as it
 * stands, because its stems need the accents that many leave out when they type.
 */
export function searchLanguagesOf(tag: string): readonly SearchLanguage[] {
  const [primary = ''] = tag.toLowerCase().split('-');
  if (primary === 'en' || primary === 'fr' || primary === 'de') return [primary];
  return primary === 'hu' ? ['hu', 'plain'] : ['plain'];
}
