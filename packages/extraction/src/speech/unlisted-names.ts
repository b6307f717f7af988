import type { Token } from '../text/tokens';
import type { SpeakerWords } from './speaker-words';

const small = new Set(['de', 'van', 'von', 'der', 'al', 'bin', 'la', 'du', 'di', 'ter', 'den', 'el', 'ibn']);

export const isNamePart = (token: Token | undefined, is: SpeakerWords): boolean =>
  !!token &&
  token.kind === 'word' &&
  (token.capital || small.has(token.lower)) &&
  !is.people.has(token.lower) &&
  !is.determiners.has(token.lower);

export const fold = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The first run of two capitals that ends in a word, by that word: "Moor" is "Ada Moor". */
export function fullNames(tokens: Token[], is: SpeakerWords): Map<string, string> {
  const full = new Map<string, string>();
  for (let i = 1; i < tokens.length; i++) {
    const [first, last] = [tokens[i - 1], tokens[i]];
    if (!first?.capital || !last?.capital || last.start - first.end !== 1 || first.text.length < 2) continue;
    if (!isNamePart(last, is) || !isNamePart(first, is) || tokens[i + 1]?.capital || tokens[i - 2]?.capital) continue;
    const key = fold(last.lower);
    if (!full.has(key)) full.set(key, `${first.text} ${last.text}`);
  }
  return full;
}
