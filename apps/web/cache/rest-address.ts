import { parseInstant } from '@rapporteur/domain/instant';

/** Whether an address is one of the interface for programs. */
export const isRest = (path: string): boolean => /^\/api\/v1(?:\/|$)/.test(path);

/** Whether an address answers with a document or, where that is what is accepted, with a stream. */
export const hasStream = (address: { to: string; path: string }): boolean =>
  address.to === 'data' && /^\/api\/v1\/changes(?:\?|$)/.test(address.path);

interface RestQuery {
  /** The parameters in one order, without the instant. */
  query: string;
  /** The same with the instant, which tells answers apart. */
  whole: string;
  instant: Date | null;
}

const longestValue = 1024;

/**
 * Reads a query of the interface for programs. Unlike a page, it drops nothing: what an endpoint does not know, it refuses.
 * `asOf` names the instant of record time to read at, where the address does not name one itself.
 */
export function readRestQuery(query: string, named: Date | null): RestQuery | { fault: string } {
  const given = new Map<string, string>();
  for (const pair of query.split('&').filter((part) => part !== '')) {
    const [name, value] = parts(pair);
    if (name === null || value === null || name === '' || name.includes('\0') || value.includes('\0'))
      return { fault: 'The query cannot be read: a parameter is not percent-encoded text.' };
    if (value.length > longestValue) return { fault: 'The value of a parameter is too long.' };
    if (given.has(name)) return { fault: 'A parameter is given twice. Give several values in one, with commas.' };
    given.set(name, value);
  }
  const asOf = given.get('asOf');
  // A plus sign that was not encoded arrives as a space.
  const instant = asOf === undefined ? named : parseInstant(asOf.replace(/ (?=\d\d:\d\d$)/, '+'));
  if (asOf !== undefined && named !== null) return { fault: 'The instant is named twice: in the path, and by asOf.' };
  if (asOf !== undefined && instant === null)
    return { fault: 'asOf must be an instant with its offset, such as 2024-01-31T12:00:00Z.' };
  const whole = write([...given]);
  given.delete('asOf');
  return { query: write([...given]), whole, instant };
}

const write = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.length === 0
    ? ''
    : `?${pairs
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
        .join('&')}`;

function parts(pair: string): [name: string | null, value: string | null] {
  const at = pair.indexOf('=');
  return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))];
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
