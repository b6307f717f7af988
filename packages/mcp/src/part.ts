import { longestCursor } from '@rapporteur/domain/cursor';
import { RapporteurError } from '@rapporteur/domain/errors';
import { z } from 'zod';

/** Where a list goes on: what every tool with pages takes, besides how many it gives at once. */
export const after = z
  .string()
  .min(1)
  .max(longestCursor)
  .nullable()
  .default(null)
  .describe('The `next` of the page before; null for the first page.');

export const next = z
  .string()
  .nullable()
  .describe('Ask again with this as `after` for the next page; null on the last.');

export const limitOf = (most: number, usual: number) =>
  z.int().min(1).max(most).default(usual).describe(`How many to give at once, at most ${most}.`);

interface Part<T> {
  items: T[];
  /** The place of the first of them. */
  begin: number;
  next: string | null;
}

/**
 * A page of what one revision holds. A cursor is of its revision: throws `version_conflict` where another one is read by now, and
 * `invalid_input` for what is no cursor.
 */
export function partOf<T>(all: readonly T[], revision: number, cursor: string | null, limit: number): Part<T> {
  const begin = cursor === null ? 0 : placeIn(cursor, revision);
  const end = begin + limit;
  return { items: all.slice(begin, end), begin, next: end < all.length ? `${revision}-${end}` : null };
}

function placeIn(cursor: string, revision: number): number {
  const [, of, place] = /^(\d{1,7})-(\d{1,7})$/.exec(cursor) ?? [];
  if (of === undefined) throw new RapporteurError('invalid_input', 'This is not the `next` of a page.');
  if (Number(of) !== revision)
    throw new RapporteurError(
      'version_conflict',
      `The page before was of revision ${of}, and this is revision ${revision}. Begin anew, or name the record by a permalink.`,
    );
  return Number(place);
}
