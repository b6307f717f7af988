import { Mark, mergeAttributes, Node } from '@tiptap/core';

// The nodes and marks of an article, one for one as the content schema of the domain has them: nothing else can be pasted.

const doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });

const text = Node.create({ name: 'text', group: 'inline' });

const paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
});

const heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  parseHTML: () => ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })),
  renderHTML: () => ['h3', 0],
  addKeyboardShortcuts() {
    return { 'Mod-Alt-2': () => this.editor.commands.toggleNode('heading', 'paragraph') };
  },
});

const quotation = Node.create({
  name: 'quotation',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-b': () => this.editor.commands.toggleWrap('quotation') };
  },
});

const list = Node.create({
  name: 'list',
  group: 'block',
  content: 'listItem+',
  addAttributes: () => ({ ordered: { default: false, rendered: false } }),
  parseHTML: () => [
    { tag: 'ul', attrs: { ordered: false } },
    { tag: 'ol', attrs: { ordered: true } },
  ],
  renderHTML: ({ node }) => [node.attrs['ordered'] === true ? 'ol' : 'ul', 0],
});

const listItem = Node.create({
  name: 'listItem',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem('listItem'),
      'Mod-Shift-8': () => toggleList(this.editor, false),
      'Mod-Shift-7': () => toggleList(this.editor, true),
    };
  },
});

/** Lists of this record do not nest: a list inside a list becomes a list of its own. */
export const toggleList = (editor: import('@tiptap/core').Editor, ordered: boolean): boolean =>
  editor.commands.toggleList('list', 'listItem', false, { ordered });

/** A record cited in running text: one thing, that is picked, and called in the words of the sentence. */
const recordCitation = Node.create({
  name: 'recordCitation',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({
    record: { default: '', parseHTML: (element) => element.dataset['record'] ?? '', rendered: false },
    words: { default: '', parseHTML: (element) => element.textContent ?? '', rendered: false },
  }),
  parseHTML: () => [{ tag: 'cite[data-record]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'cite',
    mergeAttributes(HTMLAttributes, { 'data-record': String(node.attrs['record']), class: 'cited-record' }),
    String(node.attrs['words']),
  ],
  renderText: ({ node }) => String(node.attrs['words']),
});

const emphasis = Mark.create({
  name: 'emphasis',
  parseHTML: () => [{ tag: 'em' }, { tag: 'i' }],
  renderHTML: () => ['em', 0],
  addKeyboardShortcuts() {
    return { 'Mod-i': () => this.editor.commands.toggleMark('emphasis') };
  },
});

const strong = Mark.create({
  name: 'strong',
  parseHTML: () => [{ tag: 'strong' }, { tag: 'b' }],
  renderHTML: () => ['strong', 0],
  addKeyboardShortcuts() {
    return { 'Mod-b': () => this.editor.commands.toggleMark('strong') };
  },
});

const isWebAddress = (address: string) =>
  /^https?:\/\//i.test(address) && URL.canParse(address) && address.length <= 2000;

const link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      // An address of another kind, such as one that runs a script, is no link here.
      getAttrs: (element) => (isWebAddress(element.getAttribute('href') ?? '') ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', mergeAttributes(HTMLAttributes, { rel: 'noreferrer' }), 0],
});

export const extensions = [
  doc,
  text,
  paragraph,
  heading,
  quotation,
  list,
  listItem,
  recordCitation,
  emphasis,
  strong,
  link,
];
