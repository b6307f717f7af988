import { z } from 'zod';
import { openRevisionView } from './publication-views';

export const releaseStates = ['open', 'scheduled', 'published', 'cancelled'] as const;
export type ReleaseState = (typeof releaseStates)[number];

const person = z.object({ id: z.string(), name: z.string() });

/** An instant, as it was chosen: what the clock in a named time zone shows. */
export const instantView = z.object({ at: z.string(), local: z.string(), zone: z.string() });
export type InstantView = z.infer<typeof instantView>;

export const scheduleView = instantView.extend({ by: person });
export type ScheduleView = z.infer<typeof scheduleView>;

export const embargoView = z.object({ until: instantView, reason: z.string().nullable(), by: person });
export type EmbargoView = z.infer<typeof embargoView>;

/** Why something was not published at its instant: when that was, in words, and each thing that hindered it. */
export const failureView = z.object({
  at: z.string(),
  message: z.string(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })),
});
export type FailureView = z.infer<typeof failureView>;

/** A release in a list. One without a name is the schedule of a single revision. */
export const releaseSummary = z.object({
  id: z.string(),
  name: z.string().nullable(),
  state: z.enum(releaseStates),
  lockVersion: z.number().int(),
  schedule: scheduleView.nullable(),
  failure: failureView.nullable(),
  createdBy: person,
  createdAt: z.string(),
  publishedAt: z.string().nullable(),
  records: z.number().int(),
});
export type ReleaseSummary = z.infer<typeof releaseSummary>;

export const releaseView = releaseSummary.extend({
  items: z.array(
    openRevisionView.extend({
      lockVersion: z.number().int(),
      embargo: embargoView.nullable(),
    }),
  ),
});
export type ReleaseView = z.infer<typeof releaseView>;

/** What a release that waits changes of each of its records, and what still hinders it. */
export const releaseCheck = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      /** The version that readers have now; null for a first publication. */
      from: z.number().int().nullable(),
      change: z.string(),
      note: z.string().nullable(),
      count: z.number().int(),
      /** JSON pointers of the first fields that change; `/citations` where passages do. */
      fields: z.array(z.string()),
      /** What the gates of a publication refuse, at JSON pointers into the record; an empty path is the record itself. */
      faults: z.array(z.object({ path: z.string(), message: z.string() })),
    }),
  ),
});
export type ReleaseCheck = z.infer<typeof releaseCheck>;

export const releasePage = z.object({ items: z.array(releaseSummary), next: z.string().nullable() });
export type ReleasePage = z.infer<typeof releasePage>;

/** Where a release stands after a command. */
export const releaseResult = z.object({ id: z.string(), state: z.enum(releaseStates), lockVersion: z.number().int() });
export type ReleaseResult = z.infer<typeof releaseResult>;

/** When a record is published, as far as that is decided. */
export const publicationStatus = z.object({
  /** The release it waits in, or its own schedule (without a name). */
  release: z.object({ id: z.string(), name: z.string().nullable(), state: z.enum(releaseStates) }).nullable(),
  schedule: scheduleView.nullable(),
  embargo: embargoView.nullable(),
  /** Why it was not published at the last instant chosen for the revision that is open. */
  failure: failureView.nullable(),
});
export type PublicationStatus = z.infer<typeof publicationStatus>;
