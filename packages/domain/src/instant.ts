import { z } from 'zod';
import { RapporteurError } from './errors';

const shape = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;

/**
 * The second that a stamp of an address names, by its beginning: `20231130120000` is 30 November 2023, 12:00:00 UTC (the form of RFC 7089
 * archives). Null for anything that is not 14 digits of a real second of the years 1 to 9999, which PostgreSQL can hold; a
 * leap second is not one.
 */
export function parseStamp(stamp: string): Date | null {
  const [, year, month, day, hour, minute, second] = (shape.exec(stamp) ?? []).map(Number);
  if (year === undefined || year === 0 || month === undefined) return null;
  const instant = new Date(0);
  // Not Date.UTC, which reads the years 0 to 99 as 1900 to 1999.
  instant.setUTCFullYear(year, month - 1, day);
  instant.setUTCHours(hour ?? 0, minute ?? 0, second ?? 0, 0);
  const real = instant.getUTCFullYear() === year && formatStamp(instant) === stamp;
  return real ? instant : null;
}

const written = z.iso.datetime({ offset: true });

/** The instant that an ISO 8601 date and time with its offset names, such as `2024-01-31T12:00:00Z`; null for anything else. */
export function parseInstant(text: string): Date | null {
  const instant = written.safeParse(text).success ? new Date(text) : null;
  if (instant === null || Number.isNaN(instant.getTime())) return null;
  const year = instant.getUTCFullYear();
  return year >= 1 && year <= 9999 ? instant : null;
}

/**
 * The last millisecond of the second in which an instant lies. Addresses name whole seconds, and show the record as it stood
 * at the end of theirs: what was published within a second, and is told with it, is there.
 */
export const endOfSecond = (instant: Date): Date => new Date(Math.floor(instant.getTime() / 1000) * 1000 + 999);

/** The stamp of an instant, for addresses: UTC, the fraction of the second cut off. Throws outside the years 1 to 9999. */
export function formatStamp(instant: Date): string {
  const year = instant.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new RapporteurError('invalid_input', 'This instant has no stamp.');
  return instant.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
}
