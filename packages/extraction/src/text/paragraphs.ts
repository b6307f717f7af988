/** A stretch of whole lines: [start, end) in UTF-16 units, without the white space around it. */
export type Stretch = [start: number, end: number];

/** Lines of this length or less may have been broken by a machine; longer ones are whole paragraphs. */
const widest = 100;

/**
 * Paragraphs of a text. A blank line always parts them. A single line break parts them too, unless it was put there to
 * keep the lines short: in a text of lines of one width, where the next word would not have fitted, or in the middle of a
 * sentence (no closing mark before it, a small letter after it). Points of a list ("- …", "1. …") are paragraphs.
 */
export function findParagraphs(text: string): Stretch[] {
  const lines = findLines(text);
  const width = wrapWidth(text, lines);
  const paragraphs: Stretch[] = [];
  let open = false;
  for (const [start, end] of lines) {
    const last = paragraphs.at(-1);
    if (start === end) open = false;
    else if (open && last && isSoft(text, last, start, width)) last[1] = end;
    else {
      paragraphs.push([start, end]);
      open = true;
    }
  }
  return paragraphs;
}

/** Lines without the white space around them; a blank line is an empty stretch. */
function findLines(text: string): Stretch[] {
  const lines: Stretch[] = [];
  const breaks = /\r\n|[\n\r\u0085\u2028\u2029]/g;
  for (let from = 0; ;) {
    const found = breaks.exec(text);
    const to = found ? found.index : text.length;
    const line = text.slice(from, to);
    const start = from + line.length - line.trimStart().length;
    lines.push([Math.min(start, to), Math.max(Math.min(start, to), from + line.trimEnd().length)]);
    if (!found) return lines;
    from = breaks.lastIndex;
  }
}

/** An address cannot be broken, and makes a line long in a text of short ones. */
const address = /(?:https?:\/\/|www\.)\S{20}/;

/** The width that the lines were broken at, or null where lines are paragraphs. */
function wrapWidth(text: string, lines: Stretch[]): number | null {
  const counts = Array.from({ length: widest + 1 }, () => 0);
  let all = 0;
  for (const [start, end] of lines) {
    const length = end - start;
    if (length === 0 || (length > widest && length < 1000 && address.test(text.slice(start, end)))) continue;
    all++;
    if (length <= widest) counts[length] = (counts[length] ?? 0) + 1;
  }
  let within = 0;
  for (let length = 0; length <= widest; length++) {
    within += counts[length] ?? 0;
    if (within >= all * 0.98) return length;
  }
  return null;
}

/** A point of a list begins a paragraph, however full the line before it is. */
const point = /^(?:[-*•▪]|\(?\d{1,2}[.)]|\(?[a-z]\))\s/;

function isSoft(text: string, before: Stretch, next: number, width: number | null): boolean {
  if (point.test(text.slice(next, next + 6))) return false;
  if (/\p{Ll}/u.test(text[next] ?? '') && !/[.!?:;…"”»“]/.test(text[before[1] - 1] ?? '')) return true;
  if (width === null) return false;
  const line = before[1] - Math.max(before[0], text.lastIndexOf('\n', before[1] - 1) + 1);
  const word = /^\S{1,80}/.exec(text.slice(next, next + 80))?.[0].length ?? 0;
  return line + 1 + word > width;
}
