import { richText } from '@rapporteur/domain/content/article';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { RichTextBody } from './rich-text';

// Case E01 of the security catalogue: what is smuggled in the JSON of a text is refused, and what is not, is drawn as text.
const text = (words: string, marks?: unknown) => ({
  type: 'text',
  text: words,
  ...(marks === undefined ? {} : { marks }),
});
const linked = (href: unknown) => text('a link', [{ type: 'link', attrs: { href } }]);
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const citation = (record: unknown) => ({ type: 'recordCitation', attrs: { record, words: 'it' } });

function nested(depth: number): unknown {
  let inner: unknown = text('deep');
  for (let level = 0; level < depth; level += 1) inner = { type: 'quotation', content: [inner] };
  return doc(inner);
}

const refused: Record<string, unknown> = {
  'a script as an address': doc(paragraph(linked('javascript:alert(1)'))),
  'a script in mixed case': doc(paragraph(linked('JaVaScRiPt:alert(1)'))),
  'a script behind a control character': doc(paragraph(linked('\u0001javascript:alert(1)'))),
  'a script with a tab in it': doc(paragraph(linked('java\tscript:alert(1)'))),
  'a script as an entity': doc(paragraph(linked('&#106;avascript:alert(1)'))),
  'a script behind a backslash': doc(paragraph(linked('\\\\javascript:alert(1)'))),
  'data as an address': doc(paragraph(linked('data:text/html,<script>alert(1)</script>'))),
  'a script of another name': doc(paragraph(linked('vbscript:x'))),
  'an address without a scheme': doc(paragraph(linked('//evil.example'))),
  'an address that is an object': doc(paragraph(linked({ toString: 'javascript:alert(1)' }))),
  'an unknown node': doc({ type: 'html', content: '<script>' }),
  'a node of the prototype': doc({ type: '__proto__' }),
  'an unknown mark': doc(paragraph(text('x', [{ type: 'style', attrs: { style: 'x' } }]))),
  'an attribute too many on a mark': doc(
    paragraph(text('x', [{ type: 'link', attrs: { href: 'https://example.org/', onclick: 'alert(1)' } }])),
  ),
  'an attribute too many on a node': doc({ ...paragraph(text('x')), attrs: { onclick: 'alert(1)' } }),
  'raw markup beside the text': doc(paragraph({ ...text('x'), dangerouslySetInnerHTML: { __html: '<script>' } })),
  'a text that is an object': doc(paragraph({ type: 'text', text: { $$typeof: 'x', type: 'script' } })),
  'a record that is none': doc(paragraph(citation('" onmouseover="alert(1)'))),
  'a paragraph in a paragraph': doc(paragraph(paragraph(text('x')))),
  'a list of texts': doc({ type: 'list', ordered: true, content: [text('x')] }),
  'a depth of ten thousand': nested(10_000),
};

const shown = (body: unknown) =>
  renderToStaticMarkup(
    <RichTextBody body={body as never} field="/body" citations={[]} links={{}} translated={{ translation: null }} />,
  );
const allowed =
  /^<\/?(?:div|p|h2|blockquote|ol|ul|li|em|strong|a|span)(?: (?:class|href|rel|lang|dir|title)="[^"<>]*")*>/;

/** The tags of a markup that none of our texts has. */
const foreignTags = (html: string) =>
  [...html.matchAll(/<[^>]*>?/g)]
    .map(([tag]) => tag)
    .filter((tag) => !allowed.test(tag) || /href="(?!https?:|\/)/i.test(tag));

describe('the text of an article', () => {
  it.each(Object.entries(refused))('does not take %s', (_what, body) => {
    expect(richText.safeParse(body).success).toBe(false);
  });

  it('is drawn as text, whatever its words and addresses hold', () => {
    const words = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>\u2028]]>`;
    const href = 'https://example.org/?"onmouseover="alert(1)<script>';
    const marks = [{ type: 'link', attrs: { href } }, { type: 'strong' }, { type: 'emphasis' }];
    const body = doc(
      { type: 'heading', content: [text(words)] },
      paragraph(text(words, marks)),
      { type: 'quotation', content: [paragraph(text(words))] },
      { type: 'list', ordered: false, content: [{ type: 'listItem', content: [paragraph(text(words))] }] },
    );
    expect(richText.safeParse(body).success).toBe(true);
    expect(foreignTags(shown(body))).toEqual([]);
  });

  it('would be noticed to hold what is not of it', () => {
    expect(foreignTags('<p>x<script>alert(1)</script></p>')).toEqual(['<script>', '</script>']);
    expect(foreignTags('<a href="javascript:alert(1)">x</a>')).toEqual(['<a href="javascript:alert(1)">']);
    expect(foreignTags('<p onclick="x">x</p>')).toEqual(['<p onclick="x">']);
  });
});
