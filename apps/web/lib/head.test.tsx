import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Head } from './head';

beforeEach(() => void vi.stubEnv('WEB_ORIGIN', 'https://record.example'));
afterEach(() => void vi.unstubAllEnvs());

// Case E03 of the security catalogue: texts that would end the element or the attribute they stand in.
const breakouts = [
  '</title><script>alert(1)</script>',
  '"><meta http-equiv="refresh" content="0;url=//evil.example">',
  "'><link rel=stylesheet href=//evil.example>",
  '<!--<script>',
  ']]>',
  '\u2028\u2029',
  '&quot;&gt;&lt;script&gt;',
];

const head = (words: string) =>
  renderToStaticMarkup(
    <Head
      title={words}
      description={words}
      path="/statements/said"
      language="uk"
      alternates={['en', 'uk']}
      changedAt="2024-01-15T10:32:00Z"
      picture={{ id: 'stm_01hgw2bbg0000000000000000a', revisionNumber: 3 }}
      card="https://record.example/uk/statements/said"
      feeds={[{ title: words, href: '/statements/said/feed' }]}
    />,
  );

/** The elements of a head, each with the names of its attributes. */
const shapeOf = (html: string): string[] =>
  [...html.matchAll(/<([a-z]+)((?:\s+[\w:-]+="[^"]*")*)\s*\/?>/g)].map(([, name, attributes = '']) =>
    [name, ...[...attributes.matchAll(/\s([\w:-]+)="[^"]*"/g)].map(([, key]) => key)].join(' '),
  );

describe('the head of a page', () => {
  it.each(breakouts)('has the same elements whatever its texts hold: %j', (words) => {
    const html = head(words);
    const plain = head('words');
    expect(shapeOf(html)).toEqual(shapeOf(plain));
    expect(html.match(/<|>/g)).toHaveLength(plain.match(/<|>/g)?.length ?? 0);
  });

  it('names the picture of the revision and the card of the page, in the language of the page', () => {
    const html = head('words');
    expect(html).toContain('content="https://record.example/uk/r/stm_01hgw2bbg0000000000000000a@3/share.png"');
    expect(html).toContain('oembed?format=json&amp;url=https%3A%2F%2Frecord.example%2Fuk%2Fstatements%2Fsaid"');
  });

  it('would be noticed to hold more', () => {
    const careless = head('words').replace('<title>words', `<title>${breakouts[0]}`);
    expect(shapeOf(careless)).not.toEqual(shapeOf(head('words')));
  });
});
