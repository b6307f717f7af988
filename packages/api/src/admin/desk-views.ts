import { roles } from '@rapporteur/core/policy';
import { kinds } from '@rapporteur/domain/kinds';
import { states } from '@rapporteur/domain/lifecycle';
import { z } from 'zod';
import { actions } from './actions';

/** Where a record stands after a command. */
export const commandResult = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  slug: z.string(),
  lockVersion: z.number().int(),
  revisionNumber: z.number().int(),
  state: z.enum(states),
});

/** A revision without its text. */
export const deskRevisionSummary = z.object({
  number: z.number().int(),
  state: z.enum(states),
  change: z.string(),
  /** Whether somebody has said that it is that; a draft of which nobody has cannot be handed in. */
  changeSaid: z.boolean(),
  title: z.string(),
  note: z.string().nullable(),
  author: z.string(),
  authorId: z.string(),
  contributorIds: z.array(z.string()),
  approver: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  publishedAt: z.string().nullable(),
  reviews: z.array(
    z.object({
      reviewer: z.string(),
      decision: z.string(),
      comment: z.string().nullable(),
      at: z.string(),
    }),
  ),
});
export type DeskRevisionSummary = z.infer<typeof deskRevisionSummary>;

/** A saved text. The desk reads it against the schema of its kind, which older texts may no longer meet. */
const savedText = { content: z.unknown(), citations: z.unknown() };

export const deskRevision = deskRevisionSummary.extend(savedText);
export type DeskRevision = z.infer<typeof deskRevision>;

/** A page of revisions, the newest first; `next` is the `before` of the page that follows. */
export const deskRevisionPage = z.object({
  items: z.array(deskRevisionSummary),
  next: z.number().int().nullable(),
});

const person = z.object({ id: z.string(), name: z.string() });

/** The text of a record as it is saved now, and the one that a writer began from: what a merge needs beside their own. */
export const currentText = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  slug: z.string(),
  lockVersion: z.number().int(),
  revisionNumber: z.number().int(),
  state: z.enum(states),
  ...savedText,
  note: z.string().nullable(),
  change: z.string(),
  changeSaid: z.boolean(),
  savedBy: person,
  savedAt: z.string(),
  base: z.object(savedText).nullable(),
});
export type CurrentText = z.infer<typeof currentText>;

const deskLink = z.object({ id: z.string(), kind: z.enum(kinds), slug: z.string(), title: z.string() });

/** What changed from one revision to another, field by field; the citations under `/citations`. */
export const deskComparison = z.object({
  record: z.object({ id: z.string(), kind: z.enum(kinds), slug: z.string() }),
  from: deskRevisionSummary,
  to: deskRevisionSummary,
  changes: z.array(
    z.discriminatedUnion('kind', [
      z.object({ path: z.string(), kind: z.literal('added'), after: z.unknown() }),
      z.object({ path: z.string(), kind: z.literal('removed'), before: z.unknown() }),
      z.object({ path: z.string(), kind: z.literal('changed'), before: z.unknown(), after: z.unknown() }),
    ]),
  ),
  links: z.record(z.string(), deskLink),
});
export type DeskComparison = z.infer<typeof deskComparison>;

/** Whose work a record is. Days are `2024-01-31`. */
export const work = z.object({
  id: z.string(),
  assignee: person.nullable(),
  dueOn: z.string().nullable(),
  snoozedUntil: z.string().nullable(),
});
export type Work = z.infer<typeof work>;

/** A record as the desk works on it. Revisions come newest first and without their texts; `shown` is one in full. */
export const deskRecord = z.object({
  record: z.object({
    id: z.string(),
    kind: z.enum(kinds),
    slug: z.string(),
    lockVersion: z.number().int(),
    mergedIntoId: z.string().nullable(),
    ...work.omit({ id: true }).shape,
    openComments: z.number().int(),
  }),
  revisions: z.array(deskRevisionSummary),
  /** Where `record.revisions` goes on, as its `before`; null where all are here. */
  moreRevisions: z.number().int().nullable(),
  /** The revision that readers see now. */
  live: deskRevisionSummary.nullable(),
  shown: deskRevision,
  missingEvidence: z.array(z.string()),
  audit: z.array(
    z.object({
      action: z.string(),
      user: z.string().nullable(),
      revisionNumber: z.number().int().nullable(),
      at: z.string(),
    }),
  ),
});
export type DeskRecord = z.infer<typeof deskRecord>;

/** Who is signed in, and which actions of the policy their role reaches. */
export const me = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  may: z.array(z.enum(actions)),
});
export type Me = z.infer<typeof me>;
