import { RapporteurError } from '@rapporteur/domain/errors';

/** Where a list goes on: the keys of its last row, in the order in which the list is sorted. */
export type Keys<N extends number> = N extends 2 ? readonly [string, string] : readonly [string, string, string];

/** The cursor after a row of a list: opaque to whoever receives it. It names its list, since another one has other places. */
export const writeKeys = (list: string, keys: readonly string[]): string =>
  Buffer.from(JSON.stringify([list, ...keys])).toString('base64url');

/** Reads a cursor of a list, of so many keys. Throws `invalid_input` for anything else. */
export function readKeys<N extends 2 | 3>(list: string, cursor: string, count: N): Keys<N> {
  const written = parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  const isOne =
    Array.isArray(written) &&
    written.length === count + 1 &&
    written.every((key) => typeof key === 'string' && !key.includes('\0'));
  if (isOne && written[0] === list) return written.slice(1) as unknown as Keys<N>;
  const message = isOne ? 'is the cursor of another list' : 'is not a cursor';
  throw new RapporteurError(
    'invalid_input',
    'This is not the cursor of a page of this list. Begin with its first page.',
    [{ path: '/after', message }],
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // what cannot be read is no cursor
  }
}
