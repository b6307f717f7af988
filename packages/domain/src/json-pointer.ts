import { RapporteurError } from './errors';

/** One segment of a JSON pointer, escaped (RFC 6901 §3): `~` → `~0`, `/` → `~1`. */
export function escapeSegment(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The pointer made of these segments; no segments point at the whole document. */
export function formatPointer(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${escapeSegment(String(segment))}`).join('');
}

/** The unescaped segments of a pointer. Throws `invalid_input` when it is not one. */
export function parsePointer(pointer: string): string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) {
    throw new RapporteurError('invalid_input', `"${pointer}" is not a JSON pointer such as "/provisions/2/scope"`);
  }
  return (
    pointer
      .slice(1)
      .split('/')
      // `~1` first, so that `~01` becomes `~1` and not `/` (RFC 6901 §4).
      .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
  );
}

/** The value a pointer leads to, or undefined where it leads nowhere. Only own properties and existing items count. */
export function getPointer(document: unknown, pointer: string): unknown {
  let value = document;
  for (const segment of parsePointer(pointer)) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value)) {
      if (!/^(0|[1-9][0-9]*)$/.test(segment)) return undefined;
      value = (value as unknown[])[Number(segment)];
    } else {
      if (!Object.hasOwn(value, segment)) return undefined;
      value = (value as Record<string, unknown>)[segment];
    }
  }
  return value;
}
