/** What the page of a release says of what was just done. */
export const outcomes = [
  'made',
  'added',
  'removed',
  'renamed',
  'scheduled',
  'rescheduled',
  'unscheduled',
  'cancelled',
  'published',
] as const;
export type Outcome = (typeof outcomes)[number];
