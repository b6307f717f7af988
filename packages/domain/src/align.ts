import { canonicalJson } from './canonical';
import { commonSubsequence, type Pair } from './sequence';

/** An item of two lists: in both, only in the older (`to` is null), or only in the newer (`from` is null). */
export interface Aligned {
  from: number | null;
  to: number | null;
}

/** Items this alike are one item that was edited. */
export const alike = 0.5;
// Comparing all with all is quadratic; a longer stretch is paired in order instead.
export const mostComparisons = 40_000;

/**
 * Which items of two lists correspond: equal ones by longest common subsequence, then, in each gap, edited ones by how
 * much they share, in order. Removed items stand before added ones. Every item occurs exactly once.
 */
export function alignItems(before: readonly unknown[], after: readonly unknown[]): Aligned[] {
  const equal = commonSubsequence(before.map(spelling), after.map(spelling));
  const aligned: Aligned[] = [];
  let [from, to] = [0, 0];
  for (const pair of [...equal, { from: before.length, to: after.length }]) {
    aligned.push(...alignGap(before, after, { from, to }, pair));
    if (pair.from < before.length) aligned.push(pair);
    [from, to] = [pair.from + 1, pair.to + 1];
  }
  return aligned;
}

const spelling = (item: unknown) => (item === undefined ? '' : canonicalJson(item));

function alignGap(before: readonly unknown[], after: readonly unknown[], start: Pair, end: Pair): Aligned[] {
  const edited = similarPairs(before, after, start, end);
  const aligned: Aligned[] = [];
  let { from, to } = start;
  for (const pair of [...edited, end]) {
    for (; from < pair.from; from++) aligned.push({ from, to: null });
    for (; to < pair.to; to++) aligned.push({ from: null, to });
    if (pair !== end) aligned.push({ from: from++, to: to++ });
  }
  return aligned;
}

/** The ascending pairs of a gap with the greatest sum of likeness, among those alike enough. */
function similarPairs(before: readonly unknown[], after: readonly unknown[], start: Pair, end: Pair): Pair[] {
  const [rows, columns] = [end.from - start.from, end.to - start.to];
  if (rows === 0 || columns === 0) return [];
  if (rows * columns > mostComparisons) {
    return Array.from({ length: Math.min(rows, columns) }, (_, index) => ({
      from: start.from + index,
      to: start.to + index,
    })).filter(({ from, to }) => likeness(featuresOf(before[from]), featuresOf(after[to])) >= alike);
  }
  const older = before.slice(start.from, end.from).map(featuresOf);
  const newer = after.slice(start.to, end.to).map(featuresOf);
  const width = columns + 1;
  const scores = older.map((one) => newer.map((other) => likeness(one, other)));
  const scoreAt = (row: number, column: number) => scores[row]?.[column] ?? 0;
  const best = new Float64Array((rows + 1) * width);
  const bestAt = (row: number, column: number) => best[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const score = scoreAt(row, column);
      const joined = score >= alike ? score + bestAt(row + 1, column + 1) : 0;
      best[row * width + column] = Math.max(joined, bestAt(row + 1, column), bestAt(row, column + 1));
    }
  }
  const pairs: Pair[] = [];
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const score = scoreAt(row, column);
    if (score >= alike && bestAt(row, column) === score + bestAt(row + 1, column + 1)) {
      pairs.push({ from: start.from + row++, to: start.to + column++ });
    } else if (bestAt(row, column) === bestAt(row + 1, column)) row++;
    else column++;
  }
  return pairs;
}

export type Features = Map<string, number>;

/** What an item says, as a bag: its words, each with the field it stands in. */
export function featuresOf(item: unknown): Features {
  const features: Features = new Map();
  const add = (feature: string) => features.set(feature, (features.get(feature) ?? 0) + 1);
  const visit = (value: unknown, field: string): void => {
    if (Array.isArray(value)) for (const inner of value) visit(inner, field);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) visit(inner, `${field}/${key}`);
    } else if (typeof value === 'string') {
      for (const word of value.split(/\s+/).slice(0, 400)) add(`${field} ${word}`);
    } else if (value !== null && value !== undefined) add(`${field} ${String(value)}`);
  };
  visit(item, '');
  return features;
}

/** Dice's coefficient of two bags: 0 nothing shared, 1 the same. */
export function likeness(one: Features, other: Features): number {
  let [shared, size] = [0, 0];
  for (const [feature, count] of one) {
    shared += Math.min(count, other.get(feature) ?? 0);
    size += count;
  }
  for (const count of other.values()) size += count;
  return size === 0 ? 1 : (2 * shared) / size;
}
