import { codePointPositions, unitsOf } from './passage';

/** How much of a text one page of its source shows, in code points; a page holds no more than that of each version. */
export const partLength = 30_000;

/** No text is so long that it has more parts. */
export const mostParts = 10_000;

/** Lines are not torn apart: so far beyond these bounds a part may reach. */
export const partSlack = 2000;

/** The part of a text in which a passage begins that stands there, counted from 1. */
export const partAt = (start: number): number => Math.floor(Math.max(start, 0) / partLength) + 1;

/** How many parts a text of that length has, in code points. */
export const partsOf = (length: number): number => Math.max(1, Math.ceil(length / partLength));

/** A part of a text: where it stands in it, in code points, its words, and how many paragraphs are before it. */
export interface TextPart {
  from: number;
  to: number;
  text: string;
  paragraphsBefore: number;
}

/** A part of a text, in whole lines where these are not too long. Beyond the last part there is nothing. */
export function partOfText(text: string, part: number): TextPart {
  const bounds = [(part - 1) * partLength, part * partLength];
  const units = unitsOf(text, bounds);
  const [begin, end] = bounds.map((at) => units.get(at) ?? text.length);
  const from = lineStart(text, begin ?? 0);
  const to = lineEnd(text, end ?? text.length);
  const [first = 0, last = 0] = codePointPositions(text, [from, Math.max(from, to)]);
  const before = text.slice(0, from).split('\n');
  const isTorn = from > 0 && text[from - 1] !== '\n';
  const paragraphsBefore = before.filter((line) => line.trim() !== '').length - (isTorn ? 1 : 0);
  return { from: first, to: last, text: text.slice(from, to), paragraphsBefore: Math.max(0, paragraphsBefore) };
}

function lineStart(text: string, unit: number): number {
  if (unit >= text.length) return text.length;
  const start = unit === 0 ? 0 : text.lastIndexOf('\n', unit - 1) + 1;
  return unit - start > partSlack ? unit : start;
}

function lineEnd(text: string, unit: number): number {
  const found = text.indexOf('\n', unit);
  const end = found < 0 ? text.length : found;
  return end - unit > partSlack ? unit : end;
}
