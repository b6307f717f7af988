import type { MappedText } from '../mapped-text';
import type { Line } from './lines';

/** A gap this much larger than usual parts paragraphs. */
const largeGap = 1.4;
/** A line that ends this far before the others is the last of its paragraph, if its sentence ends too. */
const shortLine = 0.85;

/** Writes pages: lines of one paragraph become one line, across pages too; what stands on every page is left out. */
export function writePages(pages: readonly Line[][], into: MappedText): void {
  const kept = withoutRunningLines(pages);
  const words = wordsOf(kept);
  let last: Line | null = null;
  kept.forEach((lines, index) => {
    const gap = usualGap(lines);
    const edge = Math.max(...lines.map(({ right }) => right), 0);
    lines.forEach((line, at) => {
      const previous = lines[at - 1];
      const goesOn = previous
        ? !parts(previous, line, gap, edge)
        : last !== null && continuesOverleaf(last.text, line.text);
      let text = line.text;
      if (last !== null) {
        if (!goesOn) into.add('\n\n');
        else if (!/\p{L}-$/u.test(last.text) || !/^\p{Ll}/u.test(text)) into.take(' ', null, index + 1);
      }
      const next = lines[at + 1] ?? kept[index + 1]?.[0];
      if (next && isHyphenated(line.text, next.text, words)) text = text.slice(0, -1);
      into.take(text, null, index + 1);
      last = line;
    });
  });
}

function parts(previous: Line, line: Line, gap: number, edge: number): boolean {
  const down = previous.y - line.y;
  if (Math.abs(previous.height - line.height) > 0.15 * Math.max(previous.height, line.height)) return true;
  // Upwards: the next column.
  if (down < 0) return !continuesOverleaf(previous.text, line.text);
  if (down > largeGap * gap) return true;
  if (/^(?:[•◦▪●–—]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s/.test(line.text)) return true;
  const indented = line.x - previous.x > 0.8 * line.height && line.x - previous.x < 6 * line.height;
  const ended = /[.!?:…]["'”’»)\]]*$/.test(previous.text);
  return ended && (indented || previous.right < shortLine * edge);
}

/** Whether a sentence is left open at the foot of a page. */
const continuesOverleaf = (foot: string, head: string): boolean =>
  !/[.!?:…]["'”’»)\]]*$/.test(foot) && (/^\p{Ll}/u.test(head) || /[\p{L},]-?$/u.test(foot));

/** The distance of a line from the one above within a paragraph, in points: a small one, as there are those between paragraphs. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines.slice(1).map((line, index) => (lines[index]?.y ?? 0) - line.y);
  const down = gaps.filter((gap) => gap > 0).toSorted((one, other) => one - other);
  return down[Math.floor(down.length / 3)] ?? 0;
}

/** How many lines at either end of a page may be running ones. */
const mostRunning = 2;

/**
 * Pages without what runs through all of them: lines at the top or the bottom that stand apart from the text and come again,
 * numbers apart, on many pages.
 */
function withoutRunningLines(pages: readonly Line[][]): Line[][] {
  const apart = pages.map(standingApart);
  const count = new Map<string, number>();
  for (const lines of apart) {
    for (const found of new Set(lines.map(shape))) count.set(found, (count.get(found) ?? 0) + 1);
  }
  const fewest = Math.max(3, apart.filter(({ length }) => length > 0).length * 0.4);
  return pages.map((lines, index) => {
    const running = new Set(apart[index]?.filter((line) => (count.get(shape(line)) ?? 0) >= fewest));
    // A page of which nothing is left was made of such lines.
    return running.size < lines.length ? lines.filter((line) => !running.has(line)) : lines;
  });
}

const shape = ({ text }: Line): string => text.replaceAll(/\d+|\b[ivxlc]+\b/gi, '#');

/** The outermost lines of a page that have a gap between them and the text. */
function standingApart(lines: Line[]): Line[] {
  const gap = largeGap * usualGap(lines);
  const found: Line[] = [];
  for (const inward of [lines, lines.toReversed()]) {
    for (const at of Array.from({ length: mostRunning }, (_, index) => index)) {
      const [line, next] = [inward[at], inward[at + 1]];
      if (!line || !next || Math.abs(line.y - next.y) <= gap) continue;
      found.push(...inward.slice(0, at + 1));
      break;
    }
  }
  return found.filter(({ text }) => text.length < 120);
}

/** Words with hyphens, and words, as they stand inside the lines: by them a hyphen at the end of a line is judged. */
function wordsOf(pages: readonly Line[][]): Set<string> {
  const words = new Set<string>();
  for (const { text } of pages.flat()) {
    for (const [word] of text.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu)) words.add(word.toLowerCase());
  }
  return words;
}

/** Whether the hyphen at the end of a line is there for the line only. */
function isHyphenated(line: string, next: string, words: Set<string>): boolean {
  const head = /(\p{L}[\p{L}\p{M}]*)-$/u.exec(line)?.[1];
  const tail = /^\p{Ll}[\p{L}\p{M}]*/u.exec(next)?.[0];
  if (!head || !tail) return false;
  return words.has(`${head}${tail}`.toLowerCase()) || !words.has(`${head}-${tail}`.toLowerCase());
}
