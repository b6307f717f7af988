import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { RapporteurError } from './errors';

/** Which of the two instants a repeated local time names: the one before the clocks go back, or the one after. */
export const occurrences = ['earlier', 'later'] as const;

/**
 * A moment as a person names it: what the clock on the wall shows, and where the wall is. `choose` decides between the
 * two instants of an hour that comes twice.
 */
export const zonedTime = z.strictObject({
  local: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, 'is not a date and time such as "2026-12-01T09:00"'),
  zone: z.string().min(1).max(60),
  choose: z.enum(occurrences).exactOptional(),
});
export type ZonedTime = z.infer<typeof zonedTime>;

export interface ResolvedTime {
  instant: Date;
  /** The local time, to the second. */
  local: string;
  /** The IANA name of the zone, in its usual spelling. */
  zone: string;
}

/**
 * The instant of a local time in a named time zone (IANA). Refuses with `invalid_input` a day or zone that does not
 * exist, a time that the clocks skip, and one that comes twice unless `choose` says which. `at` is the JSON pointer of
 * the input, for the error.
 */
export function resolveTime(time: ZonedTime, at = ''): ResolvedTime {
  const zone = zoneOf(time.zone, at);
  const local = localOf(time.local, at);
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
  const chosen = time.choose === 'later' ? later : earlier;
  if (!earlier.equals(later)) {
    // A skipped time has no instant: either reading gives another time of day.
    if (!earlier.toPlainDateTime().equals(local)) {
      const [before, after] = [clock(earlier), clock(later)];
      const why = `The clocks in ${zone} skip ${clock(local)} on that day; choose ${before} or ${after}.`;
      throw fault(why, `${at}/local`, 'is skipped when the clocks go forward');
    }
    if (time.choose === undefined) {
      const why = `${clock(local)} comes twice in ${zone} on that day, at ${earlier.offset} and at ${later.offset}; say which.`;
      throw fault(why, `${at}/choose`, 'must be "earlier" or "later": this time comes twice');
    }
  }
  return {
    instant: new Date(chosen.epochMilliseconds),
    local: local.toString({ smallestUnit: 'second' }),
    zone,
  };
}

/** What the clock in a zone shows at an instant, to the second, with the offset from UTC. Throws for an unknown zone. */
export function localTime(instant: Date, zone: string): { local: string; offset: string } {
  const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return { local: there.toPlainDateTime().toString({ smallestUnit: 'second' }), offset: there.offset };
}

function zoneOf(name: string, at: string): string {
  try {
    // An offset such as +01:00 is no place: its clocks are never changed by law.
    if (/^[A-Za-z]/.test(name)) return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw fault(`"${name}" is not the name of a time zone such as Europe/Brussels.`, `${at}/zone`, 'is not a time zone');
}

function localOf(text: string, at: string): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw fault(`There is no such day or time as ${text}.`, `${at}/local`, 'is not a real date and time');
  }
}

const clock = (time: { toPlainTime(): Temporal.PlainTime }) => time.toPlainTime().toString({ smallestUnit: 'minute' });

const fault = (message: string, path: string, issue: string) =>
  new RapporteurError('invalid_input', message, [{ path, message: issue }]);
