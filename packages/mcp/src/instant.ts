import { RapporteurError } from '@rapporteur/domain/errors';
import { instantOf, parseMoment, writtenMoment } from '@rapporteur/domain/instant';

/** A day, or an instant with its zone. */
export const moment = writtenMoment;

/** The record as it stood: what every tool takes. */
export const asOf = moment
  .nullable()
  .default(null)
  .describe('Read the record as it stood at the end of this day (UTC), minute or second; null for as it stands now.');

/** The instant that a moment means, as everywhere that one is asked for. Refuses what is to come. */
export function instantMeant(text: string, now: Date = new Date()): Date {
  const named = parseMoment(text);
  const instant = named && instantOf(named, now);
  if (instant !== null) return instant;
  const isToCome = new Date(text) > now;
  throw new RapporteurError(
    'invalid_input',
    isToCome
      ? `The record cannot say what it will be: ${text} has not come yet.`
      : `No record goes back so far: ${text} is before the year 1.`,
  );
}

/** The same for what may be left out. */
export const isoOrNull = (text: string | null): string | null =>
  text === null ? null : instantMeant(text).toISOString();
