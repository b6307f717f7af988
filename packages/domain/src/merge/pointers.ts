import type { Citation } from '../content/citation';
import { formatPointer, getPointer, parsePointer } from '../json-pointer';
import { identityAt } from './identity';
import { matchItems } from './match';

/** Citations after their record was edited. `orphaned` are those whose field is gone: a person decides about them. */
export interface MovedCitations<C extends { field: string } = Citation> {
  citations: C[];
  orphaned: C[];
}

/**
 * Where the fields of a content are in an edited one. Items of lists are followed through insertion, removal, moves and
 * edits by what they are; answers null where a field is gone.
 */
export function pointerMover(before: unknown, after: unknown): (pointer: string) => string | null {
  const memo = new Map<unknown, Map<number, number>>();
  const moved = (older: readonly unknown[], newer: readonly unknown[], path: readonly string[]) => {
    const known = memo.get(older);
    if (known) return known;
    const matches = new Map(matchItems(older, newer, identityAt(path)).map(({ from, to }) => [from, to]));
    memo.set(older, matches);
    return matches;
  };
  return (pointer) => {
    const segments: string[] = [];
    let [older, newer] = [before, after];
    for (const segment of parsePointer(pointer)) {
      if (Array.isArray(older) && Array.isArray(newer)) {
        const to = moved(older, newer, segments).get(Number(segment));
        if (to === undefined) return null;
        [older, newer] = [older[Number(segment)], newer[to]];
        segments.push(String(to));
      } else {
        [older, newer] = [inside(older, segment), inside(newer, segment)];
        segments.push(segment);
      }
      if (newer === undefined) return null;
    }
    return formatPointer(segments);
  };
}

/**
 * Moves citations along with the fields they stand on, after an edit of the content. Those that stand on nothing in the
 * edited content come back apart.
 */
export function moveCitations<C extends { field: string }>(
  before: unknown,
  after: unknown,
  citations: readonly C[],
): MovedCitations<C> {
  return placeCitations(citations, pointerMover(before, after), after);
}

/** Puts citations where `move` says their fields are now; where it says nowhere, or the content has no such field, aside. */
export function placeCitations<C extends { field: string }>(
  citations: readonly C[],
  move: (pointer: string) => string | null,
  content: unknown,
): MovedCitations<C> {
  const result: MovedCitations<C> = { citations: [], orphaned: [] };
  for (const citation of citations) {
    const field = move(citation.field);
    if (field === null || getPointer(content, field) === undefined) result.orphaned.push(citation);
    else result.citations.push(field === citation.field ? citation : { ...citation, field });
  }
  return result;
}

const inside = (value: unknown, segment: string): unknown => getPointer(value, formatPointer([segment]));
