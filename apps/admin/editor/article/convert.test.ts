import { richText } from '@rapporteur/domain/content/article';
import { newId } from '@rapporteur/domain/ids';
import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromEditor, toEditor } from './convert';
import { extensions } from './nodes';

const schema = getSchema(extensions);
const record = newId('event');

const words = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text.trim() !== '');
const mark = fc.constantFrom(
  { type: 'emphasis' },
  { type: 'strong' },
  { type: 'link', attrs: { href: 'https://example.org/' } },
);
// Marks come in the order of the editor's schema, each once.
const order = ['emphasis', 'strong', 'link'];
const marks = fc
  .uniqueArray(mark, { minLength: 1, maxLength: 3, selector: ({ type }) => type })
  .map((all) => all.toSorted((one, other) => order.indexOf(one.type) - order.indexOf(other.type)));
const inline = fc.oneof(
  fc.record({ type: fc.constant('text'), text: words, marks }),
  fc.record({
    type: fc.constant('recordCitation'),
    attrs: fc.record({ record: fc.constant(record), words: fc.constant('a meeting') }),
  }),
);
// Runs of text that stand side by side are joined by the editor, so that a citation stands between any two.
const run = fc
  .array(inline, { minLength: 1, maxLength: 4 })
  .map((nodes) =>
    nodes.filter((node, index) => index === 0 || node.type !== 'text' || nodes[index - 1]?.type !== 'text'),
  );
const paragraph = fc.record({ type: fc.constant('paragraph'), content: run });
const item = fc.record({ type: fc.constant('listItem'), content: fc.array(paragraph, { minLength: 1, maxLength: 2 }) });
const block = fc.oneof(
  paragraph,
  fc.record({ type: fc.constant('heading'), content: run }),
  fc.record({ type: fc.constant('quotation'), content: fc.array(paragraph, { minLength: 1, maxLength: 2 }) }),
  fc.record({
    type: fc.constant('list'),
    ordered: fc.boolean(),
    content: fc.array(item, { minLength: 1, maxLength: 3 }),
  }),
);
const body = fc.record({ type: fc.constant('doc'), content: fc.array(block, { minLength: 1, maxLength: 5 }) });

describe('the text of an article in the editor', () => {
  it('comes back from the editor as it was, and meets the schema of the record', () => {
    fc.assert(
      fc.property(body, (value) => {
        expect(richText.safeParse(value).success).toBe(true);
        const node = schema.nodeFromJSON(toEditor(value));
        node.check();
        expect(fromEditor(node.toJSON())).toEqual(value);
      }),
    );
  });

  it('leaves out blocks without a word, and begins with an empty paragraph', () => {
    expect(toEditor(undefined)).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
    const empty = {
      type: 'doc',
      content: [
        { type: 'paragraph' },
        { type: 'list', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
      ],
    };
    expect(fromEditor(empty)).toEqual({ type: 'doc', content: [{ type: 'paragraph', content: [] }] });
    schema.nodeFromJSON(toEditor(fromEditor(empty))).check();
  });
});
