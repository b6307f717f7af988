import type { Token } from '../../text/tokens';
import type { Range } from '../unit';
import { hasVerb, type Names } from './phrases';
import { prepositions, pronouns, subordinators, timeWords } from './words';

/** How long the name of a person may be. */
const longestName = 5;

/** "The third, | former minister Ada Moor, says" */
export const isOneOfSome = (tokens: Token[], { from, to }: Range): boolean =>
  to - from === 2 &&
  tokens[from]?.lower === 'the' &&
  /^(?:first|second|third|fourth|other|latter|former|last)$/.test(tokens[from + 1]?.lower ?? '');

export function endsInPerson(names: Names, from: number, to: number): boolean {
  for (let i = Math.max(from, to - longestName); i < to; i++) if (names.endOfPerson(i) === to) return true;
  return false;
}

/** "Moor", "Ada Moor", and of several "Ada Moor and Bo Varga". */
export function isName(tokens: Token[], from: number, end: number, subject: Range): boolean {
  // "Ada Moor (Ostland)"
  const bracket = tokens[end - 1]?.text === ')' ? tokens.slice(from, end).findIndex(({ text }) => text === '(') : -1;
  let to = bracket > 0 ? from + bracket : end;
  // "Ada Moor of Ostland"
  const of = tokens.slice(from, to).findIndex(({ lower }) => /^(?:of|from)$/.test(lower));
  if (of > 1 && tokens[to - 1]?.capital) to = from + of;
  const several = tokens[subject.to - 1]?.lower.endsWith('s') ?? false;
  if (!several && to - from > 4) return false;
  return tokens
    .slice(from, to)
    .every(({ capital, lower }, nth) => (capital && !timeWords.has(lower)) || (several && nth > 0 && lower === 'and'));
}

/** An apposition ("the minister"), a relative clause, a phrase ("in a letter", "speaking in Ostburg"), an age. */
export function mayBeInserted(tokens: Token[], from: number, to: number): boolean {
  const first = tokens[from];
  if (!first || to <= from) return false;
  const lower = first.lower;
  if (
    [
      'who',
      'whose',
      'whom',
      'which',
      'along',
      'together',
      'himself',
      'herself',
      'itself',
      'for',
      'too',
      'also',
      'however',
      'meanwhile',
    ].includes(lower)
  )
    return true;
  if (
    participles.has(lower) ||
    lower.endsWith('ing') ||
    (lower.endsWith('ed') && (tokens[from + 1]?.lower === 'by' || !hasVerb(tokens, from + 1, to)))
  )
    return true;
  // "while supporting the extension"
  if (/^(?:while|when|before|after|although|though)$/.test(lower) && tokens[from + 1]?.lower.endsWith('ing'))
    return true;
  if (subordinators.has(lower) && lower !== 'as' && lower !== 'when' && lower !== 'while') return false;
  if (prepositions.has(lower)) return !pronouns.has(tokens[from + 1]?.lower ?? '') || to - from > 2;
  return !pronouns.has(lower) && (!hasVerb(tokens, from, to) || isReduced(tokens, from, to));
}

/** "an independent backed by the party", "adopted by 402 votes": the only verb is a participle with a preposition after it. */
function isReduced(tokens: Token[], from: number, to: number): boolean {
  const at = tokens
    .slice(from, to)
    .findIndex(({ lower }, nth) => lower.endsWith('ed') && prepositions.has(tokens[from + nth + 1]?.lower ?? ''));
  return at >= 0 && !hasVerb(tokens, from, from + at) && !hasVerb(tokens, from + at + 2, to);
}

const participles = new Set(
  'put made led held sent drawn seen given known written taken chosen set built born brought'.split(' '),
);

/** "marked “secret”" before a comma: one or two words in quotation marks after a participle. */
export function isMarked(tokens: Token[], close: number): boolean {
  for (let i = close - 2; i > close - 6; i--)
    if (/^[“"‘]$/.test(tokens[i]?.text ?? ''))
      return /^(?:marked|titled|entitled|called|named|headed|labelled|labeled|dubbed)$/.test(
        tokens[i - 1]?.lower ?? '',
      );
  return false;
}
