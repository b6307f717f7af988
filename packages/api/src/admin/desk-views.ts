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

/** A row of the queue: a record with the state of its newest revision. */
const deskItem = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  slug: z.string(),
  lockVersion: z.number().int(),
  title: z.string(),
  state: z.enum(states),
  revisionNumber: z.number().int(),
  updatedAt: z.string(),
});
export type DeskItem = z.infer<typeof deskItem>;

export const deskPage = z.object({ items: z.array(deskItem), next: z.string().nullable() });

const deskRevision = z.object({
  number: z.number().int(),
  state: z.enum(states),
  change: z.string(),
  title: z.string(),
  note: z.string().nullable(),
  /** As saved. The desk reads it against the schema of its kind, which older texts may no longer meet. */
  content: z.unknown(),
  citations: z.unknown(),
  author: z.string(),
  authorId: z.string(),
  contributorIds: z.array(z.string()),
  approver: z.string().nullable(),
  createdAt: z.string(),
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
export type DeskRevision = z.infer<typeof deskRevision>;

/** A record as the desk works on it: the newest revision first. */
export const deskRecord = z.object({
  record: z.object({
    id: z.string(),
    kind: z.enum(kinds),
    slug: z.string(),
    lockVersion: z.number().int(),
    mergedIntoId: z.string().nullable(),
  }),
  revisions: z.array(deskRevision),
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
