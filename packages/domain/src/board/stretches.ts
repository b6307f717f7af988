import { happened, type DayNumber, type Span } from './days';
import type { BoardTurn } from './views';

/** What may be held; null is nothing on record, which is not neutral. */
export type Held = BoardTurn['stance'];

/** A time over which the same may be held. One thing in `held` is certain; several are what it may have been. */
export interface Stretch extends Span {
  held: readonly Held[];
}

/** A turn with the days between which it was taken. Turns come in the order of the record. */
export interface DatedTurn extends BoardTurn {
  earliest: DayNumber;
  latest: DayNumber;
  /** Where it is drawn: the day by the end of which it was taken, or where that is not on record the first it can be. */
  at: DayNumber;
  /** Not one day: drawn with a dotted ring, and a line over the days that it may have been. */
  uncertain: boolean;
}

/**
 * Places turns in time. That one came after another is known even where their days are not: none can be earlier than the
 * one before it may have been, nor later than the one after it. Days that nobody knows are not made up.
 */
export function dateTurns(
  turns: readonly BoardTurn[],
  read: (date: string) => { earliest: DayNumber; latest: DayNumber } = happened,
): DatedTurn[] {
  // Field by field: a board has tens of thousands of turns, and spreading them is most of its time.
  const dated = turns.map(({ turn, stance, date }): DatedTurn => {
    const { earliest, latest } = read(date);
    return { turn, stance, date, earliest, latest, at: latest, uncertain: false };
  });
  let reached = -Infinity;
  for (const turn of dated) turn.earliest = reached = Math.max(reached, turn.earliest);
  let ahead = Infinity;
  for (const turn of dated.toReversed()) turn.latest = ahead = Math.min(ahead, turn.latest);
  let before = -Infinity;
  for (const turn of dated) {
    // Where it is not on record by when a turn was taken, no more is known than that the one before it was.
    turn.at = before = Number.isFinite(turn.latest) ? turn.latest : Math.max(before, turn.earliest);
    turn.uncertain = turn.earliest !== turn.latest || /[?~%]/.test(turn.date);
  }
  return dated;
}

/** What may have been held at the end of a day: one thing, or several where the record leaves it open. */
export function heldOn(turns: readonly DatedTurn[], day: DayNumber): readonly Held[] {
  const begun = turns.filter(({ earliest }) => earliest <= day).length;
  const over = turns.filter(({ latest }) => latest <= day).length;
  return between(turns, Math.min(begun, over), Math.max(begun, over));
}

/** What may be held after at least so many turns, and at most so many. */
function between(turns: readonly DatedTurn[], least: number, most: number): readonly Held[] {
  if (least === most) return [turns[least - 1]?.stance ?? null];
  const held = new Set<Held>(least === 0 ? [null] : []);
  for (const { stance } of turns.slice(Math.max(0, least - 1), most)) held.add(stance);
  return [...held];
}

/** What was held over a span: stretches that follow one another without a gap from its first day to its last. */
export function stretchesOf(turns: readonly DatedTurn[], { from, to }: Span): Stretch[] {
  const days = turns.flatMap(({ earliest, latest }) => [earliest, latest]).filter((day) => day > from && day < to);
  const edges = [from, ...new Set(days.toSorted((a, b) => a - b)), to];
  const stretches: Stretch[] = [];
  let begun = 0;
  let over = 0;
  edges.slice(0, -1).forEach((day, index) => {
    // Turns are in order, so each is counted once over the whole span.
    while ((turns[begun]?.earliest ?? Infinity) <= day) begun += 1;
    while ((turns[over]?.latest ?? Infinity) <= day) over += 1;
    const held = between(turns, Math.min(begun, over), Math.max(begun, over));
    const last = stretches.at(-1);
    const next = edges[index + 1] ?? to;
    if (last !== undefined && sameHeld(last.held, held)) last.to = next;
    else stretches.push({ from: day, to: next, held });
  });
  return stretches;
}

const sameHeld = (one: readonly Held[], other: readonly Held[]) =>
  one.length === other.length && one.every((held) => other.includes(held));

/** The parts of stretches that lie within a set of spans, the oldest first. */
export function within<T extends Span>(stretches: readonly T[], spans: readonly Span[]): T[] {
  return stretches.flatMap((stretch) =>
    spans
      .map((span) => ({ ...stretch, from: Math.max(stretch.from, span.from), to: Math.min(stretch.to, span.to) }))
      .filter(({ from, to }) => from < to),
  );
}

/** Spans as one set: sorted, and those that touch joined. */
export function union(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  return joined;
}
