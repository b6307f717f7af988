import { RapporteurError } from '@rapporteur/domain/errors';
import { endOfSecond } from '@rapporteur/domain/instant';
import { z } from 'zod';

/** A day, or an instant with its zone. */
export const moment = z.union([
  z.iso.date({ error: 'is not a day such as 2024-01-31' }),
  z.iso.datetime({ offset: true, error: 'is not an instant such as 2024-01-31T12:00:00Z' }),
]);

/** The record as it stood: what every tool takes. */
export const asOf = moment
  .nullable()
  .default(null)
  .describe('Read the record as it stood at the end of this day (UTC), minute or second; null for as it stands now.');

/**
 * The instant that a moment means: the end of the day, minute or second that it names, because a change within it belongs to
 * it, and now for what has begun and not ended; with a fraction of a second, that instant itself. Refuses the future. See
 * docs/decisions/112-ends-of-seconds.md.
 */
export function instantOf(text: string, now: Date = new Date()): Date {
  const isDay = text.length === 10;
  const begin = new Date(isDay ? `${text}T00:00:00Z` : text);
  if (begin.getUTCFullYear() < 1)
    throw new RapporteurError('invalid_input', `No record goes back so far: ${text} is before the year 1.`);
  if (begin > now)
    throw new RapporteurError('invalid_input', `The record cannot say what it will be: ${text} has not come yet.`);
  const end = isDay ? new Date(`${text}T23:59:59.999Z`) : endOfTime(text, begin);
  return end > now ? now : end;
}

function endOfTime(text: string, begin: Date): Date {
  if (text.includes('.')) return begin;
  const ofMinute = /T\d\d:\d\d(?!:)/.test(text);
  return endOfSecond(ofMinute ? new Date(begin.getTime() + 59_000) : begin);
}

/** The same for what may be left out. */
export const isoOrNull = (text: string | null): string | null => (text === null ? null : instantOf(text).toISOString());
