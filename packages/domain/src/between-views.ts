import { z } from 'zod';
import { corrections } from './correction';
import { kinds } from './kinds';
import { publicationView } from './views';

/** The kinds of change of a publication. */
export const actions = publicationView.shape.action.options;

/** Which changes are told: of one kind, or of records of one kind; `others` leaves corrections, withdrawals and merges out. */
export const betweenFilter = {
  change: z
    .enum([...actions, 'corrections', 'others'])
    .nullable()
    .default(null),
  kind: z.enum(kinds).nullable().default(null),
};
export const betweenWanted = z.strictObject(betweenFilter);
export type BetweenFilter = z.infer<typeof betweenWanted>;

/** How many of the changes between two moments are counted: the newest. */
export const mostCounted = 100_000;

/** What changed in the whole record after one moment and up to another. */
export const changesBetween = z.object({
  /** The newest first. */
  items: z.array(publicationView),
  next: z.int().nullable(),
  /** How many changes there are of each kind, in records of each kind, whatever is told; `more` where not all were counted. */
  counts: z.array(z.object({ change: z.enum(actions), kind: z.enum(kinds), count: z.int() })),
  more: z.boolean(),
});
export type ChangesBetween = z.infer<typeof changesBetween>;

/** The kinds of change that a filter lets through; null for all. */
export function changesOf(change: BetweenFilter['change']): readonly (typeof actions)[number][] | null {
  if (change === null) return null;
  if (change === 'corrections') return corrections;
  if (change === 'others') return actions.filter((each) => !corrections.some((one) => one === each));
  return [change];
}
