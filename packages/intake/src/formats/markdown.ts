import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Nodes } from 'mdast';
import type { ReadDocument } from '../document';
import { clean, dayOf, languageTag } from '../html/metadata';
import { MappedText, type Span } from '../mapped-text';
import { Paragraphs } from '../paragraphs';
import type { Decoded } from '../parser/decode';
import { alignCode, alignMarkdown } from './markdown-places';
import { bareDocument } from './bare-document';

/** The text of a Markdown document without its marks (CommonMark, with tables). */
export function readMarkdown({ text: source, encoding, warnings }: Decoded): ReadDocument {
  const mapped = new MappedText(source);
  const paragraphs = new Paragraphs(mapped);
  const front = /^---[ \t]*\r?\n([^]*?)\r?\n(?:---|[.]{3})[ \t]*(?:\r?\n|$)/.exec(source.slice(0, 20_000));
  const from = front?.[0].length ?? 0;
  const tree = fromMarkdown(source.slice(from), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const html = writeTree(tree, source, from, paragraphs);
  const { text, map } = mapped.finish();
  const heading = tree.children.find((node) => node.type === 'heading' && node.depth === 1);
  return {
    ...bareDocument('markdown', encoding),
    ...frontMatter(
      front?.[1] ?? '',
      heading ? source.slice(from).slice(heading.position?.start.offset, heading.position?.end.offset) : null,
    ),
    text,
    map,
    warnings: html ? [...warnings, 'Blocks of HTML in this Markdown were left out.'] : warnings,
  };
}

const paragraphLike = new Set([
  'paragraph',
  'heading',
  'code',
  'table',
  'list',
  'listItem',
  'blockquote',
  'thematicBreak',
  'definition',
]);

/** Writes a tree node by node, with a stack of its own. Answers whether blocks of HTML were left out. */
function writeTree(root: Nodes, source: string, from: number, into: Paragraphs): boolean {
  let html = false;
  let firstCell = true;
  const stack: (Nodes | (() => void))[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (typeof node === 'function') {
      node();
      continue;
    }
    const isBlock = paragraphLike.has(node.type);
    if (isBlock) into.part(2);
    if (node.type === 'tableRow') {
      into.part(1);
      firstCell = true;
      stack.push(() => into.endRow());
    }
    if (node.type === 'tableCell') {
      into.cell(firstCell);
      firstCell = false;
    }
    if (node.type === 'break') into.breakLine();
    if (node.type === 'html') html ||= isBlockOfHtml(node.value);
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
      const place = { start: from + (node.position?.start.offset ?? 0), end: from + (node.position?.end.offset ?? 0) };
      write(node.value, place, source, into, node.type === 'code');
    }
    if (isBlock) stack.push(() => into.part(2));
    if ('children' in node) stack.push(...node.children.toReversed());
  }
  return html;
}

/** Inline, tags stand around text that is read anyway. */
const isBlockOfHtml = (value: string): boolean => /<[a-z][^>]*>[^<]*\S[^<]*</i.test(value);

function write(value: string, place: Span, source: string, into: Paragraphs, asIs: boolean): void {
  for (const { text, original } of asIs ? alignCode(value, source, place) : alignMarkdown(value, source, place)) {
    for (const { 0: part, index } of text.matchAll(asIs ? /\n|[^\n]+/g : /\s+|\S+/g)) {
      const exact = original !== null && original.end - original.start === text.length;
      const span = exact ? { start: original.start + index, end: original.start + index + part.length } : original;
      if (asIs && part === '\n') into.breakLine();
      else if (!asIs && /^\s/.test(part)) into.space(span);
      else into.write(part, span);
    }
  }
}

/** The plain values of a block of YAML at the head; the title may stand in the first heading instead. */
function frontMatter(
  block: string,
  heading: string | null,
): Pick<ReadDocument, 'title' | 'authors' | 'published' | 'language'> {
  const values = new Map(
    [...block.matchAll(/^([a-z_-]{1,40}):[ \t]*(\S[^\r\n]{0,1000})$/gim)].map(([, key = '', value = '']) => [
      key.toLowerCase(),
      value.trim().replace(/^(["'])(.*)\1$/, '$2'),
    ]),
  );
  const get = (...names: string[]) => clean(names.map((name) => values.get(name)).find((value) => value !== undefined));
  const author = get('author', 'authors', 'by')?.replace(/^\[(.*)\]$/, '$1') ?? null;
  return {
    title:
      get('title', 'headline') ?? clean(heading?.replace(/^#\s+|\s+#*\s*$|\r?\n=+\s*$/g, '').replaceAll(/[*_`]/g, '')),
    authors:
      author === null
        ? []
        : author
            .split(/\s*[,;]\s*/)
            .map((name) => name.replace(/^(["'])(.*)\1$/, '$2'))
            .filter((name) => name !== ''),
    published: dayOf(get('date', 'published', 'pubdate')),
    language: languageTag(get('lang', 'language')),
  };
}
