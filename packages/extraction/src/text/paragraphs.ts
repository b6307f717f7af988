/** A stretch of whole lines: [start, end) in UTF-16 units, without the white space around it. */
export type Stretch = [start: number, end: number];

/** A line without the white space around it, and how wide it is with the white space before it: a machine counts that too. */
type Line = [start: number, end: number, width: number];

/** Lines between these lengths may have been broken by a machine: longer ones are whole paragraphs, shorter ones a list. */
const narrowest = 50;
const widest = 100;

/**
 * Paragraphs of a text. A blank line always parts them. A single line break parts them too, unless it was put there to
 * keep the lines short: in a block of lines none of which is long, where the next word would not have fitted, or in the
 * middle of a sentence (no closing mark before it, a small letter after it; a dash and "he said" after a quotation). Points of a list ("- …", "1. …") are paragraphs.
 */
export function findParagraphs(text: string): Stretch[] {
  const lines = findLines(text);
  const whole = lengthsOf(text, lines);
  const broken = whole.filter((length) => length > widest).length <= whole.length * 0.05;
  const paragraphs: Stretch[] = [];
  for (let i = 0; i < lines.length;) {
    const end = endOfBlock(lines, i);
    const block = lines.slice(i, end);
    const longest = lengthsOf(text, block, true).reduce((most, length) => Math.max(most, length), 0);
    const width = broken && longest >= narrowest && longest <= widest ? longest : null;
    block.forEach((line, nth) => {
      const last = paragraphs.at(-1);
      const before = block[nth - 1];
      if (last && before && isSoft(text, before, line[0], width)) last[1] = line[1];
      else paragraphs.push([line[0], line[1]]);
    });
    i = end + 1;
  }
  return paragraphs;
}

/** The next blank line, or the end. */
function endOfBlock(lines: Line[], from: number): number {
  let end = from;
  for (let line = lines[end]; line && line[0] < line[1]; line = lines[end]) end++;
  return end;
}

/** Lines without the white space around them; a blank line is an empty stretch. */
function findLines(text: string): Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n|[\n\r\u0085\u2028\u2029]/g;
  for (let from = 0; ;) {
    const found = breaks.exec(text);
    const to = found ? found.index : text.length;
    const line = text.slice(from, to);
    const start = from + line.length - line.trimStart().length;
    const end = Math.max(Math.min(start, to), from + line.trimEnd().length);
    lines.push([Math.min(start, to), end, end - from]);
    if (!found) return lines;
    from = breaks.lastIndex;
  }
}

/** An address cannot be broken, and makes a line long in a text of short ones. */
const address = /(?:https?:\/\/|www\.)\S{20}/;

/** Lengths of lines that are not blank; a line that an address makes long does not count. */
function lengthsOf(text: string, lines: Line[], indented = false): number[] {
  return lines.flatMap(([start, end, width]) => {
    const length = indented && end > start ? width : end - start;
    const addressed = length > widest && length < 1000 && address.test(text.slice(start, end));
    return length === 0 || addressed ? [] : [length];
  });
}

/** A point of a list begins a paragraph, however full the line before it is. */
const point = /^(?:[-*•▪]|\(?\d{1,2}[.)]|\(?[a-z]\))\s/;

function isSoft(text: string, line: Line, next: number, width: number | null): boolean {
  if (/^[–—-] \p{Ll}/u.test(text.slice(next, next + 4)) && /[”"»“]/.test(text[line[1] - 1] ?? '')) return true;
  if (point.test(text.slice(next, next + 6))) return false;
  if (/\p{Ll}/u.test(text[next] ?? '') && !/[.!?:;…"”»“]/.test(text[line[1] - 1] ?? '')) return true;
  if (width === null) return false;
  const word = /^\S{1,80}/.exec(text.slice(next, next + 80))?.[0].length ?? 0;
  return line[2] + 1 + word > width;
}
