import { RapporteurError } from '@rapporteur/domain/errors';

/** Where a list goes on: the keys of its last row, in the order in which the list is sorted. */
export type Keys<N extends number> = N extends 2 ? readonly [string, string] : readonly [string, string, string];

/** The cursor after a row: opaque to whoever receives it. */
export const writeKeys = (keys: readonly string[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** Reads a cursor of so many keys. Throws `invalid_input` for anything else. */
export function readKeys<N extends 2 | 3>(cursor: string, count: N): Keys<N> {
  const keys = parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (
    Array.isArray(keys) &&
    keys.length === count &&
    keys.every((key) => typeof key === 'string' && !key.includes('\0'))
  )
    return keys as unknown as Keys<N>;
  throw new RapporteurError('invalid_input', 'This is not the cursor of a page.', [
    { path: '/after', message: 'is not a cursor' },
  ]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // what cannot be read is no cursor
  }
}
