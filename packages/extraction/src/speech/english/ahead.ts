import type { Token } from '../../text/tokens';
import type { Quotation } from '../quotations';
import { endOfPhrase, ofAndFor, type Names } from './phrases';
import { determiners, isAdverb, prepositions, pronouns, timeWords } from './words';

/** "said that himself", "said that many times before": it says nothing of its own. */
export function pointsBack(tokens: Token[], that: number, high: number): boolean {
  let end = that + 1;
  while (end < high && tokens[end]?.kind !== 'mark') end++;
  const short = end - that <= 5 && (end >= high || /^[.!?]$/.test(tokens[end]?.text ?? ''));
  const opens = tokens[that + 1]?.lower ?? '';
  // "said that, and we know it": no clause of its own comes after the comma.
  if (opens === ',' && /^(?:and|but|nor|or|so|the|he|she|it|we|i|they|you)$/.test(tokens[that + 2]?.lower ?? ''))
    return true;
  return (
    short &&
    (opens === '' || /^(?:him|her|it|them|my|our)sel(?:f|ves)$|^(?:over|again|before|too|already|many)$/.test(opens))
  );
}

/** "on the channel's “This Week”": a name in quotation marks, and nothing that was said. */
export const isTitle = (tokens: Token[], { from, to }: Quotation, at: number): boolean =>
  to - from <= 4 &&
  tokens[from]?.capital === true &&
  tokens[at - 1]?.kind === 'word' &&
  tokens[at - 1]?.lower !== 'that';

/** "in a statement explaining its vote: …" */
export function colonAfter(tokens: Token[], from: number, high: number): number | null {
  for (let i = from; i < Math.min(high, from + 15); i++) if (tokens[i]?.text === ':') return i;
  return null;
}

export const isTime = (tokens: Token[], at: number): boolean =>
  tokens[at + 1]?.lower !== "'s" &&
  ((timeWords.has(tokens[at]?.lower ?? '') && tokens[at]?.lower !== 'march' && !isModal(tokens[at])) ||
    (['last', 'this', 'next', 'earlier', 'late', 'early', 'later'].includes(tokens[at]?.lower ?? '') &&
      timeWords.has(tokens[at + 1]?.lower ?? '')));

const isModal = (token: Token | undefined): boolean => token?.text === 'may';

export function isVerbish(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.capital || determiners.has(token.lower) || pronouns.has(token.lower))
    return false;
  if (token.lower === 'earlier' || token.lower === 'later') return false;
  return !/(?:s|ers|ists|ing)$/.test(token.lower) || /(?:ss|cus|^(?:br|s|r|cl|fl|sw|w|st)ing)$/.test(token.lower);
}

/** "in a statement on Monday": past a preposition and its noun phrase; null where a clause follows it instead. */
export function endOfPrepositional(tokens: Token[], at: number, high: number, names: Names): number | null {
  let from = at + 1;
  while (from < high && (prepositions.has(tokens[from]?.lower ?? '') || isAdverb(tokens[from]?.lower ?? ''))) from++;
  const date = endOfDate(tokens, from, high);
  if (date > from) return date;
  if (tokens[from]?.kind === 'number') from++;
  const end = endOfPhrase(tokens, from, high, names, ofAndFor);
  return end > at + 1 ? end : null;
}

/** "3 May 2024", "May 3, 2024", "Monday", "2024": the end of a date, or `from`. */
function endOfDate(tokens: Token[], from: number, high: number): number {
  let at = from;
  let named = false;
  for (; at < high; at++) {
    const token = tokens[at];
    const month = token?.capital === true && timeWords.has(token.lower);
    const comma = named && token?.text === ',' && /^\d{4}$/.test(tokens[at + 1]?.text ?? '');
    if (!month && !comma && !/^\d{1,4}(?:st|nd|rd|th)?$/.test(token?.text ?? '')) break;
    named ||= month;
  }
  const year = at === from + 1 && /^[12]\d{3}$/.test(tokens[from]?.text ?? '');
  return (named || year) && tokens[at]?.lower !== "'s" ? at : from;
}

/** The comma that closes what the one at `at` opens, when it is not far. */
export function closingComma(tokens: Token[], at: number, high: number): number | null {
  for (let i = at + 1; i < Math.min(high, at + 20); i++) if (tokens[i]?.text === ',') return i;
  return null;
}

/** Where a phrase of time ends that has its noun at `at`: before "on Tuesday", "in the day", "the week". */
export function beforeTime(tokens: Token[], from: number, at: number): number {
  const article = determiners.has(tokens[at - 1]?.lower ?? '') && at - 1 > from ? at - 1 : at;
  return prepositions.has(tokens[article - 1]?.lower ?? '') && article - 1 > from ? article - 1 : article;
}
