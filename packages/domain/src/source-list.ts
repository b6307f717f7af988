import { z } from 'zod';
import { sourceForms } from './content/source';
import { idSchema } from './ids';
import { slugSchema } from './slug';
import { listItem, recordLink } from './views';

/** What the list of sources can be narrowed to: to the parts of one work, or to what a source is, who published it and when. */
export const sourceFilter = {
  of: slugSchema.nullable().default(null),
  form: z.enum(sourceForms).nullable().default(null),
  publisher: idSchema('actor').nullable().default(null),
  year: z
    .string()
    .regex(/^\d{4}$/, 'is not a year such as 2024')
    .nullable()
    .default(null),
};
export const sourcesWanted = z.strictObject(sourceFilter);
export type SourceFilter = z.infer<typeof sourcesWanted>;

/** Sources as nobody narrows them. */
export const everySource: SourceFilter = { of: null, form: null, publisher: null, year: null };

/**
 * A page of sources. A work in several parts, such as a dataset, stands once, by its first part, and its parts have a list of
 * their own in their order.
 */
export const sourcePage = z.object({
  items: z.array(
    listItem.extend({
      /** Of the first part of a work: the address that its parts share, what all of it is called, and how many there are. */
      work: z.object({ of: slugSchema, title: z.string(), parts: z.int() }).nullable(),
    }),
  ),
  next: z.string().nullable(),
  /** How many sources there are, each part for itself. */
  total: z.int(),
  /** Of the parts of a work, what all of it is called; null where nothing is a part of it. */
  title: z.string().nullable(),
  /** Those who published the most, by their names. */
  publishers: z.array(recordLink),
});
export type SourcePage = z.infer<typeof sourcePage>;

/** The address of the list of sources, perhaps narrowed, or of a later page of it. */
export function sourcesAddress({ of, form, publisher, year }: SourceFilter, after: string | null = null): string {
  const fields = Object.entries({ of, form, publisher, year, after });
  const query = fields.flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return `/sources${query.length === 0 ? '' : `?${query.join('&')}`}`;
}
