import { countedViews, mostShown } from '@rapporteur/core/queue/counts';
import { groups } from '@rapporteur/core/queue/groups';
import { kinds } from '@rapporteur/domain/kinds';
import { states } from '@rapporteur/domain/lifecycle';
import { z } from 'zod';

const person = z.object({ id: z.string(), name: z.string() });
const number = z.number().int();

/** A record as the lists of the desk show it. */
export const queueEntry = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  title: z.string(),
  state: z.enum(states),
  revisionNumber: number,
  lockVersion: number,
  live: z.boolean(),
  author: person,
  with: person.nullable(),
  assigned: z.boolean(),
  own: z.boolean(),
  evidence: z.object({ needed: number, cited: number }),
  changesRequested: z.boolean(),
  dueOn: z.string().nullable(),
  overdue: z.boolean(),
  snoozedUntil: z.string().nullable(),
  drift: z.object({ moved: number, changed: number, gone: number }),
  translationsOutdated: number,
  scheduledFor: z.string().nullable(),
  embargoedUntil: z.string().nullable(),
  changedAt: z.string(),
});
export type QueueEntry = z.infer<typeof queueEntry>;

const count = z.object({ count: number, more: z.boolean() });

export const queuePage = z.object({ items: z.array(queueEntry), next: z.string().nullable(), total: count });
export type QueuePage = z.infer<typeof queuePage>;

export const queueGroups = z.object({
  groups: z.array(z.object({ group: z.enum(groups), items: z.array(queueEntry), total: count })),
});
export type QueueGroup = z.infer<typeof queueGroups>['groups'][number];

/** How many wait in each list; beyond {@link mostShown} they are not counted further. */
export const queueCounts = z.record(z.enum(countedViews), number.max(mostShown + 1));
export type QueueCounts = z.infer<typeof queueCounts>;

export const savedView = z.object({ id: z.string(), name: z.string(), query: z.string() });
export type SavedView = z.infer<typeof savedView>;
