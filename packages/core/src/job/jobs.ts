import type { JobName } from '@rapporteur/domain/job-views';
import { z } from 'zod';

/**
 * Every background job: what it needs to know, and how often it is tried before it is parked for a person to look at.
 * A job may be run again after a crash, so its effect is one transaction that first looks whether it is still to be done.
 * Jobs of one queue run one after the other, so that what takes minutes leaves room for what is due at an instant.
 */
export const jobs = {
  'release.publish': { payload: z.strictObject({ releaseId: z.uuid() }), attempts: 6 },
  /** Mails a reset link to whoever has the address, if anybody has. */
  'person.reset': { payload: z.strictObject({ email: z.string().max(254) }), attempts: 3 },
  /** Reads a text that came in and suggests records from it. Run by the worker, which alone knows how to read documents. */
  'intake.read': { payload: z.strictObject({ itemId: z.uuid() }), attempts: 4, queue: 'intake' },
  /** Looks for readers who are to be told by mail what is new. Every publication adds it, in its own transaction. */
  'alert.look': { payload: z.strictObject({}), attempts: 6, queue: 'alerts' },
  /** Asks the owner of an address whether it was they who asked for mail. */
  'alert.confirm': { payload: z.strictObject({ alertId: z.uuid() }), attempts: 4 },
  /** Hands a mail over. A mail server may be away for a night: all the tries together take more than a day. */
  'alert.mail': { payload: z.strictObject({ mailId: z.uuid() }), attempts: 14 },
  /** Forgets the addresses that nobody has confirmed, links that are too old, and which mails were sent long ago. */
  'alert.forget': { payload: z.strictObject({}), attempts: 6 },
  /** Makes an export of the public record, where one is due: workers look every minute. */
  'export.make': { payload: z.strictObject({}), attempts: 6, queue: 'exports' },
  /** Makes a delivery of every publication for each address that is to be told. Every publication adds it, in its transaction. */
  'webhook.look': { payload: z.strictObject({}), attempts: 6, queue: 'webhook.look' },
  /** Tells every address what is due for it, until nothing is. */
  'webhook.tell': { payload: z.strictObject({}), attempts: 6, queue: 'webhook.tell' },
} as const satisfies Record<JobName, { payload: z.ZodType; attempts: number; queue?: string }>;

export type Payload<N extends JobName> = z.infer<(typeof jobs)[N]['payload']>;
