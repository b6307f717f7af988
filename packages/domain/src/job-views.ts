import { z } from 'zod';

export const jobStates = ['waiting', 'running', 'retrying', 'parked'] as const;

/** What the program does by itself, by the names that the queue knows. */
export const jobNames = [
  'release.publish',
  'person.reset',
  'intake.read',
  'alert.look',
  'alert.confirm',
  'alert.mail',
  'alert.forget',
  'export.make',
  'webhook.look',
  'webhook.tell',
] as const;
export type JobName = (typeof jobNames)[number];

/** A background job. A parked one failed as often as it may and waits for a person. */
export const jobView = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(jobStates),
  runAt: z.string(),
  attempts: z.number().int(),
  maxAttempts: z.number().int(),
  lastError: z.string().nullable(),
  createdAt: z.string(),
});
export type JobView = z.infer<typeof jobView>;

export const jobPage = z.object({
  counts: z.record(z.enum(jobStates), z.number().int()),
  items: z.array(jobView),
  next: z.string().nullable(),
});
export type JobPage = z.infer<typeof jobPage>;
