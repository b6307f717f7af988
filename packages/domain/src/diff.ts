import { canonicalJson } from './canonical';
import { alignItems } from './align';
import { formatPointer } from './json-pointer';

/**
 * One difference between two contents. `path` is a JSON pointer: into the newer content for what was added or changed,
 * into the older one for what was removed.
 */
export type Change =
  | { path: string; kind: 'added'; after: unknown }
  | { path: string; kind: 'removed'; before: unknown }
  | { path: string; kind: 'changed'; before: unknown; after: unknown };

/**
 * What changed between two contents of a record, field by field, in the order of the fields. Items of a list are matched
 * by what they say and not by their index: one item put in front is one addition. No change: an empty list.
 */
export function diffContent(before: unknown, after: unknown): Change[] {
  return compare(before, after, [], []);
}

type Segments = readonly (string | number)[];

function compare(before: unknown, after: unknown, was: Segments, is: Segments): Change[] {
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, was, is);
  if (isObject(before) && isObject(after)) return compareObjects(before, after, was, is);
  if (same(before, after)) return [];
  return [{ path: formatPointer(is), kind: 'changed', before, after }];
}

function compareObjects(before: Fields, after: Fields, was: Segments, is: Segments): Change[] {
  // Nodes of different types share no fields worth comparing one by one.
  if (before['type'] !== after['type'] && 'content' in { ...before, ...after }) {
    return [{ path: formatPointer(is), kind: 'changed', before, after }];
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key): Change[] => {
    // A property that is undefined is absent, as everywhere in JSON.
    const had = Object.hasOwn(before, key) && before[key] !== undefined;
    const has = Object.hasOwn(after, key) && after[key] !== undefined;
    if (had && has) return compare(before[key], after[key], [...was, key], [...is, key]);
    if (has) return [{ path: formatPointer([...is, key]), kind: 'added', after: after[key] }];
    return had ? [{ path: formatPointer([...was, key]), kind: 'removed', before: before[key] }] : [];
  });
}

function compareLists(before: readonly unknown[], after: readonly unknown[], was: Segments, is: Segments): Change[] {
  return alignItems(before, after).flatMap(({ from, to }): Change[] => {
    if (from !== null && to !== null) return compare(before[from], after[to], [...was, from], [...is, to]);
    if (to !== null) return [{ path: formatPointer([...is, to]), kind: 'added', after: after[to] }];
    return from === null ? [] : [{ path: formatPointer([...was, from]), kind: 'removed', before: before[from] }];
  });
}

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (one: unknown, other: unknown) =>
  one === other || (one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other));
