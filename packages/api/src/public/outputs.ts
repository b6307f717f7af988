import { publishedRevisionView, recordAnswer } from '@rapporteur/domain/views';
import { z } from 'zod';

/** The answer to a permalink. */
export const permalinkView = z.object({
  answer: recordAnswer,
  /** Null where the record is no longer public, and the answer says so. */
  revision: publishedRevisionView.nullable(),
  newest: z.number().int().nullable(),
});

/** When something changed, the newest first. */
export const momentsView = z.object({
  /** The instants of the first and the last change of all. */
  first: z.string(),
  last: z.string(),
  items: z.array(z.object({ sequence: z.number().int(), at: z.string() })),
  next: z.number().int().nullable(),
});
