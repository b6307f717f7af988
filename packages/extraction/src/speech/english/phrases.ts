import type { Token } from '../../text/tokens';
import { isCueForm, isFiniteCue } from './cues';
import {
  auxiliaries,
  bodies,
  determiners,
  documents,
  finiteForms,
  isAdverb,
  media,
  people,
  prepositions,
  pronouns,
  subordinators,
  timeWords,
} from './words';

/** Where names that the text mentions begin and end, by token: two names side by side are two phrases. */
export interface Names {
  /** The token after the name that begins here, or undefined. */
  endOf: (token: number) => number | undefined;
  /** Whether a name begins before this token and goes on in it. */
  inside: (token: number) => boolean;
  /** The token after the name of a person that begins here, or undefined. */
  endOfPerson: (token: number) => number | undefined;
}

export const isFinite = (lower: string): boolean =>
  auxiliaries.has(lower) || finiteForms.has(lower) || isFiniteCue(lower);

/** A verb by its form, or by a regular past with an object right after it ("thanked the envoy"). */
export function isFiniteAt(tokens: Token[], at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  if (isFinite(lower)) return true;
  if (!/^[a-z]{3,}ed$/.test(lower) || tokens[at]?.capital) return false;
  const next = tokens[at + 1];
  return !!next && (next.capital || determiners.has(next.lower) || pronouns.has(next.lower) || next.lower === 'that');
}

/** Whether something that could be the verb of a clause stands in [from, to). */
export function hasVerb(tokens: Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const lower = tokens[i]?.lower ?? '';
    if (i > from && tokens[i]?.capital) continue;
    if (
      tokens[i]?.kind === 'word' &&
      (isFinite(lower) || isCueForm(lower)) &&
      !determiners.has(tokens[i - 1]?.lower ?? '') &&
      !(lower.endsWith('ed') && i > from && prepositions.has(tokens[i - 1]?.lower ?? ''))
    ) {
      return true;
    }
  }
  return false;
}

/**
 * The end of the noun phrase that begins at `from`: to the next mark, verb, clause or preposition other than "of". Two
 * phrases side by side ("on Thursday the talks") end the first. Equal to `from` where no noun phrase begins there.
 */
export function endOfPhrase(
  tokens: Token[],
  from: number,
  high: number,
  names: Names,
  post: ReadonlySet<string> = of,
): number {
  let i = from;
  while (i < high) {
    const token = tokens[i];
    if (token?.text === '&' && tokens[i - 1]?.capital && tokens[i + 1]?.capital) {
      i++;
      continue;
    }
    if (!token || token.kind === 'mark') return i;
    const lower = token.lower;
    const name = names.endOf(i);
    if (i > from && startsPhrase(tokens, i, names) && !post.has(tokens[i - 1]?.lower ?? '') && !joins(tokens, i))
      return i;
    if (name !== undefined) {
      i = Math.min(name, high);
      continue;
    }
    if (i > from && post.has(lower)) {
      i++;
      continue;
    }
    if (joinsNext(tokens, i, high)) {
      i++;
      continue;
    }
    if (breaks(tokens, i, from)) return i;
    if (pronouns.has(lower)) return i === from ? i + 1 : i;
    i++;
  }
  return i;
}

const of: ReadonlySet<string> = new Set(['of', "'s", "'"]);
export const ofAndFor: ReadonlySet<string> = new Set(['of', 'for', "'s", 'from', 'to']);

/** Of a document, whose it is too. */
export const ofForAndBy: ReadonlySet<string> = new Set([...ofAndFor, 'by']);

function breaks(tokens: Token[], i: number, from: number): boolean {
  const lower = tokens[i]?.lower ?? '';
  if (prepositions.has(lower) || subordinators.has(lower)) return !(i === from && determiners.has(lower));
  if (lower === 'and' || lower === 'or' || lower === 'but') return true;
  if (timeWords.has(lower) && i > from && !determiners.has(tokens[i - 1]?.lower ?? '')) return true;
  if (isAdverb(lower) && lower.endsWith('ly')) return i > from;
  if (i > from && isTrailing(tokens, i)) return true;
  if (
    i > from &&
    lower.endsWith('ing') &&
    lower !== 'briefing' &&
    isCueForm(lower) &&
    !determiners.has(tokens[i - 1]?.lower ?? '')
  )
    return true;
  return isFiniteAt(tokens, i) && !determiners.has(tokens[i - 1]?.lower ?? '');
}

/** "ministers gathered in", "a release published on": a participle after its noun. */
function isTrailing(tokens: Token[], i: number): boolean {
  const token = tokens[i];
  if (!token || token.capital || !token.lower.endsWith('ed')) return false;
  const next = tokens[i + 1];
  return (
    people.has(tokens[i - 1]?.lower ?? '') ||
    !next ||
    next.kind === 'mark' ||
    prepositions.has(next.lower) ||
    timeWords.has(next.lower)
  );
}

function startsPhrase(tokens: Token[], i: number, names: Names): boolean {
  const lower = tokens[i]?.lower ?? '';
  if (names.inside(i)) return false;
  const before = tokens[i - 1];
  if (determiners.has(lower) || pronouns.has(lower))
    return !(before && (determiners.has(before.lower) || before.lower === "'s"));
  return names.endOf(i) !== undefined && before !== undefined && timeOrName(before, i - 1, names);
}

/** A name after a name or a day begins a phrase; after a role ("minister Moor") it goes on with one. */
const timeOrName = (before: Token, at: number, names: Names): boolean =>
  timeWords.has(before.lower) ||
  (before.capital &&
    (names.inside(at) || names.endOf(at) !== undefined) &&
    !people.has(before.lower) &&
    !isNational(before.lower));

/** "Hungarian", "Ukrainian", "Chinese": they go before a name and are no name of their own. */
const isNational = (lower: string): boolean => /(?:ian|ean|ish|ese|can|ch|an)$/.test(lower);

const joins = (tokens: Token[], i: number): boolean => tokens[i - 1]?.lower === 'and' || tokens[i - 1]?.lower === '&';

/** "the ministers of Ostland and Westland": an "and" between two capitals or two people. */
function joinsNext(tokens: Token[], i: number, high: number): boolean {
  if (tokens[i]?.lower !== 'and' || i + 1 >= high) return false;
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  return !!before?.capital && !!after?.capital;
}

export type Kind = 'pronoun' | 'person' | 'body' | 'document' | 'medium' | 'name' | 'other';

/** What the head of a noun phrase is: its last word before a preposition, a comma or a relative clause. */
export function kindOf(tokens: Token[], from: number, to: number): Kind {
  // "one of her advisers", "Several of the ministers"
  const several = /^(?:one|two|three|four|five|both|some|several|many|most|few|none|all|neither|either)$/;
  if (tokens[from + 1]?.lower === 'of' && to > from + 2 && several.test(tokens[from]?.lower ?? ''))
    return /^(?:them|us|these|those)$/.test(tokens[from + 2]?.lower ?? '') ? 'person' : kindOf(tokens, from + 2, to);
  const others = /^(?:other|others|latter|former)$/.test(tokens[to - 1]?.lower ?? '');
  if (to - from === 2 && others && tokens[from]?.lower === 'the') return 'person';
  if (to - from === 1 && /^(?:one|another)$/.test(tokens[from]?.lower ?? '')) return 'person';
  let head = from;
  let person = false;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (!token || (i > from && (prepositions.has(token.lower) || token.text === ',' || subordinators.has(token.lower))))
      break;
    if (token.kind === 'word' && token.lower !== "'s") head = i;
    if (people.has(token.lower)) person = true;
  }
  const last = tokens[head];
  const lower = last?.lower ?? '';
  if (to - from === 1 && (pronouns.has(lower) || lower === 'both' || lower === 'others')) return 'pronoun';
  const one = lower.endsWith('s') ? lower.slice(0, -1) : lower;
  if (people.has(lower)) return 'person';
  if (media.has(lower)) return 'medium';
  if (documents.has(lower)) return 'document';
  if (bodies.has(lower) || bodies.has(one)) return 'body';
  if (last?.capital || /^(?:al|el|ul|as|ash|an|ar|az|bin|ben)-\p{Lu}/u.test(last?.text ?? ''))
    return person ? 'person' : 'name';
  return person ? 'person' : 'other';
}
