import type { Token } from '../../text/tokens';
import type { Range } from '../unit';
import { beforeTime } from './ahead';
import { isCueForm } from './cues';
import { endsInPerson, isMarked, isName, isOneOfSome, mayBeInserted } from './insertions';
import { isListed } from './name-list';
import { endOfPhrase, isFinite, isFiniteAt, kindOf, ofAndFor, type Names } from './phrases';
import {
  auxiliaries,
  baseForms,
  connectives,
  determiners,
  isAdverb,
  people,
  prepositions,
  pronouns,
  subordinators,
  timeWords,
  weekdays,
} from './words';

/** The words that a verb says something of. */
export interface Subject extends Range {
  /** Where its clause begins. */
  clause: number;
  /** A mark of punctuation or the start of the unit stands before it, so that a clause may have ended there. */
  afterMark: boolean;
  /** The word that makes its clause a part of another ("that", "if", "as"), or null. */
  intro: string | null;
  how: 'plain' | 'inserted' | 'relative';
}

const marks = new Set([
  ',',
  ';',
  ':',
  '—',
  '–',
  '--',
  '-',
  '(',
  ')',
  '"',
  '“',
  '”',
  '«',
  '»',
  '„',
  '‘',
  '’',
  "'",
  '…',
  '...',
  '.',
  '?',
  '!',
  '|',
]);
const both = new Set(['after', 'before', 'since', 'until', 'till', 'as', 'once']);
/** After these a subject begins a new clause ("but he said"). */
const clauseWords = new Set(['but', 'or', 'nor', 'so', 'yet', '&amp;']);

/** The subject of the verb group that begins at `group`, within [low, group). */
export function subjectBefore(tokens: Token[], group: number, low: number, names: Names, depth = 0): Subject | null {
  const quote = /^[“"'‘«„]$/.test(tokens[group - 1]?.text ?? '');
  if (quote && group - 1 > low) return subjectBefore(tokens, group - 1, low, names, depth + 1);
  const before = tokens[group - 1];
  if (group <= low || !before || depth > 3 || before.lower === 'and' || before.lower === 'but') return null;
  // "Moor and Holm, who seldom agree, | both said"
  const each = before.lower === 'both' && tokens[group - 2]?.text === ',';
  const all = each ? inserted(tokens, group - 1, low, names, depth) : null;
  if (all) return all;
  if (before.text === ',' || isDash(before)) return inserted(tokens, group, low, names, depth);
  const that = before.lower === 'that' && group - 2 > low && isNoun(tokens[group - 2]);
  if (before.lower === 'who' || before.lower === 'which' || that) return relative(tokens, group, low, names, depth);
  const clause = clauseBefore(tokens, group, low, names);
  const phrase = clause && trim(tokens, clause.from, group, names);
  return phrase && { ...phrase, clause: clause.from, afterMark: clause.afterMark, intro: clause.intro, how: 'plain' };
}

/** "companies | that have endorsed": a word that is no verb, conjunction or preposition. */
const isNoun = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  !isFinite(token.lower) &&
  !isCueForm(token.lower) &&
  !isAdverb(token.lower) &&
  !/^(?:and|or|but|me|us|him|them|it)$/.test(token.lower) &&
  ![determiners, prepositions, pronouns, subordinators, timeWords, people].some((list) => list.has(token.lower));

const isDash = (token: Token): boolean => token.text === '—' || token.text === '–';

interface Clause {
  from: number;
  afterMark: boolean;
  intro: string | null;
}

/** Goes left from a verb to where its clause begins. Null where a verb comes first, whose object this would be. */
function clauseBefore(tokens: Token[], group: number, low: number, names: Names): Clause | null {
  let conjunction: number | null = null;
  for (let i = group - 1; i >= low; i--) {
    const token = tokens[i];
    if (!token) return null;
    if (names.inside(i)) continue;
    if (token.text === ')') {
      i = opening(tokens, i, low);
      continue;
    }
    if (token.kind === 'mark' && marks.has(token.text) && !isGenitive(tokens, i)) {
      if (token.text === ',' && conjunction !== null && isListed(tokens, i, conjunction)) continue;
      return { from: i + 1, afterMark: true, intro: null };
    }
    if (token.kind !== 'word') continue;
    const lower = token.lower;
    if (clauseWords.has(lower)) return { from: i + 1, afterMark: i === low, intro: null };
    if (lower === 'and') conjunction ??= i;
    // "I know | the minister said"
    if (baseForms.has(lower) && /^(?:i|we|you|they)$/.test(tokens[i - 1]?.lower ?? ''))
      return { from: i + 1, afterMark: false, intro: null };
    if (subordinators.has(lower) && !(lower === 'that' && i === group - 1)) {
      return { from: both.has(lower) ? i : i + 1, afterMark: false, intro: lower };
    }
    // "Two diplomats who were there | say": a clause about the subject.
    if (
      isFiniteAt(tokens, i) &&
      people.has(tokens[i - 2]?.lower ?? '') &&
      /^(?:who|that)$/.test(tokens[i - 1]?.lower ?? '')
    ) {
      i--;
      continue;
    }
    if (isFiniteAt(tokens, i) && !determiners.has(tokens[i - 1]?.lower ?? '') && !isReduced(tokens, i)) {
      return conjunction === null ? null : { from: conjunction + 1, afterMark: false, intro: null };
    }
  }
  return { from: low, afterMark: true, intro: null };
}

/** "the ministers’ envoy | said": the mark goes with the word before it, and parts nothing. */
const isGenitive = (tokens: Token[], at: number): boolean =>
  /^['’]$/.test(tokens[at]?.text ?? '') &&
  tokens[at - 1]?.end === tokens[at]?.start &&
  tokens[at - 1]?.lower.endsWith('s') === true &&
  tokens[at + 1]?.kind === 'word' &&
  !/^(?:he|she|they|it|said|says)$/.test(tokens[at + 1]?.lower ?? '');

function opening(tokens: Token[], close: number, low: number): number {
  for (let i = close - 1; i >= Math.max(low, close - 12); i--) if (tokens[i]?.text === '(') return i;
  return close;
}

/** "the resolution adopted by the council": a participle after its noun, and no verb of the clause. */
const isReduced = (tokens: Token[], at: number): boolean =>
  /(?:ed|en|ade|aid|eld|uilt)$/.test(tokens[at]?.lower ?? '') &&
  !auxiliaries.has(tokens[at]?.lower ?? '') &&
  !pronouns.has(tokens[at - 1]?.lower ?? '') &&
  prepositions.has(tokens[at + 1]?.lower ?? '');

/** Takes from a clause what is no part of its subject: connectives, days, and a phrase that it opens with. */
function trim(tokens: Token[], clause: number, group: number, names: Names): Range | null {
  let from = skipOpening(tokens, clause, group);
  if (from < group && prepositions.has(tokens[from]?.lower ?? '')) {
    const last = lastPhrase(tokens, from, group, names);
    // "hours after Ostland's minister | vowed": no more than a clause of its own.
    if (last === null && !both.has(tokens[from]?.lower ?? '')) return null;
    from = last ?? from + 1;
  }
  const to = trimEnd(tokens, from, group, names);
  if (to <= from) return null;
  return { from, to };
}

/** Past connectives, adverbs and a day at the beginning of a clause. */
export function skipOpening(tokens: Token[], from: number, to: number): number {
  let i = from;
  for (let before = -1; before !== i && i < to;) {
    before = i;
    for (const words of connectives) {
      if (i + words.length < to + 1 && words.every((word, nth) => tokens[i + nth]?.lower === word)) {
        i += words.length;
        break;
      }
    }
    if (tokens[i]?.text === ',' && i > from) i++;
    else if (isAdverb(tokens[i]?.lower ?? '') && !determiners.has(tokens[i]?.lower ?? '') && i < to - 1) i++;
    else if (tokens[i]?.lower === 'on' && weekdays.has(tokens[i + 1]?.lower ?? '') && i + 2 < to) i += 2;
    else if (weekdays.has(tokens[i]?.lower ?? '') && i < to - 1) i++;
  }
  return i;
}

/** "In Brussels the minister of defence | said": where the last noun phrase before a verb begins. */
function lastPhrase(tokens: Token[], from: number, to: number, names: Names): number | null {
  let at = from;
  let start: number | null = null;
  while (at < to) {
    if (prepositions.has(tokens[at]?.lower ?? '') || tokens[at]?.lower === 'and') {
      at = Math.max(endOfPhrase(tokens, at + 1, to, names), at + 1);
      continue;
    }
    if (isAdverb(tokens[at]?.lower ?? '') || timeWords.has(tokens[at]?.lower ?? '') || tokens[at]?.kind === 'mark') {
      at++;
      continue;
    }
    start = at;
    at = Math.max(endOfPhrase(tokens, at, to, names, ofAndFor), at + 1);
  }
  return start;
}

/** "The council on Tuesday | urged": a time or a place after the subject is no part of it. */
function trimEnd(tokens: Token[], from: number, to: number, names: Names): number {
  let end = to;
  while (end > from) {
    const lower = tokens[end - 1]?.lower ?? '';
    if (tokens[end - 1]?.kind === 'mark' && tokens[end - 1]?.text !== ')') end--;
    else if (isAdverb(lower) && end - 1 > from) end--;
    else if (/^(?:him|her|it|them)sel(?:f|ves)$/.test(lower) && end - 1 > from) end--;
    else if (timeWords.has(lower) && end - 1 > from) end = beforeTime(tokens, from, end - 1);
    else break;
  }
  for (let i = from + 1; i < end; i++) {
    const lower = tokens[i]?.lower ?? '';
    if (seen.has(lower) && tokens[i + 1]?.lower === 'by') return i;
    if (!['on', 'during', 'after', 'before', 'following', 'in', 'at'].includes(lower) || names.inside(i)) continue;
    const named = names.inside(i - 1) || names.endOf(i - 1) !== undefined;
    const timed = tokens.slice(i + 1, end).some((token) => timeWords.has(token.lower));
    const nameFollows = tokens.slice(i + 1, end).some((_, nth) => names.endOfPerson(i + 1 + nth) === end);
    if (!nameFollows && (named || timed || lower === 'during' || lower === 'following')) return i;
  }
  return end;
}

/** "a draft seen by the agency": whoever saw it says nothing. */
const seen = new Set('seen obtained reviewed'.split(' '));

/** "Moor, who attended the talks, said": past what stands between two commas to the subject before it. */
function inserted(tokens: Token[], group: number, low: number, names: Names, depth: number): Subject | null {
  const close = group - 1;
  for (let comma = close - 1; comma >= Math.max(low, close - 45); comma--) {
    const text = tokens[comma]?.text ?? '';
    // "The paper, marked “secret”, | says": the quotation stands within.
    const marked = comma > close - 8 && /^[”"’]$/.test(tokens[close - 1]?.text ?? '') && isMarked(tokens, close);
    if (text === ';' || (!marked && (text === '”' || text === '»' || (comma === close - 1 && /^["’'“]$/.test(text)))))
      return null;
    if (text !== ',' && !(isDash(tokens[comma] as Token) && isDash(tokens[close] as Token))) continue;
    if (!mayBeInserted(tokens, comma + 1, close)) return null;
    const found = subjectBefore(tokens, comma, low, names, depth + 1);
    const subject = found && withName(tokens, found, low, names);
    if (!subject) return null;
    const name = close - comma <= 8 && isName(tokens, comma + 1, close, subject);
    const kind = name ? kindOf(tokens, subject.from, subject.to) : null;
    // "The valley's largest town, Avaburg, said": the name can speak, whatever it is the name of.
    const named =
      (kind === 'other' && tokens[subject.from]?.lower === 'the' && !tokens[subject.to - 1]?.capital) ||
      (isOneOfSome(tokens, subject) && endsInPerson(names, comma + 1, close));
    const from = named ? comma + 1 : subject.from;
    return {
      ...subject,
      from,
      to: kind === 'person' || kind === 'body' || named ? close : subject.to,
      how: 'inserted',
    };
  }
  return null;
}

/** How long the name of a person may be. */
const longestName = 5;

/** "| Ada Moor, director of the agency, speaking in Ostburg, said": an office between commas has its name before it. */
function withName(tokens: Token[], subject: Subject, low: number, names: Names): Subject {
  const comma = subject.clause - 1;
  if (tokens[comma]?.text !== ',' || subject.from !== subject.clause || subject.how !== 'plain') return subject;
  for (let i = Math.max(low, comma - longestName); i < comma; i++)
    if (names.endOfPerson(i) === comma) return { ...subject, from: i, clause: i, how: 'inserted' };
  return subject;
}

/** "…, who said": the noun phrase before the relative clause. */
function relative(tokens: Token[], group: number, low: number, names: Names, depth: number): Subject | null {
  let end = group - 1;
  if (tokens[end - 1]?.text === ',') end--;
  if (end <= low) return null;
  let from = end - 1;
  for (; from > low; from--) {
    const lower = tokens[from - 1]?.lower ?? '';
    if (names.inside(from)) continue;
    if (names.endOf(from) === end && !people.has(lower)) break;
    if (tokens[from - 1]?.kind === 'mark' && !names.inside(from - 1)) break;
    if (lower === 'by' || lower === 'and' || subordinators.has(lower)) break;
    if (isFinite(lower) && !isReduced(tokens, from - 1)) break;
  }
  if (depth > 0) return null;
  while (from < end && prepositions.has(tokens[from]?.lower ?? '')) from++;
  const to = Math.min(end, Math.max(endOfPhrase(tokens, from, end, names, ofAndFor), from + 1));
  return { from, to, clause: from, afterMark: false, intro: null, how: 'relative' };
}
