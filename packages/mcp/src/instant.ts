import { RapporteurError } from '@rapporteur/domain/errors';
import { instantOf, parseMoment, writtenMoment } from '@rapporteur/domain/instant';
import { z } from 'zod';

/** A day, or an instant with its zone. Its patterns are long, and every assistant is told the schema of every tool: it is checked here. */
export const moment = z
  .string()
  .max(40)
  .refine((text) => writtenMoment.safeParse(text).success, {
    error: 'is neither a day such as 2024-01-31 nor an instant such as 2024-01-31T12:00:00Z',
  });

/** The record as it stood: what every tool takes. */
export const asOf = moment
  .nullable()
  .default(null)
  .describe(
    'Read the record as it stood at the end of this day (2024-01-31, UTC), minute or second (2024-01-31T12:00:00Z); null for now.',
  );

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
