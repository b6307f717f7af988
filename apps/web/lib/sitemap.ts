import { hrefIn, hrefOf } from '@rapporteur/ui/record-link';
import type { Kind } from '@rapporteur/domain/kinds';
import type { Language } from '@rapporteur/domain/translation/languages';
import { xml, xmlDocument, type Xml } from './xml';

const protocol = 'http://www.sitemaps.org/schemas/sitemap/0.9';

interface Page {
  kind: Kind;
  slug: string;
  changedAt: string;
  languages: readonly Language[];
}

/** The parts of the site map (sitemaps.org, protocol 0.9). */
export const writeSitemapIndex = (addresses: readonly string[]): string =>
  xmlDocument(
    xml(
      'sitemapindex',
      { xmlns: protocol },
      ...addresses.map((address) => xml('sitemap', {}, xml('loc', {}, address))),
    ),
  );

/** One part: pages of the site itself, and records with the languages that each can be read in. */
export function writeSitemap(pages: readonly string[], records: readonly Page[], origin: string): string {
  return xmlDocument(
    xml(
      'urlset',
      { xmlns: protocol, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
      ...pages.map((path) => xml('url', {}, xml('loc', {}, origin + path))),
      ...records.flatMap((record) => entriesOf(record, origin)),
    ),
  );
}

/** A page in several languages is an entry for each, and every entry names all of them. */
function entriesOf(record: Page, origin: string): Xml[] {
  const versions = [
    { language: 'en', address: origin + hrefOf(record) },
    ...record.languages.map((language) => ({ language, address: origin + hrefIn(language, record) })),
  ];
  const alternates =
    versions.length === 1
      ? []
      : versions.map(({ language, address }) =>
          xml('xhtml:link', { rel: 'alternate', hreflang: language, href: address }),
        );
  return versions.map(({ address }) =>
    xml('url', {}, xml('loc', {}, address), xml('lastmod', {}, record.changedAt), ...alternates),
  );
}

interface Article {
  slug: string;
  title: string;
  publishedAt: string;
}

/** The newest articles as news (Google's news extension 0.9). */
export function writeNewsSitemap(articles: readonly Article[], origin: string): string {
  return xmlDocument(
    xml(
      'urlset',
      { xmlns: protocol, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' },
      ...articles.map(({ slug, title, publishedAt }) =>
        xml(
          'url',
          {},
          xml('loc', {}, origin + hrefOf({ kind: 'article', slug })),
          xml(
            'news:news',
            {},
            xml('news:publication', {}, xml('news:name', {}, 'Rapporteur'), xml('news:language', {}, 'en')),
            xml('news:publication_date', {}, publishedAt),
            xml('news:title', {}, title),
          ),
        ),
      ),
    ),
  );
}
