/** Places in two sequences that correspond. */
export interface Pair {
  from: number;
  to: number;
}

// The table of the exact algorithm has one cell per pair of items; beyond this it would hold up a page.
const largestTable = 4_000_000;

/**
 * A longest common subsequence of two sequences of comparable values, as pairs in ascending order. Sequences whose
 * differing middle is too large for the exact table are matched on values that occur once in both, and between those
 * exactly again where the table fits; the answer is then common and ascending, though perhaps not the longest.
 */
export function commonSubsequence<T>(before: readonly T[], after: readonly T[]): Pair[] {
  return between(before, after, 0, before.length, 0, after.length, true);
}

function between<T>(
  before: readonly T[],
  after: readonly T[],
  fromStart: number,
  fromEnd: number,
  toStart: number,
  toEnd: number,
  mayAnchor: boolean,
): Pair[] {
  const head: Pair[] = [];
  const tail: Pair[] = [];
  let [low, high, left, right] = [fromStart, fromEnd, toStart, toEnd];
  while (low < high && left < right && before[low] === after[left]) head.push({ from: low++, to: left++ });
  while (low < high && left < right && before[high - 1] === after[right - 1]) tail.push({ from: --high, to: --right });
  const fits = (high - low) * (right - left) <= largestTable;
  const middle = fits
    ? byTable(before, after, low, high, left, right)
    : mayAnchor
      ? byUniqueValues(before, after, low, high, left, right)
      : [];
  return [...head, ...middle, ...tail.reverse()];
}

function byTable<T>(
  before: readonly T[],
  after: readonly T[],
  low: number,
  high: number,
  left: number,
  right: number,
): Pair[] {
  const [rows, columns] = [high - low, right - left];
  if (rows === 0 || columns === 0) return [];
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      lengths[row * width + column] =
        before[low + row] === after[left + column]
          ? 1 + (lengths[(row + 1) * width + column + 1] ?? 0)
          : Math.max(lengths[(row + 1) * width + column] ?? 0, lengths[row * width + column + 1] ?? 0);
    }
  }
  const pairs: Pair[] = [];
  for (let row = 0, column = 0; row < rows && column < columns;) {
    if (before[low + row] === after[left + column]) pairs.push({ from: low + row++, to: left + column++ });
    else if ((lengths[(row + 1) * width + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0)) row++;
    else column++;
  }
  return pairs;
}

/** Patience: values that occur once on each side are the posts; what lies between two posts is compared by itself. */
function byUniqueValues<T>(
  before: readonly T[],
  after: readonly T[],
  low: number,
  high: number,
  left: number,
  right: number,
): Pair[] {
  const there = onlyOnce(after, left, right);
  const posts: Pair[] = [];
  for (const [value, from] of onlyOnce(before, low, high)) {
    const to = there.get(value);
    if (to !== undefined) posts.push({ from, to });
  }
  const pairs: Pair[] = [];
  let [fromStart, toStart] = [low, left];
  for (const post of [...ascending(posts), { from: high, to: right }]) {
    pairs.push(...between(before, after, fromStart, post.from, toStart, post.to, false));
    if (post.from < high) pairs.push(post);
    [fromStart, toStart] = [post.from + 1, post.to + 1];
  }
  return pairs;
}

function onlyOnce<T>(items: readonly T[], start: number, end: number): Map<T, number> {
  const places = new Map<T, number>();
  const repeated = new Set<T>();
  for (let index = start; index < end; index++) {
    const item = items[index] as T;
    if (places.has(item)) repeated.add(item);
    else places.set(item, index);
  }
  for (const item of repeated) places.delete(item);
  return places;
}

/** A longest run of pairs whose `to` ascends; the pairs come in the order of `from`. */
function ascending(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = [];
  const previous: number[] = [];
  pairs.forEach((pair, index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.to ?? 0) < pair.to) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  });
  const chain: Pair[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) chain.push(pair);
  }
  return chain.reverse();
}
