import type { Span } from '../mapped-text';

/** No program wraps narrower or wider than this, in characters. */
const [narrowest, widest] = [50, 100];
/** How many wrapped lines it takes to be sure. */
const fewest = 6;
/** How many of the breaks behind long lines a width has to explain; no program breaks a short line. */
const share = 0.8;

/** A line with its place, without its break: UTF-16 units. */
interface Line extends Span {
  text: string;
}

/**
 * The line breaks that a program put into a text to keep its lines short, where it is clear that one did; in order, each
 * with the spaces around it. A break is forced when the first word of the next line would not have fitted. If a width
 * explains most breaks behind long lines of a text, those of the paragraphs in which it explains all breaks are meant;
 * every other paragraph (an address, a table, a verse) is left alone.
 */
export function hardBreaks(text: string): Span[] {
  const paragraphs = paragraphsOf(text);
  const width = widthOf(paragraphs);
  if (width < narrowest) return [];
  const forced = paragraphs.map((lines) => lines.filter((_, index) => isForced(lines, index, width)).length);
  const long = ({ text: line }: Line) => line.length > width / 2;
  const breaks = paragraphs.reduce((sum, lines) => sum + lines.slice(0, -1).filter(long).length, 0);
  const explained = forced.reduce((sum, count) => sum + count, 0);
  if (explained < fewest || explained < breaks * share) return [];
  return paragraphs
    .filter((lines, index) => lines.length > 1 && forced[index] === lines.length - 1)
    .flatMap((lines) =>
      lines
        .slice(1)
        .map((line, index) => ({ start: lines[index]?.end ?? line.start, end: line.start + indentOf(line) })),
    );
}

/** What an item of a list begins with, and a line that is quoted in a letter. */
const item = /^\s*(?:[-*•–—>|]|\d{1,3}[.)])\s+/;

/** Lines that stand together, by paragraph; an item of a list is one of its own. */
function paragraphsOf(text: string): Line[][] {
  const paragraphs: Line[][] = [];
  let open: Line[] | null = null;
  for (const { 0: whole, index } of text.matchAll(/[^\r\n]+/g)) {
    const line = whole.trimEnd();
    const previous: Line | undefined = open?.at(-1);
    const gap = previous === undefined ? '' : text.slice(previous.end, index).replaceAll('\r\n', '\n');
    if (line === '') open = null;
    else if (open && !item.test(line) && gap.trimStart() === '' && gap.replaceAll(/[^\r\n]/g, '').length === 1)
      open.push({ text: line, start: index, end: index + line.length });
    else {
      open = [{ text: line, start: index, end: index + line.length }];
      paragraphs.push(open);
    }
  }
  return paragraphs;
}

/** The width that lines keep which have another beneath them; a long address goes beyond what any program wraps at. */
function widthOf(paragraphs: Line[][]): number {
  const all = paragraphs.flatMap((lines) => lines.slice(0, -1).map(({ text }) => text.length));
  const lengths = all.filter((length) => length <= widest).toSorted((one, other) => one - other);
  return lengths.length < all.length * share ? 0 : (lengths[Math.floor((lengths.length - 1) * 0.98)] ?? 0);
}

/** Whether the break behind a line had to be: its paragraph goes on, as far from the edge as before, with a word that had no room. */
function isForced(lines: Line[], index: number, width: number): boolean {
  const [first, line, next] = [lines[0], lines[index], lines[index + 1]];
  if (first === undefined || line === undefined || next === undefined) return false;
  const edge = indentOf(next);
  // The first line of a paragraph may be set in.
  const usual = item.exec(first.text)?.[0].length ?? indentOf(index === 0 && edge === 0 ? next : line);
  if (edge !== usual) return false;
  const word = /^\s*\S+/.exec(next.text)?.[0].length ?? 0;
  return line.text.length + 1 + word - edge > width;
}

const indentOf = ({ text }: Line): number => text.length - text.trimStart().length;
