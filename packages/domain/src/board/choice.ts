import { z } from 'zod';
import { stances } from '../content/position';
import { regionSchema } from '../region/m49';
import { slugSchema } from '../slug';

const day = z.iso.date().refine((text) => !text.startsWith('0000'), 'is not a day from the year 1 on');
const year = z.string().regex(/^(?!0000)\d{4}$/, 'is not a year such as 1975');

/** `none`: nothing on record. */
export const boardStances = [...stances, 'none'] as const;

/** How a reader wants a board: what the address holds beside whom it is of. All of it is about the time of the world. */
export const boardChoice = z
  .strictObject({
    /** The day on which it is asked who held what; null is as far as the record goes. */
    on: day.nullable(),
    /** The first and the last year drawn; null is all of them. */
    from: year.nullable(),
    to: year.nullable(),
    /** Only rows that may hold one of these on the day; none of them is every row. */
    stances: z.array(z.enum(boardStances)).max(boardStances.length),
    sort: z.enum(['latest', 'stance', 'name']),
    /** Whether equal rows are drawn as one; null where the number of rows decides. */
    rows: z.enum(['each', 'together']).nullable(),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, 'ends before it begins');
export type BoardChoice = z.infer<typeof boardChoice>;

/** Whose positions a board shows alone: of the members of an organisation, or of where actors lie. */
export const whoseWanted = z.strictObject({ member: slugSchema.nullable(), region: regionSchema.nullable() });

/** The board as it is without a wish. */
export const plainChoice: BoardChoice = { on: null, from: null, to: null, stances: [], sort: 'latest', rows: null };
