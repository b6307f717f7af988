import { escapeMarkup } from '@rapporteur/domain/escape-markup';
import { xml, xmlDocument, type Xml } from '../lib/xml';
import { feedHistory, type Announcement, type Feed } from './feed';

/**
 * A feed as RSS 2.0. It has no way to take an item back: what was withdrawn comes again under the same name, and says so.
 * Descriptions are HTML to whoever reads them, so text is written as HTML.
 */
export function writeRss(feed: Feed): string {
  return xmlDocument(
    xml(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        ...(feed.isArchive ? { 'xmlns:fh': feedHistory } : {}),
      },
      xml(
        'channel',
        {},
        xml('title', {}, feed.title),
        xml('link', {}, feed.page),
        xml('description', {}, feed.description),
        xml('language', {}, feed.language),
        xml('lastBuildDate', {}, dateOf(feed.updated)),
        xml('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.self }),
        ...feed.parts.map(({ rel, href }) => xml('atom:link', { rel, type: 'application/rss+xml', href })),
        feed.isArchive ? xml('fh:archive', {}) : null,
        ...feed.items.map(item),
      ),
    ),
  );
}

function item({ title, href, urn, updated, author, category, text }: Announcement): Xml {
  return xml(
    'item',
    {},
    xml('title', {}, title),
    xml('link', {}, href),
    xml('guid', { isPermaLink: 'false' }, urn),
    xml('pubDate', {}, dateOf(updated)),
    author === null ? null : xml('dc:creator', {}, author),
    xml('category', {}, category.label),
    text === '' ? null : xml('description', {}, asHtml(text)),
  );
}

/** RFC 822 with a year of four digits, in GMT. */
const dateOf = (instant: string): string => new Date(instant).toUTCString();

const asHtml = (text: string): string =>
  text
    .split('\n\n')
    .map((paragraph) => `<p>${escapeMarkup(paragraph)}</p>`)
    .join('');
