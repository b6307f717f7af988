import { z } from 'zod';
import { searchAnswer } from '../search/views';
import { recordLink } from '../views';
import { question } from './question';

/** How many records an answer is made of at most, and how many of each sort are told on a page. */
export const mostMembers = 1000;
export const membersTold = 100;

/** An answer that can be cited, as it stands. */
export const frozenView = z.object({
  /** The permanent id; null where the question is too long for an address. */
  id: z.string().nullable(),
  version: z.number().int(),
  recordedAt: z.string(),
  /** SHA-256 of the answer as a document, in hexadecimal digits. */
  sha256: z.string(),
  /** How many records the answer is made of, and whether that is all of them. */
  count: z.number().int(),
  complete: z.boolean(),
});
export type FrozenView = z.infer<typeof frozenView>;

/** A page of what a search finds, with what its whole answer is cited by. */
export const searchToCite = z.object({ answer: searchAnswer, frozen: frozenView.nullable() });
export type SearchToCite = z.infer<typeof searchToCite>;

const member = z.object({ record: recordLink, revision: z.number().int() });
const told = <T extends z.ZodType>(item: T) => z.object({ count: z.number().int(), items: z.array(item) });

/** A frozen question, opened again. */
export const reopenedView = z.object({
  question,
  /** The record whose list it is, and the records a search is narrowed to, as they are called now. */
  about: z.array(recordLink),
  frozen: frozenView,
  /** Whether the answer that the record gives for that version has the fingerprint of the id. */
  verified: z.boolean(),
  /** Whether the past page that an address can name shows a later state, which began within the same second. */
  movedWithinSecond: z.boolean(),
  members: told(member),
  now: z.object({ version: z.number().int(), recordedAt: z.string(), count: z.number().int(), complete: z.boolean() }),
  added: told(member),
  gone: told(member),
  /** In both answers, with another version now. */
  changed: told(z.object({ record: recordLink, from: z.number().int(), to: z.number().int() })),
});
export type ReopenedView = z.infer<typeof reopenedView>;
