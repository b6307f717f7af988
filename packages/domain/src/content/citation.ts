import { z } from 'zod';
import { ref } from './ref';
import { sha256 } from './text';

const excerpt = z.string().max(10_000, 'is longer than 10,000 characters');

/** A passage of a stored text (W3C Web Annotation: text quote and text position). Positions are code points, end exclusive. */
export const passageSelector = z
  .strictObject({
    source: ref('source'),
    sha256,
    exact: excerpt.min(1, 'must not be empty'),
    prefix: excerpt,
    suffix: excerpt,
    start: z.int().nonnegative(),
    end: z.int().positive(),
  })
  .refine((passage) => passage.end > passage.start, { path: ['end'], message: 'must be after the start' });

type Passage = z.infer<typeof passageSelector>;

export const citationRoles = ['supports', 'contradicts', 'context'] as const;

/** Ties one field of a record (a JSON pointer into its content) to a passage. */
export const citation = z.strictObject({
  field: z
    .string()
    .max(200)
    .regex(/^(\/(?:[^~/]|~[01])+)+$/, 'is not a JSON pointer such as "/provisions/2/scope"'),
  role: z.enum(citationRoles),
  passage: passageSelector,
});
export type Citation = z.infer<typeof citation>;

export const citations = z.array(citation).max(2000);

/**
 * The id of a passage follows from its source, the text and the place in it. Two sources may hold one text, and what is
 * cited from one of them is not a passage of the other. The end of a source's id is chance, so it tells sources apart.
 */
export const passageId = ({ source, sha256, start, end }: Pick<Passage, 'source' | 'sha256' | 'start' | 'end'>) =>
  `${sha256.slice(0, 16)}-${start}-${end}-${source.slice(-8)}`;

/** What {@link passageId} makes. */
export const passageIdSchema = z
  .string()
  .regex(/^[0-9a-f]{16}-\d{1,8}-\d{1,8}-[0-9a-z]{8}$/, 'is not the id of a passage');
