import type { Span } from '../mapped-text';

/** A part of a text and the part of the source it came from; null where that cannot be told. */
interface Placed {
  text: string;
  original: Span | null;
}

/**
 * The parts of the value of a node, in order, each with its place in the source. What a line of the source begins with
 * (marks of a quotation, indentation) and backslashes are stepped over.
 */
export function alignMarkdown(value: string, source: string, place: Span): Placed[] {
  const placed = new Alignment();
  let at = 0;
  for (let index = place.start; index < place.end && at < value.length;) {
    const [sign = '', wanted = ''] = [source[index], value[at]];
    const reference =
      sign === '&' && value.slice(at, at + 5) !== source.slice(index, index + 5) ? referenceAt(source, index) : null;
    if (reference !== null) {
      const text = String.fromCodePoint(value.codePointAt(at) ?? 0);
      placed.push(text, index, index + reference);
      at += text.length;
      index += reference;
    } else if (sign === wanted) {
      placed.push(sign, index, index + 1);
      at += 1;
      index += 1;
    } else index += 1;
  }
  return placed.whole(value);
}

/** As `alignMarkdown`, of a block of code: each line of it ends a line of the source, and its fence is none of its text. */
export function alignCode(value: string, source: string, place: Span): Placed[] {
  const placed = new Alignment();
  const fence = /^(?:`{3,}|~{3,}).*\r?\n?/.exec(source.slice(place.start, place.end));
  let index = place.start + (fence?.[0].length ?? 0);
  for (const line of value.split(/(?<=\n)/)) {
    const lineFeed = source.indexOf('\n', index);
    const end = lineFeed === -1 || lineFeed >= place.end ? place.end : lineFeed + 1;
    const from = source.slice(index, end).lastIndexOf(line);
    if (from === -1) break;
    placed.push(line, index + from, index + from + line.length);
    index = end;
  }
  return placed.whole(value);
}

class Alignment {
  private readonly placed: Placed[] = [];
  private length = 0;

  push(text: string, start: number, end: number): void {
    this.length += text.length;
    const last = this.placed.at(-1);
    const exact = last?.original && last.original.end - last.original.start === last.text.length;
    if (last?.original && exact && last.original.end === start && end - start === text.length) {
      last.text += text;
      last.original.end = end;
    } else this.placed.push({ text, original: { start, end } });
  }

  /** The parts; a value that did not come out whole was not understood. */
  whole(value: string): Placed[] {
    return this.length === value.length ? this.placed : [{ text: value, original: null }];
  }
}

function referenceAt(source: string, index: number): number | null {
  const pattern = /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});/iy;
  pattern.lastIndex = index;
  return pattern.exec(source)?.[0].length ?? null;
}
