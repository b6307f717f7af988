import { xml, xmlDocument, type Xml } from '../lib/xml';
import { feedHistory, type Announcement, type Feed } from './feed';

const site = 'Rapporteur';

/** A feed as Atom (RFC 4287), in parts (RFC 5005). What is taken back is a tombstone (RFC 6721): readers that know them remove the entry. */
export function writeAtom(feed: Feed): string {
  return xmlDocument(
    xml(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
        ...(feed.isArchive ? { 'xmlns:fh': feedHistory } : {}),
        'xml:lang': feed.language,
      },
      xml('id', {}, feed.urn),
      xml('title', {}, feed.title),
      xml('subtitle', {}, feed.description),
      xml('updated', {}, feed.updated),
      xml('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
      xml('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
      ...feed.parts.map(({ rel, href }) => xml('link', { rel, type: 'application/atom+xml', href })),
      feed.isArchive ? xml('fh:archive', {}) : null,
      xml('author', {}, xml('name', {}, site)),
      xml('generator', {}, site),
      ...feed.items.map((item) => (item.takesBack ? tombstone(item) : entry(item))),
    ),
  );
}

function entry(item: Announcement): Xml {
  return xml(
    'entry',
    {},
    xml('id', {}, item.urn),
    xml('title', {}, item.title),
    xml('link', { rel: 'alternate', type: 'text/html', href: item.href }),
    xml('published', {}, item.published),
    xml('updated', {}, item.updated),
    item.author === null ? null : xml('author', {}, xml('name', {}, item.author)),
    xml('category', item.category),
    item.text === '' ? null : xml('summary', {}, item.text),
  );
}

function tombstone(item: Announcement): Xml {
  return xml(
    'at:deleted-entry',
    { ref: item.urn, when: item.updated },
    item.text === '' ? null : xml('at:comment', {}, item.text),
    xml('link', { rel: 'alternate', type: 'text/html', href: item.href }),
  );
}
