import type { ServerResponse } from 'node:http';
import { formatStamp, parseStamp } from '@rapporteur/domain/instant';
import { writeLink } from './link-field';
import { linkFormat, pastAddress, timeMapOf } from './memento';
import { securityHeaders } from './security-headers';

/** From when on an address has states, and from when on it is as it is now. */
export interface Bounds {
  first: Date;
  last: Date;
}

/** Reads what the renderer says of an address: two stamps. */
export function readBounds(text: string): Bounds {
  const [first, last] = text.trim().split(' ').map(parseStamp);
  if (!first || !last) throw new Error('the bounds of an address in time are two stamps');
  return { first, last };
}

/** The instant of an `Accept-Datetime` (RFC 7089 §2.1.1.1): a date of HTTP, in GMT. Null for anything else. */
export function readAcceptDatetime(header: string): Date | null {
  const instant = new Date(header);
  return !Number.isNaN(instant.getTime()) && instant.toUTCString() === header ? instant : null;
}

/**
 * The stamp of the state that was there at an instant: the first for what came before it, the last for what comes after.
 * Every second between has a state of its own, because a page shows its neighbours too, as they were then. Without an
 * instant it is the last (RFC 7089 §4.5.3).
 */
export function chooseStamp({ first, last }: Bounds, wanted: Date | null, now: Date): string {
  const within = wanted === null || wanted > last ? last : wanted < first ? first : wanted;
  // Where the clock of the record is ahead of ours: an address of what is to come would be refused.
  return formatStamp(within > now ? now : within);
}

/** Leads to a page as it stood at a stamp, and names the page itself and the map of its states. */
export function leadTo(response: ServerResponse, page: string, stamp: string): void {
  const map = page.includes('?') ? '' : `, ${writeLink(timeMapOf(page), { rel: 'timemap', type: linkFormat })}`;
  response.writeHead(302, [
    ...securityHeaders,
    'location',
    pastAddress(page, stamp),
    'link',
    writeLink(page, { rel: 'original' }) + map,
    'cache-control',
    'public, no-cache',
    'vary',
    'accept-datetime',
    'content-length',
    '0',
  ]);
  response.end();
}
