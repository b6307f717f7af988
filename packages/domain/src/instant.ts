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

/** A day, or a date and time with its offset (ISO 8601): how a moment of record time is written wherever one is asked for. */
export const writtenMoment = z.union(
  [
    z.iso.date(),
    z.iso.datetime({ offset: true }),
    // To the minute.
    z.iso.datetime({ offset: true, precision: -1 }),
  ],
  { error: 'is neither a day such as 2024-01-31 nor an instant such as 2024-01-31T12:00:00Z' },
);

/** A stretch of time that somebody names, by its first and its last millisecond. */
export interface Moment {
  begin: Date;
  end: Date;
}

/**
 * What a written moment means: a day (of UTC), a minute and a second last until their end, because what changed within them
 * belongs to them; with a fraction of a second it is that instant alone. Null for what is none of the years 1 to 9999. See
 * docs/decisions/123-one-way-to-write-a-moment.md.
 */
export function parseMoment(text: string): Moment | null {
  if (!writtenMoment.safeParse(text).success) return null;
  const isDay = text.length === 10;
  const begin = new Date(isDay ? `${text}T00:00:00Z` : text);
  const year = begin.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) return null;
  return { begin, end: new Date(begin.getTime() + lengthOf(text) - 1) };
}

/** How many milliseconds a written moment lasts. */
function lengthOf(text: string): number {
  if (text.length === 10) return 86_400_000;
  if (text.includes('.')) return 1;
  return /T\d\d:\d\d(?!:)/.test(text) ? 60_000 : 1000;
}

/** The instant at which to read what a moment means: its end, and now for what has begun and not ended. Null for what is to come. */
export function instantOf({ begin, end }: Moment, now: Date): Date | null {
  if (begin > now) return null;
  return end > now ? now : end;
}

/** An instant as the shortest moment that ends with it: a day, a second, or the instant itself. */
export function writeMoment(instant: Date): string {
  const text = instant.toISOString();
  if (text.endsWith('T23:59:59.999Z')) return text.slice(0, -'T23:59:59.999Z'.length);
  return text.replace(/\.999Z$/, 'Z');
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
