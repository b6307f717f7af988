import type { MappedText } from '../mapped-text';
import type { Line } from './lines';

/** A gap this much larger than usual parts paragraphs. */
const largeGap = 1.4;
/** A line that ends this far before the others is the last of its paragraph, if its sentence ends too. */
const shortLine = 0.85;

/** Writes pages: lines of one paragraph become one line, across pages too; what stands on every page is left out. */
export function writePages(pages: readonly Line[][], into: MappedText): void {
  const kept = withoutRunningHeads(pages);
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

/** The distance of most lines from the one above, in points. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines.slice(1).map((line, index) => (lines[index]?.y ?? 0) - line.y);
  const down = gaps.filter((gap) => gap > 0).toSorted((one, other) => one - other);
  return down[Math.floor(down.length / 2)] ?? 0;
}

/** Pages without the lines that stand at the top or the bottom of most of them, numbers apart. */
function withoutRunningHeads(pages: readonly Line[][]): Line[][] {
  const filled = pages.filter(({ length }) => length > 0).length;
  const shape = (line: Line | undefined) => line?.text.replaceAll(/\d+|\b[ivxlc]+\b/gi, '#') ?? '';
  const count = new Map<string, number>();
  const ends = (lines: Line[]) => [
    ...new Set([0, 1, lines.length - 2, lines.length - 1].filter((at) => lines[at] !== undefined)),
  ];
  for (const lines of pages) {
    for (const found of new Set(ends(lines).map((at) => shape(lines[at]))))
      count.set(found, (count.get(found) ?? 0) + 1);
  }
  const runs = (line: Line): boolean => {
    const often = count.get(shape(line)) ?? 0;
    return filled > 2 && often > 2 && often >= filled * 0.4 && line.text.length < 120;
  };
  return pages.map((lines) => {
    const dropped = new Set(ends(lines).filter((at) => lines[at] !== undefined && runs(lines[at])));
    // Pages that are alike line by line are no pages with running heads.
    return dropped.size < lines.length ? lines.filter((_, at) => !dropped.has(at)) : lines;
  });
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
