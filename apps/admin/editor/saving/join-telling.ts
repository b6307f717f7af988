import type { Draft } from '../draft/draft';

/** What the change is to readers, and what they are told of it. */
export type Telling = Pick<Draft, 'change' | 'note'>;

/**
 * Joins what two people say of one change: whoever changed it is heard. Where both did, the writer's kind of change stands,
 * and the note holds the words of both. `begun` is what it said when the writer began; null where nobody knows any more.
 */
export function joinTelling(begun: Telling | null, theirs: Telling, mine: Telling): Telling {
  const from = begun ?? { change: null, note: null };
  const change = mine.change === from.change ? theirs.change : mine.change;
  if (mine.note === from.note) return { change, note: theirs.note };
  const both = theirs.note !== null && mine.note !== null && theirs.note !== from.note && theirs.note !== mine.note;
  return { change, note: both ? `${theirs.note}\n${mine.note}` : mine.note };
}
