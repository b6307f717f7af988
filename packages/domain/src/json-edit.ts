import { formatPointer, parsePointer } from './json-pointer';

/**
 * A copy of a document with the value at a pointer replaced; everything off the way to it is shared with the original, and
 * where nothing changes the original itself comes back. The place must exist: its parent, or one past the end of a list.
 */
export function setPointer<T>(document: T, pointer: string, value: unknown): T {
  return set(document, parsePointer(pointer), value, pointer) as T;
}

function set(node: unknown, [segment, ...rest]: readonly string[], value: unknown, pointer: string): unknown {
  if (segment === undefined) return value;
  if (Array.isArray(node)) {
    const items: readonly unknown[] = node;
    const index = Number(segment);
    if (!/^(0|[1-9]\d*)$/.test(segment) || index > items.length || (rest.length > 0 && index === items.length)) {
      throw new Error(`there is no place ${pointer}`);
    }
    const changed = set(items[index], rest, value, pointer);
    if (index < items.length && changed === items[index]) return node;
    return [...items.slice(0, index), changed, ...items.slice(index + 1)];
  }
  if (typeof node !== 'object' || node === null || !(rest.length === 0 || Object.hasOwn(node, segment))) {
    throw new Error(`there is no place ${pointer}`);
  }
  const fields = node as Record<string, unknown>;
  const changed = set(fields[segment], rest, value, pointer);
  return changed === fields[segment] && Object.hasOwn(fields, segment) ? node : { ...fields, [segment]: changed };
}

/** Where each item of a list went: its new index by its old one, or null where it is gone. */
export type Moves = (index: number) => number | null;

export const insertedAt =
  (at: number, count = 1): Moves =>
  (index) =>
    index < at ? index : index + count;

export const removedAt =
  (at: number): Moves =>
  (index) =>
    index === at ? null : index > at ? index - 1 : index;

export const movedTo =
  (from: number, to: number): Moves =>
  (index) => {
    if (index === from) return to;
    if (from < to && index > from && index <= to) return index - 1;
    return to < from && index >= to && index < from ? index + 1 : index;
  };

/** A pointer after the items of the list at `list` have moved: unchanged outside the list, null inside an item that is gone. */
export function followPointer(pointer: string, list: string, moves: Moves): string | null {
  if (!pointer.startsWith(`${list}/`)) return pointer;
  const segments = parsePointer(pointer);
  const depth = parsePointer(list).length;
  const index = segments[depth];
  if (index === undefined || !/^\d+$/.test(index)) return pointer;
  const moved = moves(Number(index));
  return moved === null ? null : formatPointer([...segments.slice(0, depth), moved, ...segments.slice(depth + 1)]);
}
