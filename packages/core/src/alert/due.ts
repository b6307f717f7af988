import type { Rhythm } from '@rapporteur/domain/alert/asking';

/** Changes that follow one another within this time are told together, in milliseconds. */
const apart = 5 * 60_000;

/** The hour of the day, by UTC, at which those are told who are told once a day. */
const hour = 6;

/** When a reader is told of changes of which the first was published at `since`; `mailedAt` is when they were told last. */
export function dueAt(rhythm: Rhythm, since: Date, mailedAt: Date | null): Date {
  if (rhythm === 'at_once') return new Date(Math.max(since.getTime(), (mailedAt?.getTime() ?? 0) + apart));
  return hourAfter(hourBefore(since));
}

/** The last instant, at or before this one, at which those were told who are told once a day: of all that was before it. */
export function hourBefore(instant: Date): Date {
  const at = new Date(instant);
  at.setUTCHours(hour, 0, 0, 0);
  if (at > instant) at.setUTCDate(at.getUTCDate() - 1);
  return at;
}

/** The same hour, a day later. */
export const hourAfter = (at: Date): Date => new Date(at.getTime() + 24 * 60 * 60_000);
