import type { Span } from './days';
import type { DatedTurn } from './stretches';

/** A turn at its place on a strip. */
export type Mark = DatedTurn;

/** The turns that fall into a span. */
export const marksOf = (turns: readonly DatedTurn[], { from, to }: Span): Mark[] =>
  turns.filter(({ at }) => at >= from && at < to);

/** The share of a span, 0 to 100, that lies before a day; days outside of it are at its ends. */
export const shareOf = (day: number, { from, to }: Span): number =>
  Math.round(Math.min(1, Math.max(0, (day - from) / (to - from))) * 10_000) / 100;

// What tells most about a position is drawn as a sign before what tells less.
const weight = { reversed: 0, lapsed: 1, new: 2, softened: 3, hardened: 3, restated: 4 } as const;

/**
 * Which marks have room for a sign: no two of them closer than `apart` (a share of the span); the others are ticks. Where
 * turns crowd, a change goes before a restatement, and of equals the earlier one.
 */
export function withRoom(marks: readonly Mark[], span: Span, apart: number): { signs: Mark[]; ticks: Mark[] } {
  const signs = new Set<Mark>();
  for (const mark of marks.toSorted((a, b) => weight[a.turn] - weight[b.turn] || a.at - b.at)) {
    const place = shareOf(mark.at, span);
    if ([...signs].every((sign) => Math.abs(shareOf(sign.at, span) - place) >= apart)) signs.add(mark);
  }
  return { signs: marks.filter((mark) => signs.has(mark)), ticks: marks.filter((mark) => !signs.has(mark)) };
}
