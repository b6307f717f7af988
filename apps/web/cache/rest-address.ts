import { fault, readQuery } from '@rapporteur/api/public/rest/query';
import { RapporteurError } from '@rapporteur/domain/errors';
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
 * `asOf` names the instant of record time to read at, where the address does not name one itself. Refuses what cannot be read.
 */
export function readRestQuery(query: string, named: Date | null): RestQuery | RapporteurError {
  try {
    const given = readQuery(query, longestValue);
    const instant = instantIn(given.get('asOf'), named);
    const whole = write([...given]);
    given.delete('asOf');
    return { query: write([...given]), whole, instant };
  } catch (error) {
    if (error instanceof RapporteurError) return error;
    throw error;
  }
}

function instantIn(asOf: string | undefined, named: Date | null): Date | null {
  if (asOf === undefined) return named;
  if (named !== null) throw fault('asOf', 'names an instant, and the path names one too');
  // A plus sign that was not encoded arrives as a space.
  const instant = parseInstant(asOf.replace(/ (?=\d\d:\d\d$)/, '+'));
  if (instant === null) throw fault('asOf', 'must be an instant with its offset, such as 2024-01-31T12:00:00Z');
  return instant;
}

const write = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.length === 0
    ? ''
    : `?${pairs
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
        .join('&')}`;
