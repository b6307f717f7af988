import { hrefOf } from '@rapporteur/ui/record-link';
import type { Kind } from '@rapporteur/domain/kinds';
import {
  original,
  pathIn,
  siteLanguages,
  type Language,
  type SiteLanguage,
} from '@rapporteur/domain/translation/languages';
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

/** One part: pages of the site itself, which are there in all its languages, and records with those they are published in. */
export function writeSitemap(pages: readonly string[], records: readonly Page[], origin: string): string {
  return xmlDocument(
    xml(
      'urlset',
      { xmlns: protocol, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
      ...pages.flatMap((path) => entriesOf(path, siteLanguages, origin)),
      ...records.flatMap((record) =>
        entriesOf(hrefOf(record), [original, ...record.languages], origin, record.changedAt),
      ),
    ),
  );
}

/** A page in several languages is an entry for each, and every entry names all of them. */
function entriesOf(path: string, languages: readonly SiteLanguage[], origin: string, changedAt?: string): Xml[] {
  const addressIn = (language: SiteLanguage) => origin + pathIn(language, path);
  const alternates =
    languages.length === 1
      ? []
      : languages.map((language) =>
          xml('xhtml:link', { rel: 'alternate', hreflang: language, href: addressIn(language) }),
        );
  return languages.map((language) =>
    xml(
      'url',
      {},
      xml('loc', {}, addressIn(language)),
      changedAt === undefined ? null : xml('lastmod', {}, changedAt),
      ...alternates,
    ),
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
