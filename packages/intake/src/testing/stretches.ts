import { codePointLength } from '@rapporteur/domain/passage';
import { expect } from 'vitest';
import type { MappedStretch } from '../document';

interface Stretch {
  ours: string;
  theirs: string;
  /** Whether their code points answer to each other one by one. */
  exact: boolean;
}

/** The stretches of a text beside what they stand for, once it is sure that they ascend and lie inside of both. */
export function stretchesOf(text: string, map: readonly MappedStretch[], original: string): Stretch[] {
  const [points, source] = [Array.from(text), Array.from(original)];
  let done = 0;
  for (const { start, end } of map) {
    expect(start).toBeGreaterThanOrEqual(done);
    expect(end).toBeGreaterThan(start);
    done = end;
  }
  expect(done).toBeLessThanOrEqual(codePointLength(text));
  return map.flatMap(({ start, end, original: place }) => {
    if (place === null) return [];
    expect(place.start).toBeGreaterThanOrEqual(0);
    expect(place.end).toBeGreaterThan(place.start);
    expect(place.end).toBeLessThanOrEqual(source.length);
    return [
      {
        ours: points.slice(start, end).join(''),
        theirs: source.slice(place.start, place.end).join(''),
        exact: place.end - place.start === end - start,
      },
    ];
  });
}
