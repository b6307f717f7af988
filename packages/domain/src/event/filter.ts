import { z } from 'zod';
import { choices, eventTypes } from '../content/event';
import { bounds, edtfSchema } from '../edtf';
import { idSchema } from '../ids';
import { longestQuestion } from '../search/views';
import { slugSchema } from '../slug';
import { unstorable } from '../storable';

/** A year, a month or a day, in its place of a span: as the first of it the beginning is meant, as the last the end. */
export const calendarTime = z
  .string()
  .max(10)
  .refine(
    (text) => /^(?!0000)\d{4}(?:-\d\d){0,2}$/.test(text) && edtfSchema.safeParse(text).success,
    'is not a year, a month or a day such as 1975, 1975-06 or 1975-06-30',
  );

/**
 * A span of two times, whichever way round they were given: a span that ends before it begins means the same the other way
 * round. `1975-06` to `1975` is half a year, and stays.
 */
export function timesInOrder<F extends { from: string | null; to: string | null }>(filter: F): F {
  const { from, to } = filter;
  if (from === null || to === null) return filter;
  const [begin, end] = [bounds(from).lower ?? '', bounds(to).upper ?? ''];
  return begin > end ? { ...filter, from: to, to: from } : filter;
}

const words = z
  .string()
  .max(longestQuestion)
  .refine((text) => unstorable(text) === null, 'holds a character that cannot be looked for');

/** A record by the last part of its address, or by its permanent id. */
const key = (kind: 'actor' | 'issue') => z.union([idSchema(kind), slugSchema]);

export const actorKey = key('actor');

const shared = {
  /** Words and "phrases" of the title and the summary, as the search reads them; a hyphen leaves one out. */
  words: words.default(''),
  /** Events whose time reaches into this span. */
  from: calendarTime.nullable().default(null),
  to: calendarTime.nullable().default(null),
  /** Events on which a position on this issue rests, or at which something was said about it. */
  issue: key('issue').nullable().default(null),
};

/** What a list of events may be narrowed to. Several types: any of them; everything else at once. */
export const eventFilter = z.strictObject({
  types: z.array(z.enum(eventTypes)).max(eventTypes.length).default([]),
  /** Events at which this actor took part, or in which its choice is on record. */
  actor: actorKey.nullable().default(null),
  ...shared,
});
export type EventFilter = z.infer<typeof eventFilter>;

/** What the votes of an actor may be narrowed to. Several choices: any of them; everything else at once. */
export const voteFilter = z.strictObject({
  choices: z.array(z.enum(choices)).max(choices.length).default([]),
  ...shared,
});
export type VoteFilter = z.infer<typeof voteFilter>;
