import type { Extraction, Span } from '../extraction';

/**
 * Passes work on UTF-16 offsets, which index a string at once; what is given out counts Unicode code points, as the Web
 * Annotation model and our passages do. Everything is translated here, once, in the order of the text.
 */
export function inCodePoints(text: string, extraction: Extraction): Extraction {
  const at = codePointOffsets(text);
  const one = ([start, end]: Span): Span => [at(start), at(end)];
  const maybe = (span: Span | null): Span | null => span && one(span);
  const many = (spans: Span[]): Span[] => spans.map(one);
  return {
    language: extraction.language,
    statements: extraction.statements.map((statement) => ({
      ...statement,
      speakerSpan: maybe(statement.speakerSpan),
      cueSpan: maybe(statement.cueSpan),
      contentSpans: many(statement.contentSpans),
      reasons: many(statement.reasons),
      date: statement.date && { ...statement.date, span: one(statement.date.span) },
    })),
    actors: extraction.actors.map((actor) => ({ ...actor, spans: many(actor.spans) })),
    dates: extraction.dates.map((date) => ({ ...date, span: one(date.span) })),
    places: extraction.places.map((place) => ({ ...place, span: one(place.span) })),
    events: extraction.events.map((event) => ({ ...event, span: one(event.span), dateSpan: maybe(event.dateSpan) })),
    programmes: extraction.programmes.map((programme) => ({
      ...programme,
      span: one(programme.span),
      natureSpan: maybe(programme.natureSpan),
      periodSpan: maybe(programme.periodSpan),
      partySpans: many(programme.partySpans),
      statusSpan: maybe(programme.statusSpan),
    })),
    provisions: extraction.provisions.map((provision) => ({
      ...provision,
      span: one(provision.span),
      forceSpan: maybe(provision.forceSpan),
    })),
    commitments: extraction.commitments.map((commitment) => ({ ...commitment, span: one(commitment.span) })),
    positions: extraction.positions.map((position) => ({ ...position, span: one(position.span) })),
  };
}

/** How many code points lie before a UTF-16 offset. A lone surrogate is one code point, as for `for … of`. */
export function codePointOffsets(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (let i = 0; i < text.length - 1; i++) {
    if (isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1))) pairs.push(i++);
  }
  if (pairs.length === 0) return (offset) => offset;
  return (offset) => offset - firstAtOrAfter(pairs, offset);
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** How many of the sorted numbers are smaller than `bound`. */
function firstAtOrAfter(sorted: number[], bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
