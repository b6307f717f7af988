import { parseFragment } from 'parse5';
import type { Span } from '../mapped-text';
import type { SourceNode } from './source-tree';

/** A run of the text of an element and the source it came from. Of one length they answer to each other unit by unit. */
interface Run extends Span {
  source: Span;
}

/** All text that stands directly in one element, children left out. */
interface OwnText {
  data: string;
  runs: Run[];
  /** How far it has been asked for. */
  cursor: number;
}

/** The attribute that tells an element again after it was moved, renamed or written out and parsed anew. */
const mark = 'data-intake-place';

/**
 * Where the text of a page stands in its source. Marks every element first, and tells the place of a text node by the
 * marked element around it and by the text itself: what is made of the page later moves, renames and reparses elements,
 * but leaves their own text in order.
 */
export class SourcePlaces {
  private readonly owners: OwnText[] = [];
  private readonly references = new Map<string, string>();

  /** `tree` is of the same source as the document. */
  constructor(
    document: Document,
    tree: SourceNode,
    private readonly source: string,
  ) {
    const pairs: [Node, SourceNode][] = [[document, tree]];
    for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
      const [node, origin] = pair;
      const origins = 'childNodes' in origin ? origin.childNodes : [];
      const children: Node[] = [];
      for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
      // They are made by the same parser. Should they differ nevertheless, nobody can tell places there.
      const alike = children.length === origins.length && children.every((child, at) => isSame(child, origins[at]));
      if (node.nodeType === 1) this.markElement(node as Element, alike ? origins : []);
      if (alike) children.forEach((child, at) => pairs.push([child, origins[at] as SourceNode]));
    }
  }

  /** The runs of a text node, in order, from its beginning to its end; `source` is null where nobody can tell. */
  of(node: Text): { start: number; end: number; source: Span | null }[] {
    const nowhere = [{ start: 0, end: node.data.length, source: null }];
    // Blank text says too little to be told by; the space that is left of it can be had from its neighbours.
    if (node.data.trim() === '') return nowhere;
    const own = this.owners[Number(node.parentElement?.closest(`[${mark}]`)?.getAttribute(mark) ?? -1)];
    if (!own) return nowhere;
    let at = own.data.indexOf(node.data, own.cursor);
    // Out of order: still told by the text, where that stands there once.
    if (at < 0 && own.data.indexOf(node.data) === own.data.lastIndexOf(node.data)) at = own.data.indexOf(node.data);
    if (at < 0) return nowhere;
    own.cursor = at + node.data.length;
    return clip(own.runs, at, at + node.data.length);
  }

  /** Forgets how far was asked, before the same elements are gone through once more. */
  rewind(): void {
    for (const own of this.owners) own.cursor = 0;
  }

  private markElement(element: Element, origins: SourceNode[]): void {
    element.removeAttribute(mark);
    const own: OwnText = { data: '', runs: [], cursor: 0 };
    for (const origin of origins) {
      if (!('value' in origin)) continue;
      const place = origin.sourceCodeLocation;
      const runs = place ? this.align(origin.value, place.startOffset, place.endOffset) : null;
      for (const run of runs ?? []) {
        own.runs.push({ start: run.start + own.data.length, end: run.end + own.data.length, source: run.source });
      }
      own.data += origin.value;
    }
    if (own.data.trim() === '') return;
    element.setAttribute(mark, String(this.owners.length));
    this.owners.push(own);
  }

  /** What of a stretch of the source became what of the text; null where it is not one run of text with references. */
  private align(data: string, from: number, to: number): Run[] | null {
    // Nearly all text stands in the source as it is.
    if (to - from === data.length && this.source.startsWith(data, from)) {
      return [{ start: 0, end: data.length, source: { start: from, end: to } }];
    }
    const runs: Run[] = [];
    const push = (length: number, start: number, end: number) => {
      const last = runs.at(-1);
      const at = last?.end ?? 0;
      const exact = last && last.source.end - last.source.start === last.end - last.start && end - start === length;
      if (exact && last.source.end === start) {
        last.end += length;
        last.source.end = end;
      } else runs.push({ start: at, end: at + length, source: { start, end } });
    };
    let at = 0;
    for (let index = from; index < to;) {
      const sign = this.source[index] ?? '';
      const reference = sign === '&' ? this.reference(index, to) : null;
      if (reference !== null && data.startsWith(reference.text, at)) {
        push(reference.text.length, index, index + reference.length);
        at += reference.text.length;
        index += reference.length;
      } else if (sign === '\r') {
        const length = this.source[index + 1] === '\n' && index + 1 < to ? 2 : 1;
        if (data[at] !== '\n') return null;
        push(1, index, index + length);
        at += 1;
        index += length;
      } else if (sign === data[at]) {
        push(1, index, index + 1);
        at += 1;
        index += 1;
      } else if (sign === '\0') index += 1;
      else return null;
    }
    return at === data.length ? runs : null;
  }

  private reference(index: number, to: number): { text: string; length: number } | null {
    const pattern = /&(?:#x[\da-f]{1,8};?|#\d{1,8};?|[a-z][a-z\d]{0,40};?)/iy;
    pattern.lastIndex = index;
    const found = pattern.exec(this.source)?.[0].slice(0, to - index);
    if (found === undefined) return null;
    let text = this.references.get(found);
    if (text === undefined) {
      const [decoded] = parseFragment(found).childNodes;
      text = decoded && 'value' in decoded ? decoded.value : '';
      this.references.set(found, text);
    }
    return { text, length: found.length };
  }
}

/** The runs between two positions, counted from the first; gaps between them have no source. */
function clip(runs: Run[], from: number, to: number): { start: number; end: number; source: Span | null }[] {
  const clipped: { start: number; end: number; source: Span | null }[] = [];
  let at = from;
  for (const { start, end, source } of runs) {
    if (end <= from || start >= to) continue;
    if (start > at) clipped.push({ start: at - from, end: start - from, source: null });
    const [first, last] = [Math.max(start, from), Math.min(end, to)];
    const exact = source.end - source.start === end - start;
    const place = exact ? { start: source.start + first - start, end: source.start + last - start } : source;
    clipped.push({ start: first - from, end: last - from, source: place });
    at = last;
  }
  if (at < to) clipped.push({ start: at - from, end: to - from, source: null });
  return clipped;
}

/** Whether a node and its origin are of one kind, and of one text. */
function isSame(node: Node, origin: SourceNode | undefined): boolean {
  if (origin === undefined) return false;
  if (node.nodeType === 3) return 'value' in origin && origin.value === (node as Text).data;
  return origin.nodeName.toLowerCase() === node.nodeName.toLowerCase() || node.nodeType !== 1;
}
