import type { Span } from '@rapporteur/extraction/extraction';
import { fold } from './same-name';

/** The words that spans of a text hold, with how often each stands there. `points` are the text's code points. */
export function wordsOf(points: readonly string[], spans: readonly Span[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [start, end] of spans) {
    for (const word of fold(points.slice(start, end).join('')).split(' ')) {
      if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/** Jaccard: what both hold ÷ what either holds. A word that stands twice counts twice. */
export function overlap(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let both = 0;
  let either = 0;
  for (const [word, count] of one) {
    both += Math.min(count, other.get(word) ?? 0);
    either += Math.max(count, other.get(word) ?? 0);
  }
  for (const [word, count] of other) if (!one.has(word)) either += count;
  return either === 0 ? 0 : both / either;
}

export interface Pair {
  one: number;
  other: number;
  worth: number;
}

/** One to one, best first, none below `least`. Where two are as good, the earlier one has it. */
export function pairBest(
  ones: number,
  others: number,
  worth: (one: number, other: number) => number,
  least: number,
): Pair[] {
  const all: Pair[] = [];
  for (let one = 0; one < ones; one += 1) {
    for (let other = 0; other < others; other += 1) {
      const value = worth(one, other);
      if (value >= least) all.push({ one, other, worth: value });
    }
  }
  const taken = { ones: new Set<number>(), others: new Set<number>() };
  return all
    .toSorted((a, b) => b.worth - a.worth || a.one - b.one || a.other - b.other)
    .filter(({ one, other }) => {
      if (taken.ones.has(one) || taken.others.has(other)) return false;
      taken.ones.add(one);
      taken.others.add(other);
      return true;
    });
}
