import { z } from 'zod';
import { stances, turns } from './content/position';
import { forces, natures, scopes } from './content/programme';
import { recordLink } from './views';

/** What the home page shows of the record: its newest programmes, the issues on which most is held, the newest article. */
export const overview = z.object({
  programmes: z.array(
    z.object({
      record: recordLink,
      period: z.string().nullable(),
      nature: z.enum(natures).nullable(),
      provisions: z.array(z.object({ subject: z.string(), scope: z.enum(scopes), force: z.enum(forces).nullable() })),
    }),
  ),
  issues: z.array(
    z.object({
      record: recordLink,
      /** How many positions are on record; `held` has the first of them. */
      positions: z.number().int(),
      /** How many of them hold what, the most first; null is nothing. */
      stances: z.array(z.object({ stance: z.enum(stances).nullable(), count: z.number().int() })),
      held: z.array(z.object({ actor: recordLink, stance: z.enum(stances).nullable() })),
      latest: z.object({ turn: z.enum(turns), date: z.string() }).nullable(),
    }),
  ),
  article: z
    .object({
      record: recordLink,
      standfirst: z.string(),
      byline: z.string(),
      date: z.string(),
      passages: z.number().int(),
    })
    .nullable(),
});
export type Overview = z.infer<typeof overview>;
