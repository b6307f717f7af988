import type { JSONContent } from '@tiptap/core';

type Node = Record<string, unknown>;

/** The rich text of the record as the editor holds it: the order of a list is an attribute there. Tolerates an unfinished text. */
export function toEditor(body: unknown): JSONContent {
  const node = asNode(body);
  const content = nodesIn(node).map(inward);
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content };
}

/** The editor's text as the record holds it. Blocks without a word are left out; a text without any keeps one paragraph. */
export function fromEditor(doc: JSONContent): Node {
  const content = (doc.content ?? []).flatMap((block) => outward(block) ?? []);
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph', content: [] }] : content };
}

function inward(value: unknown): JSONContent {
  const { type, content, ordered, ...rest } = asNode(value);
  const inner = Array.isArray(content) ? content.map(inward) : [];
  return {
    type: String(type),
    ...(rest as JSONContent),
    ...(type === 'list' ? { attrs: { ordered: ordered === true } } : {}),
    ...(inner.length === 0 ? {} : { content: inner }),
  };
}

function outward(node: JSONContent): Node | null {
  if (node.type === 'text') return { type: 'text', text: node.text ?? '', ...marksOf(node) };
  if (node.type === 'recordCitation') {
    return { type: 'recordCitation', attrs: { record: node.attrs?.['record'], words: node.attrs?.['words'] } };
  }
  const content = (node.content ?? []).flatMap((inner) => outward(inner) ?? []);
  if (content.length === 0) return null;
  if (node.type === 'list') return { type: 'list', ordered: node.attrs?.['ordered'] === true, content };
  return { type: node.type, content };
}

function marksOf({ marks = [] }: JSONContent): { marks?: Node[] } {
  if (marks.length === 0) return {};
  return {
    marks: marks.map(({ type, attrs }) => (type === 'link' ? { type, attrs: { href: attrs?.['href'] } } : { type })),
  };
}

const asNode = (value: unknown): Node => (typeof value === 'object' && value !== null ? (value as Node) : {});
const nodesIn = ({ content }: Node): unknown[] => (Array.isArray(content) ? content : []);
