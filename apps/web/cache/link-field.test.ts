import fc from 'fast-check';
import LinkHeader from 'http-link-header';
import { describe, expect, it } from 'vitest';
import { headLinks, writeLink } from './link-field';

describe('a link', () => {
  it('is read back as it was written, also with a comma in a datetime', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abc ,;="\\<>:'), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }), (values) => {
        const written = values.map(([title, about]) => writeLink('/a?b=1,2', { rel: 'memento', title, about }));
        const read = LinkHeader.parse(written.join(', ')).refs;
        expect(read.map(({ uri, rel, title, about }) => [uri, rel, title, about])).toEqual(
          values.map(([title, about]) => ['/a?b=1,2', 'memento', title, about]),
        );
      }),
    );
  });
});

describe('the links of a head', () => {
  it('are its signposts and versions, in order, and no others', () => {
    const html =
      '<html><head><link rel="stylesheet" href="/a.css"><link rel="cite-as" href="https://record.example/r/stm_1@3"/>' +
      '<link rel="describedby" type="application/x-bibtex" href="/r/stm_1@3/citation.bib"><link rel="alternate" href="/feed.atom">' +
      '<link rel="item" href="/api/trpc/record.get?a=1&amp;b=2"><title><link rel="author" href="/no"></title></head>' +
      '<body><link rel="license" href="/also-no"></body></html>';
    expect(headLinks(html)).toEqual([
      '<https://record.example/r/stm_1@3>; rel="cite-as"',
      '</r/stm_1@3/citation.bib>; rel="describedby"; type="application/x-bibtex"',
      '</api/trpc/record.get?a=1&b=2>; rel="item"',
    ]);
  });

  it('hold nothing that could leave the field', () => {
    for (const href of ['javascript:x', '/a b', '/a&gt;; rel=&quot;x', '/é', '/a\nb', '', 'x']) {
      const links = headLinks(`<head><link rel="author" href="${href}"></head>`);
      expect(
        links.filter((link) => !/^<\/[!-~]+>; rel="author"$/.test(link)),
        href,
      ).toEqual([]);
    }
    expect(headLinks('<link rel="author" href="/x">')).toEqual([]);
  });
});
