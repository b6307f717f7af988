/** How many of the sorted items stand before `bound`: the place of the first that does not. */
export function firstAtOrAfter<T>(sorted: readonly T[], bound: number, at: (item: T) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && at(item) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
