import { mapAttributes, mapTags, readAttributes } from './markup';

/** The instant a stamp `yyyymmddhhmmss` names, in UTC, or null when it names none (month 13, 30 February, hour 24). */
export function parseStamp(stamp: string): Date | null {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(stamp);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const instant = new Date(iso);
  // Date rolls a day 30 February over into March: what comes back must be what went in.
  return Number.isNaN(instant.getTime()) || instant.toISOString() !== iso ? null : instant;
}

/** The stamp of an instant, to the second. */
export function formatStamp(instant: Date): string {
  return instant.toISOString().replace(/[-:T]/g, '').slice(0, 14);
}

// Assets and the API have no past of their own page; a permalink names its revision already.
const timeless = /^\/(?:_next|api|assets|r|at)(?:[/?#]|$)/;

/** The address of a page of this site as it stood at a stamp; any other address comes back as it is. */
export function pastAddress(address: string, stamp: string): string {
  if (!address.startsWith('/') || /^\/[/\\]/.test(address) || timeless.test(address)) return address;
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
