import { mostAtOnce } from '@rapporteur/core/queue/bulk';
import { kinds } from '@rapporteur/domain/kinds';
import { states } from '@rapporteur/domain/lifecycle';
import { directions, dues, evidences, sorts, views } from '@rapporteur/domain/queue-lists';
import { z } from 'zod';
import { kind, pageSize, recordId } from '../inputs';
import { version } from './target';

/** What somebody looks for. */
export const searchText = z
  .string()
  .trim()
  .min(1)
  .max(200, 'is longer than 200 characters')
  .regex(/^[^\0]*$/, 'holds a sign that no text has');

/** A person by their id, `me`, or `nobody`. */
const person = z.string().regex(/^[\w-]{1,100}$/, 'is not a person');

/** What a list of the desk is narrowed to. */
export const queueFilter = {
  view: z.enum(views).default('work'),
  kinds: z.array(kind).min(1).max(kinds.length).exactOptional(),
  states: z.array(z.enum(states)).min(1).max(states.length).exactOptional(),
  with: person.exactOptional(),
  author: person.exactOptional(),
  due: z.enum(dues).exactOptional(),
  evidence: z.enum(evidences).exactOptional(),
  text: searchText.exactOptional(),
};

/** By what it runs. */
export const order = {
  sort: z.enum(sorts).default('changed'),
  direction: z.enum(directions).default('desc'),
};

/** Where a list goes on. It holds the place of a row in its order, and so may be as long as a title. */
export const listCursor = z.string().min(1).max(4000).nullable().default(null);
export const listLimit = pageSize.default(50);

/** The records that one command is for: chosen ones, or all that a list holds, of which somebody has seen how many. */
export const bulkTarget = z.union([
  z.strictObject({
    items: z
      .array(z.strictObject({ id: recordId, expectedVersion: version }))
      .min(1, 'names no record')
      .max(mostAtOnce, `names more than ${mostAtOnce} records`),
  }),
  z.strictObject({ filter: z.strictObject(queueFilter), expectedCount: z.int().min(1).max(mostAtOnce) }),
]);

export const viewName = z.string().trim().min(1, 'must not be empty').max(80, 'is longer than 80 characters');

/** The query of an address, as URLSearchParams writes it. */
export const viewQuery = z
  .string()
  .max(1000)
  .regex(/^[\w=&%.+*-]*$/, 'is not the query of an address');
