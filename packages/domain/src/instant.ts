import { RapporteurError } from './errors';

const shape = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;

/**
 * The instant a stamp of an address names: `20231130120000` is 30 November 2023, 12:00:00 UTC (the form of RFC 7089
 * archives). Throws `invalid_input` for anything that is not 14 digits of a real second; a leap second is not one.
 */
export function parseStamp(stamp: string): Date {
  const [, year, month, day, hour, minute, second] = (shape.exec(stamp) ?? []).map(Number);
  if (year !== undefined && month !== undefined) {
    const instant = new Date(0);
    // Not Date.UTC, which reads the years 0 to 99 as 1900 to 1999.
    instant.setUTCFullYear(year, month - 1, day);
    instant.setUTCHours(hour ?? 0, minute ?? 0, second ?? 0, 0);
    if (formatStamp(instant) === stamp) return instant;
  }
  throw new RapporteurError('invalid_input', `"${stamp}" is not a date and time such as 20231130120000 (UTC).`);
}

/** The stamp of an instant, for addresses: UTC, the fraction of the second cut off. Throws outside the years 0 to 9999. */
export function formatStamp(instant: Date): string {
  const year = instant.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) throw new RapporteurError('invalid_input', 'This instant has no stamp.');
  const parts = [
    instant.getUTCMonth() + 1,
    instant.getUTCDate(),
    instant.getUTCHours(),
    instant.getUTCMinutes(),
    instant.getUTCSeconds(),
  ];
  return String(year).padStart(4, '0') + parts.map((part) => String(part).padStart(2, '0')).join('');
}
