import type { State } from '@rapporteur/domain/lifecycle';

/** What the desk calls each state. */
export const stateNames: Record<State, string> = {
  draft: 'Draft',
  in_review: 'In review',
  approved: 'Approved',
  scheduled: 'Scheduled',
  live: 'Public',
  superseded: 'Replaced',
  withdrawn: 'Withdrawn',
  discarded: 'Discarded',
};

/** 15 Jan 2024, 10:32 UTC: the desk's way to write an instant. */
export function atTime(instant: string | Date): string {
  const date = new Date(instant);
  const day = date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return `${day}, ${date.toISOString().slice(11, 16)} UTC`;
}

/** What the desk says after a command has worked. */
export const done = {
  submit: 'Handed in for review.',
  approve: 'Approved.',
  requestChanges: 'Sent back to its author.',
  publish: 'Published. Readers see it now.',
  withdraw: 'Withdrawn. A tombstone with your reason stands at its address.',
  discard: 'Discarded.',
  restore: 'Restored as a new draft. Nothing public has changed.',
} as const;
