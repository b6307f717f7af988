import { fault, readQuery } from '@rapporteur/api/public/rest/query';
import { RapporteurError } from '@rapporteur/domain/errors';
import { parseMoment, type Moment } from '@rapporteur/domain/instant';

/** Whether an address is one of the interface for programs. */
export const isRest = (path: string): boolean => /^\/api\/v1(?:\/|$)/.test(path);

/** Whether an address is of the public procedures, or of the service that matches names. */
export const isCall = (path: string): boolean => /^\/api\/(?:trpc|reconcile)(?:\/|$)/.test(path);

/** Whether an address answers with a document or, where that is what is accepted, with a stream. */
export const hasStream = (address: { to: string; path: string }): boolean =>
  address.to === 'data' && /^\/api\/v1\/changes(?:\?|$)/.test(address.path);

interface RestQuery {
  /** The parameters in one order, without the instant. */
  query: string;
  /** The same with the moment, which tells answers apart. */
  whole: string;
  moment: Moment | null;
}

/** The longest value of a parameter, in characters, where it holds no whole question. */
export const longestValue = 1024;

/** Parameters that hold the keys of a row, names in any script among them: they may be as long as an address. */
export const holdsMuch: ReadonlySet<string> = new Set(['after']);

/** The longest address, in characters. */
export const longestOfAll = 4096;

/**
 * Reads a query of an interface for programs. Unlike a page, it drops nothing: what an endpoint does not know, it refuses.
 * `asOf` names the moment of record time to read at, where the address does not name one itself. Refuses what cannot be read.
 */
export function readRestQuery(query: string, named: Moment | null, longest: number): RestQuery | RapporteurError {
  try {
    const given = readQuery(query, (name) => (holdsMuch.has(name) ? longestOfAll : longest));
    const moment = momentIn(given.get('asOf'), named);
    const whole = write([...given]);
    given.delete('asOf');
    return { query: write([...given]), whole, moment };
  } catch (error) {
    if (error instanceof RapporteurError) return error;
    throw error;
  }
}

function momentIn(asOf: string | undefined, named: Moment | null): Moment | null {
  if (asOf === undefined) return named;
  if (named !== null) throw fault('asOf', 'names a moment, and the path names one too');
  // A plus sign that was not encoded arrives as a space.
  const moment = parseMoment(asOf.replace(/ (?=\d\d:\d\d$)/, '+'));
  if (moment === null)
    throw fault('asOf', 'must be a day such as 2024-01-31, or an instant with its offset such as 2024-01-31T12:00:00Z');
  return moment;
}

const write = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.length === 0
    ? ''
    : `?${pairs
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
        .join('&')}`;
