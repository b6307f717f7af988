import { errorCodes } from '@rapporteur/domain/errors';
import { z } from 'zod';
import type { ReadDocument } from '../document';

// What goes between the program and the process that reads: bytes and JSON, never objects of the engine, since whoever takes
// over the process that reads a document must not reach the program by what it answers.

/** What is said of the bytes that follow on the input, as one line of JSON. */
export interface Request {
  mediaType: string | null;
  fileName: string | null;
  address: string | null;
  /** Whether the map of the text is answered. */
  map: boolean;
}

const span = z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() });
const words = z.string().nullable();

const document = z.strictObject({
  format: z.enum(['text', 'html', 'pdf', 'docx', 'markdown', 'email']),
  encoding: words,
  text: z.string(),
  map: z.array(z.strictObject({ ...span.shape, original: span.nullable(), page: z.int().positive().nullable() })),
  title: words,
  authors: z.array(z.string()),
  publisher: words,
  published: words,
  language: words,
  canonicalAddress: words,
  warnings: z.array(z.string()),
}) satisfies z.ZodType<ReadDocument>;

/** What the process answers: a document, or the words and the code of a refusal. */
export const answerSchema = z.union([
  z.strictObject({ document }),
  z.strictObject({ refusal: z.strictObject({ code: z.enum(errorCodes), message: z.string().max(2000) }) }),
]);
export type Answer = z.infer<typeof answerSchema>;
