import { mapTags, readAttributes } from './markup';

/** One link (RFC 8288 §3), as a `Link` field and a document of links hold it. Values are quoted: a datetime has a comma. */
export function writeLink(target: string, attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(
    ([name, value]) => `; ${name}="${value.replaceAll(/["\\]/g, '\\$&')}"`,
  );
  return `<${target}>${written.join('')}`;
}

// What programs look for without reading pages: signposts (FAIR Signposting) and the versions of a page (RFC 5829).
const lifted = new Set([
  'author',
  'cite-as',
  'describedby',
  'item',
  'latest-version',
  'license',
  'predecessor-version',
  'successor-version',
  'type',
  'version-history',
]);

const references: Readonly<Record<string, string>> = { amp: '&', quot: '"', '#x27': "'", lt: '<', gt: '>' };
const plain = (value: string): string =>
  value.replaceAll(/&(amp|quot|#x27|lt|gt);/g, (_, name: string) => references[name] ?? '');

/**
 * The links of a page's head that are said in its `Link` field as well: a page can set no headers of its own, and who asks
 * with HEAD reads no head. Targets that are not plain addresses are left out.
 */
export function headLinks(html: string): string[] {
  const links: string[] = [];
  const end = html.indexOf('</head>');
  mapTags(end < 0 ? '' : html.slice(0, end), (tag, name) => {
    if (name !== 'link') return tag;
    const attributes = readAttributes(tag);
    const [rel, href, type] = ['rel', 'href', 'type'].map((key) => plain(attributes.get(key) ?? ''));
    if (rel === undefined || href === undefined || !lifted.has(rel) || !/^(?:https?:\/|\/)[!#-;=?-[\]-~]+$/.test(href))
      return tag;
    links.push(writeLink(href, { rel, ...(type ? { type } : {}) }));
    return tag;
  });
  return links;
}
