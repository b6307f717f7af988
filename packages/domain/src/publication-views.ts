import { z } from 'zod';
import { kinds } from './kinds';
import { states } from './lifecycle';
import { recordAnswer, recordDiff, recordLink, recordView } from './views';

/** A revision that is being worked on, where it is only named. */
export const openRevisionView = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  slug: z.string(),
  title: z.string(),
  revisionNumber: z.number().int(),
  state: z.enum(states),
});
export type OpenRevisionView = z.infer<typeof openRevisionView>;

/** What readers will see once a revision is published, and what changes for them. */
export const publicationPreview = z.object({
  record: openRevisionView,
  /** What stands at its address now; null where nothing ever stood. */
  before: recordAnswer.nullable(),
  /** The page as it will be, read with the reads of the public site. */
  after: recordView,
  /** The public difference to the version that is live, field by field; null where none is. */
  diff: recordDiff.nullable(),
  /** What the page will say of the change; null for a first publication. A correction shows its note. */
  notice: recordView.options[0].shape.change.nullable(),
  /** Other public pages that will read differently: the parts of their view that change, and at most forty changes. */
  others: z.array(
    z.object({
      record: recordLink,
      /** Fields of its view that differ, such as `title`, `namedBy` or `positions`; it may be only their order. */
      parts: z.array(z.string()),
      count: z.number().int(),
      changes: recordDiff.shape.changes,
    }),
  ),
  /** Whether more records are near than were compared. */
  more: z.boolean(),
  /** Records it names that are not public yet: shown as if they were published with it. */
  together: z.array(openRevisionView),
  /** What the evidence gate still refuses. */
  faults: z.array(z.object({ path: z.string(), message: z.string() })),
});
export type PublicationPreview = z.infer<typeof publicationPreview>;

/** What rests on a record, by kind: live records that name it or cite its text, each with the fields that do. */
export const dependantsPage = z.object({
  total: z.number().int(),
  byKind: z.array(z.object({ kind: z.enum(kinds), count: z.number().int() })),
  items: z.array(
    z.object({
      record: recordLink,
      /** JSON pointers of at most twenty fields; `/citations/…` for a passage. */
      fields: z.array(z.string()),
      fieldCount: z.number().int(),
    }),
  ),
  next: z.string().nullable(),
});
export type DependantsPage = z.infer<typeof dependantsPage>;
