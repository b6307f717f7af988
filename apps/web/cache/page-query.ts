import { holdsMuch, longestOfAll as longest, longestValue } from './rest-address';

/**
 * The query parameters that a path knows. Every other parameter is dropped before the renderer sees it, so that no page
 * can be made to depend on one and no variant of it can fill the cache.
 */
const parameters: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/api\/trpc\//, ['asOf', 'batch', 'input']],
  [/^\/api\/reconcile$/, ['asOf', 'extend', 'queries']],
  [/^\/api\/reconcile\/suggest\/[a-z]+$/, ['asOf', 'cursor', 'prefix']],
  [/^\/api\/reconcile\/properties$/, ['asOf', 'limit', 'type']],
  [/^\/at$/, ['date', 'page', 'time']],
  [/^\/compare$/, ['from', 'page', 'to', 'change', 'kind', 'after']],
  [/^\/timemap(?:\/|$)/, ['before']],
  [
    /^\/search(?:\/feed\.(?:atom|rss|json))?$/,
    ['after', 'q', 'kind', 'stance', 'actor', 'issue', 'programme', 'language', 'year', 'from', 'to', 'sort'],
  ],
  [/^\/(?:(?:actors|corrections|issues|programmes)\/(?:[^/]+\/)?)?feed\.(?:atom|rss|json)$/, ['after']],
  [/^\/sources\/[^/]+$/, ['part']],
  [/^\/oembed$/, ['format', 'maxheight', 'maxwidth', 'url']],
  [/^\/(?:q|embed)\//, []],
  [/^\/issues\/[^/]+\/board$/, ['member', 'region', 'on', 'from', 'to', 'stance', 'sort', 'rows', 'show', 'page']],
  [/^\/actors\/[^/]+\/board$/, ['member', 'on', 'from', 'to', 'stance', 'sort', 'rows', 'show', 'page']],
  [/^\/actors\/[^/]+\/votes$/, ['after', 'q', 'choice', 'from', 'to', 'issue', 'with']],
  [/^\/events$/, ['after', 'q', 'type', 'who', 'from', 'to', 'issue']],
  [/^\/alerts$/, ['of', 'problem']],
  [/^\/[a-z]+\/[^/]+\/diff$/, ['from', 'to']],
  [/^\/[a-z]+\/[^/]+(?:\/(?:history|statements|positions|mentions))?$/, ['after']],
  [/^\/sources\/[^/]+\/passages\/[^/]+$/, ['after']],
  [/^\/sources$/, ['of', 'form', 'publisher', 'year', 'after']],
  [/^\/actors$/, ['type', 'region', 'after']],
  [/^\/[a-z]+$/, ['after']],
];

/** Parameters that hold a whole question, as JSON: they may be as long as an address. */
const questions: ReadonlySet<string> = new Set(['extend', 'input', 'queries']);

/** Parameters that a form may send several times: their values are one list, in one order whatever was chosen first. */
const lists: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/search(?:\/feed\.[a-z]+)?$/, ['kind', 'stance']],
  [/\/board$/, ['stance']],
  [/\/votes$/, ['choice']],
  [/^\/events$/, ['type']],
];

/** Parameters that are one name as people write it. Given again they are one that nobody has, so that the page tells of both. */
const names: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/[a-z]+\/[^/]+\/votes$/, ['with']],
  [/^\/events$/, ['who']],
];

/** Parameters that people write: one spelling for what is asked alike. */
const written: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/search(?:\/feed\.[a-z]+)?$/, ['q']],
  [/^\/events$|\/votes$/, ['q', 'with', 'who', 'from', 'to']],
];

/** The known parameters of a path in a fixed order, or null when one of them cannot be read, or is given twice and is no list. */
export function normaliseQuery(path: string, query: string): string | null {
  const known = parameters.find(([pattern]) => pattern.test(path))?.[1] ?? [];
  const found = new Map<string, string>();
  for (const pair of query.split('&')) {
    const at = pair.indexOf('=');
    const name = at < 0 ? pair : pair.slice(0, at);
    if (!known.includes(name)) continue;
    const value = decode((at < 0 ? '' : pair.slice(at + 1)).replaceAll('+', ' '));
    if (value === null || value.length > longestOf(name) || value.includes('\0')) return null;
    const before = found.get(name);
    const read = isAmong(written, path, name) ? value.replaceAll(/\s+/g, ' ').trim() : value;
    const whole = together(path, name, before, read);
    if (whole === null || whole.length > longestOf(name)) return null;
    found.set(name, whole);
  }
  const kept = known.flatMap((name) =>
    found.get(name) ? [`${name}=${encodeURIComponent(found.get(name) ?? '')}`] : [],
  );
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

const longestOf = (name: string): number => (questions.has(name) || holdsMuch.has(name) ? longest : longestValue);

const isAmong = (of: typeof lists, path: string, name: string): boolean =>
  of.some(([pattern, among]) => pattern.test(path) && among.includes(name));

/** What a parameter asks for that was given before, or not; null where it may be given once alone. */
function together(path: string, name: string, before: string | undefined, read: string): string | null {
  if (isAmong(lists, path, name)) return asList(`${before ?? ''},${read}`);
  if (before === undefined) return read;
  return isAmong(names, path, name) ? asNames(before, read) : null;
}

/** Two names as one; what says the same again, or nothing, adds nothing. */
const asNames = (before: string, read: string): string =>
  read === before || read === '' ? before : before === '' ? read : `${before}, ${read}`;

const asList = (values: string): string =>
  [...new Set(values.split(','))]
    .filter((value) => value !== '')
    .toSorted()
    .join(',');

/** What is percent-encoded, as text; null for what is none. */
export function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
