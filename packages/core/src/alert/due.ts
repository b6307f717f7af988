import type { Rhythm } from '@rapporteur/domain/alert/asking';

/** Changes that follow one another within this time are told together, in milliseconds. */
const apart = 5 * 60_000;

/** The hour of the day, by UTC, at which those are told who are told once a day. */
const hour = 6;

/** When a reader is told of changes of which the first was published at `since`; `mailedAt` is when they were told last. */
export function dueAt(rhythm: Rhythm, since: Date, mailedAt: Date | null): Date {
  if (rhythm === 'at_once') return new Date(Math.max(since.getTime(), (mailedAt?.getTime() ?? 0) + apart));
  const due = new Date(since);
  due.setUTCHours(hour, 0, 0, 0);
  if (due <= since) due.setUTCDate(due.getUTCDate() + 1);
  return due;
}
