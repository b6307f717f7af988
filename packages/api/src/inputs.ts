import { longestCursor } from '@rapporteur/domain/cursor';
import { idSchema } from '@rapporteur/domain/ids';
import { kinds } from '@rapporteur/domain/kinds';
import { z } from 'zod';

/** The id of a record of any kind. */
export const recordId = z.union(kinds.map((kind) => idSchema(kind)));

export const kind = z.enum(kinds);

/** How many rows a list may return at once. */
export const pageSize = z.int().min(1).max(100);

/** Where a list goes on: opaque to callers, bounded. */
export const cursor = z.string().min(1).max(longestCursor);

/** One window of the desk, by a name it has made up for itself. */
export const clientId = z.string().regex(/^[\w-]{1,64}$/, 'may hold letters, digits, hyphens and underscores, 1–64');

const counter = z.int().min(0).max(2_147_483_647);

const mark = { clientId, sequence: counter };
/** Which window wrote a text, its counter, and the text of another window that it goes on from. */
export const written = z.strictObject({ ...mark, seen: z.strictObject(mark).nullable().default(null) });

/** Repeated with one key within a day, a request has one effect and one answer. A UUID will do. */
export const idempotencyKey = z
  .string()
  .regex(/^[\w-]{8,100}$/, 'may hold letters, digits, hyphens and underscores, 8–100');

/** The same where the answer holds a secret, which is kept sealed with the key: it must be of chance. */
export const secretKey = z.uuidv4();

/** A field of a record, as a JSON pointer. */
export const fieldPointer = z
  .string()
  .max(200)
  .regex(/^(\/(?:[^~/]|~[01])+)+$/, 'is not a JSON pointer such as "/provisions/2/scope"');

/** A day of the calendar, `2024-01-31`, from the year 1 on: the database has no year 0. */
export const day = z.iso
  .date({ error: 'is not a day such as 2024-01-31' })
  .refine((text) => !text.startsWith('0000'), 'is not a day such as 2024-01-31');

export const revisionNumber = z.int().min(1).max(1_000_000);
