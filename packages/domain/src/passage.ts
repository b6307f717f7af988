import { RapporteurError } from './errors';

/**
 * A passage by its words and by its place (W3C Web Annotation: TextQuoteSelector and TextPositionSelector).
 * `start` and `end` count Unicode code points of the normalised text whose fingerprint is `sha256`; `end` is exclusive.
 */
export interface PassageSelector {
  sha256: string;
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
}

/** A stretch of a text: code points, end exclusive. */
export interface Place {
  start: number;
  end: number;
}

/** How many code points of context a selector keeps on either side. */
export const contextLength = 32;

/**
 * The one form in which texts are stored and passages counted: NFC; lines end in LF; no byte order mark; no-break
 * spaces (U+00A0, U+202F) become plain ones. Everything else stays, runs of spaces included: what a reader copies from
 * the stored text must be found in it again. Applying it twice changes nothing.
 */
export function normaliseText(text: string): string {
  return (
    text
      .replaceAll('\ufeff', '')
      .replaceAll(/\r\n?|\u2028/g, '\n')
      .replaceAll('\u2029', '\n\n')
      .replaceAll(/[\u00a0\u202f]/g, ' ')
      // Half of a surrogate pair has no UTF-8 form; every hash would be of something else.
      .replaceAll(/\p{Surrogate}/gu, '\ufffd')
      .normalize('NFC')
  );
}

/** The length of a text in code points. */
export function codePointLength(text: string): number {
  let pairs = 0;
  for (let index = 0; index < text.length; index++) {
    if (isPair(text, index)) {
      pairs++;
      index++;
    }
  }
  return text.length - pairs;
}

/** The part of a text between two code point positions, end exclusive; positions outside the text are clipped. */
export function sliceCodePoints(text: string, start: number, end: number): string {
  const from = unitsAfter(text, 0, start);
  return text.slice(from, unitsAfter(text, from, end - Math.max(start, 0)));
}

/** The selector of the stretch from `start` to `end` of a normalised text. Throws `invalid_input` outside the text. */
export function selectPassage(text: string, start: number, end: number, sha256: string): PassageSelector {
  const from = unitsAfter(text, 0, start);
  return selectorOf(text, sha256, { start, end }, from, unitsAfter(text, from, end - start));
}

/** The selectors of many stretches, in their order, in one pass over the text. Throws `invalid_input` outside the text. */
export function selectPassages(text: string, places: readonly Place[], sha256: string): PassageSelector[] {
  const units = unitsOf(
    text,
    places.flatMap(({ start, end }) => [start, end]),
  );
  return places.map((place) =>
    selectorOf(text, sha256, place, units.get(place.start) ?? 0, units.get(place.end) ?? text.length),
  );
}

function selectorOf(text: string, sha256: string, { start, end }: Place, from: number, to: number): PassageSelector {
  const exact = text.slice(from, to);
  const inside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end > start;
  if (!inside || codePointLength(exact) !== end - start) {
    throw new RapporteurError('invalid_input', `There is no passage from ${start} to ${end} in this text.`);
  }
  return {
    sha256,
    exact,
    prefix: before(text, from, contextLength),
    suffix: after(text, to, contextLength),
    start,
    end,
  };
}

/** Whether the words and the context of a selector stand at exactly its place in this text. Says nothing about the hash. */
export const passageFits = (selector: Omit<PassageSelector, 'sha256'>, text: string): boolean =>
  Number.isInteger(selector.start) &&
  selector.start >= 0 &&
  standsAt(selector, text, unitsAfter(text, 0, selector.start));

/** {@link passageFits} where the UTF-16 index of its start is known, as of many passages at once by {@link unitsOf}. */
export function standsAt(selector: Omit<PassageSelector, 'sha256'>, text: string, from: number): boolean {
  const { exact, prefix, suffix, start, end } = selector;
  if (!Number.isInteger(start) || start < 0 || exact === '' || codePointLength(exact) !== end - start) return false;
  return (
    !splitsPair(text, from + exact.length) &&
    text.startsWith(exact, from) &&
    text.slice(0, from).endsWith(prefix) &&
    text.startsWith(suffix, from + exact.length)
  );
}

/** What stands around a place: up to `length` code points on either side, cut at words where the text goes on. */
export function surroundings(text: string, place: Place, length = 120): { before: string; after: string } {
  const from = unitsAfter(text, 0, place.start);
  const to = unitsAfter(text, from, place.end - place.start);
  const left = before(text, from, length);
  const right = after(text, to, length);
  // A first or last word may be half a word; a context without any space is shown as it is.
  const firstSpace = left.length === from ? -1 : left.search(/\s/);
  const lastSpace = to + right.length === text.length ? -1 : right.search(/\s\S*$/);
  return {
    before: firstSpace < 0 ? left : left.slice(firstSpace + 1),
    after: lastSpace < 0 ? right : right.slice(0, lastSpace),
  };
}

/** Where a stretch stands, for "paragraph 3, sentence 2": both counted from 1, the sentence within its paragraph. */
export function placeOf(text: string, start: number, language = 'en'): { paragraph: number; sentence: number } {
  const from = unitsAfter(text, 0, start);
  const breaks = [...text.slice(0, from).matchAll(/\n[ \t]*\n\s*/g)].filter(
    (found) => text.slice(0, found.index).trim() !== '',
  );
  const last = breaks.at(-1);
  const opening = last === undefined ? 0 : last.index + last[0].length;
  // Through the end of the paragraph, because a segmenter that cannot see what follows takes every stop for an end.
  const closing = text.slice(from).search(/\n[ \t]*\n/);
  const paragraph = text.slice(opening, closing < 0 ? text.length : from + closing);
  let sentence = 0;
  for (const segment of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(paragraph)) {
    if (segment.index > from - opening) break;
    if (segment.segment.trim() !== '') sentence++;
  }
  return { paragraph: breaks.length + 1, sentence: Math.max(sentence, 1) };
}

/** The code point position of each UTF-16 index, in one pass. The indices must ascend. */
export function codePointPositions(text: string, indices: readonly number[]): number[] {
  const positions: number[] = [];
  let unit = 0;
  let position = 0;
  for (const index of indices) {
    for (; unit < index; position++) unit += isPair(text, unit) ? 2 : 1;
    positions.push(position);
  }
  return positions;
}

/** The UTF-16 index of each code point position, in one pass, the positions in any order; at most the end of the text. */
export function unitsOf(text: string, positions: readonly number[]): Map<number, number> {
  const units = new Map<number, number>();
  if (!hasPairs(text)) {
    for (const position of positions) units.set(position, Math.min(Math.max(position, 0), text.length));
    return units;
  }
  let unit = 0;
  let position = 0;
  for (const wanted of [...new Set(positions)].toSorted((one, other) => one - other)) {
    for (; position < wanted && unit < text.length; position++) unit += isPair(text, unit) ? 2 : 1;
    units.set(wanted, unit);
  }
  return units;
}

/** Whether a UTF-16 index falls inside a surrogate pair. */
export function splitsPair(text: string, index: number): boolean {
  return index > 0 && isPair(text, index - 1);
}

let asked = { text: '', pairs: false };

/** Whether there is any surrogate pair. The last text is remembered: one text is asked for again and again. */
function hasPairs(text: string): boolean {
  if (asked.text !== text) asked = { text, pairs: /[\ud800-\udbff]/.test(text) };
  return asked.pairs;
}

function isPair(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
}

/** The UTF-16 index `count` code points after `from`, at most the end of the text. */
function unitsAfter(text: string, from: number, count: number): number {
  // Far into a long text, and where many passages of it are read, counting one by one takes most of the time.
  if (count > 1000 && !hasPairs(text)) return Math.min(from + count, text.length);
  let index = from;
  for (let left = count; left > 0 && index < text.length; left--) index += isPair(text, index) ? 2 : 1;
  return index;
}

function before(text: string, to: number, count: number): string {
  let index = to;
  for (let left = count; left > 0 && index > 0; left--) index -= splitsPair(text, index - 1) ? 2 : 1;
  return text.slice(index, to);
}

function after(text: string, from: number, count: number): string {
  return text.slice(from, unitsAfter(text, from, count));
}
