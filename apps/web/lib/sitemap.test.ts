import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { XmlBufferInputProvider, XmlDocument, xmlRegisterInputProvider, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { writeNewsSitemap, writeSitemap, writeSitemapIndex } from './sitemap';

const require = createRequire(import.meta.url);

// The protocol's own schema of site maps, as the npm package sitemap carries it. It carries none of the index, of alternates
// and of news: what those protocols ask for is said here.
const schema = (target: string, body: string) =>
  Buffer.from(
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${target}" targetNamespace="${target}" elementFormDefault="qualified">${body}</xs:schema>`,
  );
const sequence = (...elements: string[]) =>
  `<xs:complexType><xs:sequence>${elements.join('')}</xs:sequence></xs:complexType>`;
const element = (name: string, type: string) => `<xs:element name="${name}" type="xs:${type}"/>`;
const schemas = {
  'http://www.sitemaps.org/schemas/sitemap/0.9': readFileSync(require.resolve('sitemap/schema/sitemap.xsd')),
  'http://www.w3.org/1999/xhtml': schema(
    'http://www.w3.org/1999/xhtml',
    '<xs:element name="link"><xs:complexType><xs:attribute name="rel" fixed="alternate" use="required"/>' +
      '<xs:attribute name="hreflang" type="xs:language" use="required"/>' +
      '<xs:attribute name="href" type="xs:anyURI" use="required"/></xs:complexType></xs:element>',
  ),
  'http://www.google.com/schemas/sitemap-news/0.9': schema(
    'http://www.google.com/schemas/sitemap-news/0.9',
    `<xs:element name="news">${sequence(
      `<xs:element name="publication">${sequence(element('name', 'string'), element('language', 'language'))}</xs:element>`,
      element('publication_date', 'dateTime'),
      element('title', 'string'),
    )}</xs:element>`,
  ),
};
const index = schema(
  'http://www.sitemaps.org/schemas/sitemap/0.9',
  `<xs:element name="sitemapindex">${sequence(
    `<xs:element name="sitemap" maxOccurs="50000">${sequence(element('loc', 'anyURI'))}</xs:element>`,
  )}</xs:element>`,
).toString();
const named = Object.entries(schemas).map(([namespace, text], at) => ({ namespace, text, file: `mem:${at}.xsd` }));
xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(named.map(({ file, text }) => [file, text]))));
const all = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${named
  .map(({ namespace, file }) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`)
  .join('')}</xs:schema>`;

/** What a schema finds wrong with a document; null where it is valid. */
function fault(text: string, by = all): string | null {
  using schemaDocument = XmlDocument.fromString(by);
  using validator = XsdValidator.fromDoc(schemaDocument);
  using document = XmlDocument.fromString(text);
  try {
    validator.validate(document);
    return null;
  } catch (error) {
    return String(error);
  }
}

const origin = 'https://record.example';
const hungary = { kind: 'actor', slug: 'hungary', changedAt: '2024-01-15T10:32:00.123Z', languages: [] } as const;

describe('the site map', () => {
  it('names every page with the day of its newest version, and each language with all the others', () => {
    const text = writeSitemap(
      ['/', '/changes'],
      [hungary, { ...hungary, slug: 'nato', languages: ['uk', 'fr'] }],
      origin,
    );
    expect(fault(text)).toBeNull();
    using document = XmlDocument.fromString(text);
    expect([...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc)).toEqual([
      ...['', 'uk', 'hu', 'fr', 'de'].map((language) => `https://record.example/${language}`),
      ...['', 'uk/', 'hu/', 'fr/', 'de/'].map((language) => `https://record.example/${language}changes`),
      'https://record.example/actors/hungary',
      'https://record.example/actors/nato',
      'https://record.example/uk/actors/nato',
      'https://record.example/fr/actors/nato',
    ]);
    expect(document.find('//x:link/@hreflang', { x: 'http://www.w3.org/1999/xhtml' })).toHaveLength(2 * 25 + 9);
  });

  it('is an index of its parts', () => {
    const text = writeSitemapIndex([`${origin}/sitemap/1.xml`, `${origin}/sitemap/2.xml`]);
    expect(fault(text, index)).toBeNull();
    expect(fault(writeSitemapIndex([]), index)).not.toBeNull();
  });

  it('of news has the title and the instant of each article, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (title) => {
        const article = { slug: 'voluntary', title, publishedAt: '2024-01-15T10:32:00.123Z' };
        expect(fault(writeNewsSitemap([article], origin))).toBeNull();
      }),
    );
  });

  it('would be found wrong', () => {
    expect(fault(writeSitemap(['not a page '.repeat(300)], [], ''))).toContain('loc');
    expect(fault(writeSitemap([], [{ ...hungary, changedAt: 'lately' }], origin))).toContain('lastmod');
  });
});
