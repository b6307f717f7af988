import type { Span } from '../mapped-text';

/** A part of a text and the part of the source it came from; null where that cannot be told. */
interface Placed {
  text: string;
  original: Span | null;
}

/**
 * The parts of the value of a node, in order, each with its place in the source. What a line of the source begins with
 * (marks of a quotation, indentation), fences and backslashes are stepped over.
 */
export function alignMarkdown(value: string, source: string, place: Span): Placed[] {
  const placed: Placed[] = [];
  const push = (text: string, start: number, end: number) => {
    const last = placed.at(-1);
    const exact = last?.original && last.original.end - last.original.start === last.text.length;
    if (last?.original && exact && last.original.end === start && end - start === text.length) {
      last.text += text;
      last.original.end = end;
    } else placed.push({ text, original: { start, end } });
  };
  let at = 0;
  for (let index = place.start; index < place.end && at < value.length;) {
    const [sign = '', wanted = ''] = [source[index], value[at]];
    const reference =
      sign === '&' && value.slice(at, at + 5) !== source.slice(index, index + 5) ? referenceAt(source, index) : null;
    if (reference !== null) {
      const text = String.fromCodePoint(value.codePointAt(at) ?? 0);
      push(text, index, index + reference);
      at += text.length;
      index += reference;
    } else if (sign === wanted) {
      push(sign, index, index + 1);
      at += 1;
      index += 1;
    } else index += 1;
  }
  // A value that did not come out whole was not understood.
  return at === value.length ? placed : [{ text: value, original: null }];
}

function referenceAt(source: string, index: number): number | null {
  const pattern = /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});/iy;
  pattern.lastIndex = index;
  return pattern.exec(source)?.[0].length ?? null;
}
