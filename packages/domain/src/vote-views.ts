import { z } from 'zod';
import { choices } from './content/event';
import { recordLink, total } from './views';

/** How an actor chose in one vote. */
const voteCast = z.object({ record: recordLink, date: z.string(), choice: z.enum(choices) });
export type VoteCast = z.infer<typeof voteCast>;

/** A page of the votes in which the choice of an actor is on record, the newest first. */
export const votesCast = z.object({
  record: recordLink,
  items: z.array(voteCast),
  total,
  next: z.string().nullable(),
});
export type VotesCast = z.infer<typeof votesCast>;
