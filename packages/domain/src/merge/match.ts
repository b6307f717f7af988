import { alike, featuresOf, likeness, mostComparisons } from '../align';
import { canonicalJson } from '../canonical';
import { commonSubsequence } from '../sequence';
import { identityOf, type Identity } from './identity';

/** An item that two lists share, wherever it stands in each. */
export interface Match {
  from: number;
  to: number;
  /** False where nothing but the place says that it is the same item: all of it was rewritten. */
  alike: boolean;
}

/**
 * Which items of two lists are the same, also when they were moved or edited: equal ones, then those with the same
 * identity or the most alike, and last an item that was rewritten in its place. No item is matched twice.
 */
export function matchItems(before: readonly unknown[], after: readonly unknown[], identity: Identity | null): Match[] {
  const lists = new Lists(before, after);
  matchEqual(lists);
  if (identity !== null && identity !== 'whole' && 'equal' in identity) matchByIdentity(lists, identity);
  else if (identity !== 'whole') {
    matchByLikeness(lists, identity);
    matchByPlace(lists);
  }
  return [...lists.matched.values()].toSorted((one, other) => one.from - other.from);
}

/** The two lists and what is matched so far. */
class Lists {
  readonly matched = new Map<number, Match>();
  readonly origins = new Map<number, number>();
  constructor(
    readonly before: readonly unknown[],
    readonly after: readonly unknown[],
  ) {}
  join(from: number, to: number, alike: boolean): void {
    this.matched.set(from, { from, to, alike });
    this.origins.set(to, from);
  }
  restBefore = () => this.before.flatMap((_, index) => (this.matched.has(index) ? [] : [index]));
  restAfter = () => this.after.flatMap((_, index) => (this.origins.has(index) ? [] : [index]));
}

function matchEqual(lists: Lists): void {
  const [before, after] = [lists.before.map(spelling), lists.after.map(spelling)];
  for (const { from, to } of commonSubsequence(before, after)) lists.join(from, to, true);
  joinByKey(
    lists,
    (index) => before[index] ?? null,
    (index) => after[index] ?? null,
  );
}

function matchByIdentity(lists: Lists, identity: Identity): void {
  joinByKey(
    lists,
    (index) => identityOf(lists.before[index], identity),
    (index) => identityOf(lists.after[index], identity),
  );
}

/** Joins what has the same key on both sides, in order; null is no key. */
function joinByKey(
  lists: Lists,
  keyBefore: (index: number) => string | null,
  keyAfter: (index: number) => string | null,
): void {
  const places = new Map<string, number[]>();
  for (const to of lists.restAfter()) {
    const key = keyAfter(to);
    if (key !== null) places.set(key, [...(places.get(key) ?? []), to]);
  }
  for (const from of lists.restBefore()) {
    const key = keyBefore(from);
    const to = key === null ? undefined : places.get(key)?.shift();
    if (to !== undefined) lists.join(from, to, true);
  }
}

function matchByLikeness(lists: Lists, identity: Identity | null): void {
  const [older, newer] = [lists.restBefore(), lists.restAfter()];
  // Comparing all with all is quadratic; beyond that, what is left is told apart by its place alone.
  if (older.length * newer.length > mostComparisons) return;
  const said = (item: unknown) => featuresOf(identity === null ? item : identityOf(item, identity));
  const features = {
    older: older.map((index) => said(lists.before[index])),
    newer: newer.map((index) => said(lists.after[index])),
  };
  const pairs = older.flatMap((from, row) =>
    newer.flatMap((to, column) => {
      const [one, other] = [features.older[row], features.newer[column]];
      if (!one?.size || !other?.size || !sameNode(lists.before[from], lists.after[to])) return [];
      const score = likeness(one, other);
      return score >= alike ? [{ from, to, score }] : [];
    }),
  );
  // The most alike first; of equals the nearest, then the first.
  pairs.sort(
    (a, b) => b.score - a.score || Math.abs(a.from - a.to) - Math.abs(b.from - b.to) || a.from - b.from || a.to - b.to,
  );
  for (const { from, to } of pairs) if (!lists.matched.has(from) && !lists.origins.has(to)) lists.join(from, to, true);
}

/** Runs of as many unmatched objects on both sides, between the same neighbours: rewritten where they stood. */
function matchByPlace(lists: Lists): void {
  const { before, after } = lists;
  for (let from = 0; from < before.length; from++) {
    if (lists.matched.has(from)) continue;
    let end = from;
    while (end < before.length && !lists.matched.has(end)) end++;
    const previous = lists.matched.get(from - 1);
    const to = from === 0 ? 0 : previous === undefined ? null : previous.to + 1;
    const next = end === before.length ? after.length : lists.matched.get(end)?.to;
    const run = end - from;
    const free = (offset: number) =>
      !lists.origins.has((to ?? 0) + offset) && sameNode(before[from + offset], after[(to ?? 0) + offset]);
    if (to !== null && next === to + run && Array.from({ length: run }, (_, offset) => offset).every(free)) {
      for (let offset = 0; offset < run; offset++) lists.join(from + offset, to + offset, false);
    }
    from = end;
  }
}

/** Whether two items could be one though they differ: objects, and of the same type where they are nodes. An id is what it is. */
function sameNode(one: unknown, other: unknown): boolean {
  return isObject(one) && isObject(other) && one['type'] === other['type'];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const spelling = (value: unknown): string => (value === undefined ? '' : canonicalJson(value));
