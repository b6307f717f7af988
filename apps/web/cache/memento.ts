import { writeLink } from './link-field';
import { mapAttributes, mapTags, readAttributes } from './markup';
import { isOfThePresent } from './present';

/** What a map of the states of an address is written in (RFC 7089 §5, RFC 6690). */
export const linkFormat = 'application/link-format';

// Assets and the API have no past of their own page; a permalink names its revision already.
const timeless = /^(?:\/[a-z]{2})?\/(?:_next|api|assets|r|at)(?:[/?#]|$)/;

// Cards and pictures of a page have the times of the page, and are read at them; who asks for its states asks for the page.
const pathless = /^(?:\/[a-z]{2})?\/(?:embed\/|share\.png$)/;

/** The address of a page of this site as it stood at a stamp; any other address comes back as it is. */
export function pastAddress(address: string, stamp: string): string {
  if (!address.startsWith('/') || /^\/[/\\]/.test(address) || timeless.test(address)) return address;
  if (isOfThePresent(address.replace(/[?#].*$/, ''))) return address;
  return `/at/${stamp}${address.replace(/^\/(?=[?#]|$)/, '')}`;
}

/**
 * Keeps a reader in the past: internal links and forms of a page lead to the record as it stood at the same stamp.
 * An element with `data-live` leads back to the present on purpose.
 */
export function keepInPast(html: string, stamp: string): string {
  return mapTags(html, (tag, name) => {
    if (name !== 'a' && name !== 'area' && name !== 'form') return tag;
    if (readAttributes(tag).has('data-live')) return tag;
    const target = name === 'form' ? 'action' : 'href';
    return mapAttributes(tag, (attribute, value) => (attribute === target ? pastAddress(value, stamp) : undefined));
  });
}

/** Where the states of a page are told, and where the one of an instant is chosen (RFC 7089). */
export const timeMapOf = (path: string): string => `/timemap${path === '/' ? '' : path}`;
export const timeGateOf = (path: string): string => `/timegate${path === '/' ? '' : path}`;

/**
 * The links by which a page in time leads to its states, and a state to its page. None for what has no states. What is asked
 * of a page is asked of its states as well, but they are told of the page alone.
 */
export function timeLinks(address: string, isPast: boolean): string[] {
  const path = address.replace(/\?.*$/, '');
  if (timeless.test(path) || isOfThePresent(path) || pathless.test(path)) return [];
  return [
    ...(isPast ? [writeLink(address, { rel: 'original' })] : []),
    writeLink(timeGateOf(address), { rel: 'timegate' }),
    ...(path === address ? [writeLink(timeMapOf(path), { rel: 'timemap', type: linkFormat })] : []),
  ];
}
