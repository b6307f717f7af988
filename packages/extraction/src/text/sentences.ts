import type { Stretch } from './paragraphs';
import type { Token } from './tokens';

/** Places in the list of tokens, end exclusive. */
export interface Sentence {
  start: number;
  end: number;
  from: number;
  to: number;
  paragraph: number;
}

/** A longer sentence is ended all the same, so that no later pass has to look far: in tokens. */
const longest = 400;

const closing = new Set(['"', "'", '”', '’', '»', '“', '‘', '«', ')', ']', '›', '‹', '」', '』', '*', '_']);
const opening = new Set(['"', "'", '“', '‘', '«', '„', '‚', '»', '(', '[', '‹', '›', '—', '–', '-', '•', '*', '_']);
/** A full stop that belongs to a shortening ends the sentence all the same before one of these. */
const openers = new Set(
  (
    'the a an this that these those he she it they we i you his her its their our there here in on at after before but and ' +
    'however meanwhile as if when while since although for with by what who why how mr. mrs. ms. dr.'
  ).split(' '),
);

/** Sentences of one text: a paragraph's end always ends one. Never empty. */
export function findSentences(tokens: Token[], paragraphs: Stretch[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  paragraphs.forEach(([, end], paragraph) => {
    let to = from;
    while (to < tokens.length && (tokens[to]?.start ?? 0) < end) {
      to = endOfSentence(tokens, to, end);
      const first = tokens[from];
      const last = tokens[to - 1];
      if (first && last) sentences.push({ start: first.start, end: last.end, from, to, paragraph });
      from = to;
    }
  });
  return sentences;
}

/** The place after the last token of the sentence that `at` lies in; `end` is the end of the paragraph. */
function endOfSentence(tokens: Token[], at: number, end: number): number {
  for (let i = at; i < tokens.length; i++) {
    const current = tokens[i];
    if (!current || current.start >= end || i - at >= longest) return i;
    if (!mayEnd(current)) continue;
    let to = i + 1;
    while (to < tokens.length && isClosing(tokens, to)) to++;
    const next = tokens[to];
    if (!next || next.start >= end) return to;
    if (next.start > (tokens[to - 1]?.end ?? 0) && begins(tokens, to, current)) return to;
  }
  return tokens.length;
}

function mayEnd(token: Token): boolean {
  if (token.kind === 'mark') return /^[.!?…。！？]/u.test(token.text);
  return token.kind === 'word' && token.text.endsWith('.');
}

/** A closing mark stands right after what it closes, or between white space on both sides at the end of the words. */
function isClosing(tokens: Token[], at: number): boolean {
  const mark = tokens[at];
  if (!mark || mark.kind !== 'mark') return false;
  const before = tokens[at - 1];
  if (mark.start !== before?.end) return false;
  return closing.has(mark.text) || /^[.!?…]/.test(mark.text);
}

/** Whether a sentence begins here, after white space. */
function begins(tokens: Token[], at: number, stop: Token): boolean {
  let i = at;
  while (tokens[i]?.kind === 'mark' && opening.has(tokens[i]?.text ?? '')) i++;
  const first = tokens[i];
  if (!first) return true;
  if (stop.kind === 'word') return first.capital && (i > at || openers.has(first.lower));
  if (first.kind === 'word') return !/^\p{Ll}/u.test(first.text) || i > at;
  return first.kind === 'number' || stop.text !== '...';
}
