import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepInPast, pastAddress } from './memento';

const stamp = '20231130120000';

describe('pastAddress', () => {
  it.each([
    ['/', `/at/${stamp}`],
    ['/?q=a', `/at/${stamp}?q=a`],
    ['/#top', `/at/${stamp}#top`],
    ['/actors/hungary', `/at/${stamp}/actors/hungary`],
    ['/rss', `/at/${stamp}/rss`],
  ])('leads %s into the past', (address, expected) => {
    expect(pastAddress(address, stamp)).toBe(expected);
  });

  it.each([
    '//evil.example/x',
    '/\\evil.example',
    'https://example.org/',
    '#note-1',
    'mailto:a@b.c',
    '/_next/static/a.css',
    '/api/trpc/x',
    '/r/stm_1@3',
    '/at/20200101000000/x',
    '/feed.atom',
    '/actors/hungary/feed.json#x',
    '/sitemap.xml',
    '/timemap/actors/hungary?before=3',
    '',
  ])('leaves %s alone', (address) => {
    expect(pastAddress(address, stamp)).toBe(address);
  });
});

describe('keepInPast', () => {
  it('rewrites links, areas and forms, and nothing else', () => {
    const html =
      '<link href="/a.css"><a class="x" href="/actors?x=1&amp;y=2">/actors</a><area href="/issues"><form action="/search" method="get"></form>' +
      '<abbr href="/no"></abbr><a data-live="" href="/actors">now</a><a data-live href="/x">now</a><a href="https://e.org/">e</a>';
    expect(keepInPast(html, stamp)).toBe(
      `<link href="/a.css"><a class="x" href="/at/${stamp}/actors?x=1&amp;y=2">/actors</a><area href="/at/${stamp}/issues">` +
        `<form action="/at/${stamp}/search" method="get"></form>` +
        '<abbr href="/no"></abbr><a data-live="" href="/actors">now</a><a data-live href="/x">now</a><a href="https://e.org/">e</a>',
    );
  });

  it('is not misled by attribute values, comments or raw text', () => {
    const html =
      '<a title=\'href="/x">\' href="/y">t</a><!-- <a href="/x"> --><textarea><a href="/x"></textarea>' +
      '<script type="application/ld+json">{"x":"<a href=\\"/x\\">"}</script><a title="data-live" href="/z">t</a>';
    expect(keepInPast(html, stamp)).toBe(
      `<a title='href="/x">' href="/at/${stamp}/y">t</a><!-- <a href="/x"> --><textarea><a href="/x"></textarea>` +
        `<script type="application/ld+json">{"x":"<a href=\\"/x\\">"}</script><a title="data-live" href="/at/${stamp}/z">t</a>`,
    );
  });

  // What a renderer writes, piece by piece, beside what should come out.
  const word = fc.stringMatching(/^[a-z]{1,6}$/);
  const text = fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .map((raw) => raw.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;'));
  const piece: fc.Arbitrary<readonly [string, string]> = fc.oneof(
    text.map((value) => [value, value] as const),
    fc
      .tuple(text, word, fc.constantFrom('a', 'area', 'A'))
      .map(
        ([value, path, name]) =>
          [
            `<${name} title="${value}" href="/${path}s" lang="en">`,
            `<${name} title="${value}" href="/at/${stamp}/${path}s" lang="en">`,
          ] as const,
      ),
    fc.tuple(text, word).map(([value, path]) => same(`<a data-live="${value}" href="/${path}s">`)),
    fc
      .tuple(text, word)
      .map(([value, path]) => same(`<img alt="${value}" src="/${path}"><link rel="next" href="/${path}">`)),
    text.map((value) =>
      same(`<!-- ${value.replaceAll('-', '')} <a href="/x"> --><a href="https://example.org/${value}">`),
    ),
  );
  const same = (html: string): readonly [string, string] => [html, html];

  it('changes exactly the internal targets of any sequence of markup', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(keepInPast(pieces.map(([before]) => before).join(''), stamp)).toBe(
          pieces.map(([, after]) => after).join(''),
        );
      }),
    );
  });

  it('rewrites once: a second pass changes nothing', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const once = keepInPast(pieces.map(([before]) => before).join(''), stamp);
        expect(keepInPast(once, stamp)).toBe(once);
      }),
    );
  });

  it('takes time in proportion to the page, also for markup nobody closes', () => {
    for (const hostile of ['<a href="/x" ', '<a "', '<!--', '<script', "<a title='", '<<<a'])
      keepInPast(hostile.repeat(8000), stamp);
  });
});
