import { z } from 'zod';
import { kinds } from './kinds';

export const deliveryStates = ['waiting', 'delivered', 'parked'] as const;

/** An address that is told of publications, with how its deliveries stand. */
const webhookView = z.object({
  id: z.string(),
  address: z.string(),
  /** Of which kinds of records it is told; of all where it is empty. */
  kinds: z.array(z.enum(kinds)),
  paused: z.boolean(),
  createdAt: z.string(),
  counts: z.record(z.enum(deliveryStates), z.number().int()),
});
export type WebhookView = z.infer<typeof webhookView>;

export const webhookList = z.object({ items: z.array(webhookView) });

/** One publication told to one address. */
const deliveryView = z.object({
  id: z.string(),
  sequence: z.number().int(),
  /** What was published, and what that was. */
  kind: z.enum(kinds),
  slug: z.string(),
  action: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.number().int(),
  /** What the last try was answered: the status, null where nobody answered, and its first words. */
  status: z.number().int().nullable(),
  answer: z.string().nullable(),
  triedAt: z.string().nullable(),
});
export type DeliveryView = z.infer<typeof deliveryView>;

export const deliveryPage = z.object({ items: z.array(deliveryView), next: z.string().nullable() });
export type DeliveryPage = z.infer<typeof deliveryPage>;
