/** A part of a file, the last byte included. */
export interface ByteRange {
  first: number;
  last: number;
}

/**
 * What a Range field asks for of a file (RFC 9110 §14). Null where the whole is to be given: no field, one that is none, or
 * more than one range, which a server may leave alone. "unsatisfiable" where nothing of it is there.
 */
export function readRange(field: string | undefined, bytes: number): ByteRange | 'unsatisfiable' | null {
  const [, from = '', to = ''] = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/.exec(field ?? '') ?? [];
  if (from === '' && to === '') return null;
  if (from === '') {
    const length = Math.min(Number(to), bytes);
    return length === 0 ? 'unsatisfiable' : { first: bytes - length, last: bytes - 1 };
  }
  if (to !== '' && Number(to) < Number(from)) return null;
  if (Number(from) >= bytes) return 'unsatisfiable';
  return { first: Number(from), last: Math.min(to === '' ? Infinity : Number(to), bytes - 1) };
}

/** Whether a range goes on with the same file: without If-Range, or where it holds the strong tag of the file (§13.1.5). */
export const isSameFile = (ifRange: string | undefined, tag: string): boolean =>
  ifRange === undefined || ifRange.trim() === tag;
