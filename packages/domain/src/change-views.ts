import { z } from 'zod';
import { publicationView, recordLink } from './views';

/** One change of the published set. The record and where it was merged are named as they are now. */
export const changeView = publicationView.extend({
  /** The record that it was merged into; null unless its record is merged now. */
  into: recordLink.nullable(),
});
export type ChangeView = z.infer<typeof changeView>;

/** Changes in the order of their sequence numbers, for whoever keeps a copy. */
export const changesPage = z.object({
  items: z.array(changeView),
  /** What to ask for `after` next: the number of the last change given, or the one that was asked for where there is none. */
  next: z.number().int(),
  /** Whether there are changes after it already. */
  more: z.boolean(),
  /** The number of the newest change of all. One below what was asked for is another record than the copy was made of. */
  newest: z.number().int(),
});
export type ChangesPage = z.infer<typeof changesPage>;
