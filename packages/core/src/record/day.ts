import { RapporteurError } from '@rapporteur/domain/errors';

/** A day as `2024-01-31`. It has no hour and no zone; the database's date is read and written at midnight UTC. */
export const toDay = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

/** The date of a day. Throws `invalid_input`, naming the field, for what is no day of the calendar. */
export function fromDay(day: string | null, path: string): Date | null {
  if (day === null) return null;
  const date = new Date(`${day}T00:00:00.000Z`);
  if (Number.isNaN(date.getTime()) || toDay(date) !== day || day.startsWith('0000')) {
    throw new RapporteurError('invalid_input', 'This is not a day.', [
      { path, message: 'is not a day such as 2024-01-31' },
    ]);
  }
  return date;
}
