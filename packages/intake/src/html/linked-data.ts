import { parseFragment } from 'parse5';

/** What a page says of itself as JSON-LD with the words of schema.org. */
export interface LinkedData {
  title: string | null;
  authors: string[];
  publisher: string | null;
  published: string | null;
  language: string | null;
  address: string | null;
}

type Thing = Record<string, unknown>;

/** How many things of one page are looked at. */
const mostThings = 1_000;

/** Reads the first article that a page describes; where it describes none, the page itself. */
export function linkedData(document: Document): LinkedData {
  const things = [...document.querySelectorAll('script[type="application/ld+json" i]')].flatMap(({ textContent }) =>
    thingsIn(textContent),
  );
  const known = new Map(things.map((thing) => [thing['@id'], thing]));
  const resolve = (value: unknown): unknown =>
    isThing(value) && Object.keys(value).length === 1 && '@id' in value ? (known.get(value['@id']) ?? value) : value;
  const article =
    things.find((thing) =>
      typesOf(thing).some((type) => /(?:Article|Report|BlogPosting|SocialMediaPosting|PressRelease)$/.test(type)),
    ) ??
    things.find((thing) => typesOf(thing).some((type) => type.endsWith('WebPage'))) ??
    {};
  const names = (value: unknown): string[] =>
    list(value)
      .map(resolve)
      .flatMap((one) => textOf(isThing(one) ? one['name'] : one) ?? []);
  const page = list(article['mainEntityOfPage']).map(resolve)[0];
  return {
    title: textOf(article['headline']) ?? textOf(article['name']),
    authors: names(article['author'] ?? article['creator']),
    publisher: names(article['publisher'])[0] ?? null,
    published: textOf(article['datePublished']) ?? textOf(article['dateCreated']),
    language: textOf(
      list(article['inLanguage']).map((language) =>
        isThing(language) ? (language['alternateName'] ?? language['name']) : language,
      )[0],
    ),
    address: textOf(isThing(page) ? page['@id'] : page) ?? textOf(article['url']),
  };
}

function thingsIn(json: string): Thing[] {
  let parsed: unknown;
  try {
    // Some pages hide it from browsers of the last century.
    parsed = JSON.parse(json.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)/, '').replace(/(?:-->|\/\/\]\]>)\s*$/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
  const roots = list(parsed).filter(isThing).slice(0, mostThings);
  return roots.flatMap((root) => [root, ...list(root['@graph']).filter(isThing)]).slice(0, mostThings);
}

const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const typesOf = (thing: Thing): string[] => list(thing['@type']).filter((type) => typeof type === 'string');
function textOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  if (!value.includes('&')) return value;
  // Many pages write character references here too, which nobody is meant to see.
  const [text] = parseFragment(value.replaceAll('<', '&lt;')).childNodes;
  return text && 'value' in text ? text.value : value;
}
