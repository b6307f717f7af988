import type { Paragraphs } from '../paragraphs';
import type { SourcePlaces } from './source-places';

/** What begins and ends a paragraph of its own (HTML Living Standard, 15.3: display: block, list-item, table). */
const blocks = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM
  H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI LISTING MAIN MENU NAV OL P PLAINTEXT PRE SEARCH SECTION SUMMARY TABLE UL XMP`.split(
    /\s+/,
  ),
);
/** What shows no text, or none of the document's own. */
const silent = new Set(
  `AREA AUDIO BUTTON CANVAS DATALIST EMBED HEAD IFRAME INPUT LINK MAP META METER NOEMBED NOFRAMES NOSCRIPT OBJECT OPTION PARAM
  PROGRESS RP RT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO`.split(/\s+/),
);
const asWritten = new Set(['PRE', 'LISTING', 'PLAINTEXT', 'XMP']);

/**
 * Writes the text of an element as a browser would show it: blocks as paragraphs, runs of spaces as one, `br` as a line break,
 * cells of a table parted by tabs, `q` in quotation marks. Goes through nested elements in a loop, since a page may nest as deep as it likes.
 */
export function writeBlocks(root: Element, places: SourcePlaces, into: Paragraphs): void {
  let written = 0;
  let node: Node | null = root;
  while (node) {
    const element: Element | null = node.nodeType === 1 ? (node as Element) : null;
    const skipped = element !== null && isSilent(element);
    if (node.nodeType === 3) writeText(node as Text, places, into, written > 0);
    if (element && !skipped) {
      enter(element, into);
      if (asWritten.has(name(element))) written += 1;
      if (element.firstChild) {
        node = element.firstChild;
        continue;
      }
    }
    // Up and to the right, closing what is left.
    let from: Node | null = node;
    let closing = !skipped;
    for (; from && from !== root.parentNode; from = from.parentNode) {
      if (closing && from.nodeType === 1) {
        leave(from as Element, into);
        if (asWritten.has(name(from as Element))) written -= 1;
      }
      closing = true;
      if (from === root || from.nextSibling) break;
    }
    node = from && from !== root ? from.nextSibling : null;
  }
}

const name = (element: Element): string => element.tagName.toUpperCase();

function isSilent(element: Element): boolean {
  if (silent.has(name(element)) || element.hasAttribute('hidden')) return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(
    element.getAttribute('style')?.slice(0, 1000) ?? '',
  );
}

function enter(element: Element, into: Paragraphs): void {
  const tag = name(element);
  if (blocks.has(tag)) into.part(2);
  else if (tag === 'BR') into.breakLine();
  else if (tag === 'TR') enterRow(element, into);
  else if (tag === 'Q') into.add('“');
  else if ((tag === 'TD' || tag === 'TH') && !isLayout(element.parentElement))
    into.cell(!element.previousElementSibling);
}

function leave(element: Element, into: Paragraphs): void {
  const tag = name(element);
  if (blocks.has(tag)) into.part(2);
  else if (tag === 'TR') leaveRow(element, into);
  else if (tag === 'Q') into.add('”');
}

/** Rows of one cell only put things in their places, as letters do. */
const isLayout = (row: Element | null): boolean => row === null || row.childElementCount < 2;

function enterRow(row: Element, into: Paragraphs): void {
  if (isLayout(row)) into.part(2);
  else into.row(!row.previousElementSibling || isLayout(row.previousElementSibling));
}

function leaveRow(row: Element, into: Paragraphs): void {
  if (isLayout(row)) into.part(2);
  else into.endRow();
}

function writeText(node: Text, places: SourcePlaces, into: Paragraphs, asIs: boolean): void {
  for (const { start, end, source } of places.of(node)) {
    const data = node.data.slice(start, end);
    const exact = source !== null && source.end - source.start === end - start;
    for (const { 0: part, index } of data.matchAll(asIs ? /\n|[^\n]+/g : /[ \t\n\f\r]+|[^ \t\n\f\r]+/g)) {
      const place = exact ? { start: source.start + index, end: source.start + index + part.length } : source;
      if (asIs && part === '\n') into.breakLine();
      else if (!asIs && /^[ \t\n\f\r]/.test(part)) into.space(place);
      else into.write(part, place);
    }
  }
}
