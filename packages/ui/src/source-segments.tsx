export interface Placed {
  start: number;
  end: number;
}

export interface Segment {
  text: string;
  /** Indexes of the passages that cover these words, in the order given. */
  covering: number[];
  /** Passages whose first shown word is here; their address leads to this segment. */
  opening: number[];
  /** Passages whose last shown word is here; their number stands behind it. */
  closing: number[];
}

export interface Paragraph {
  number: number;
  segments: Segment[];
}

/**
 * A stored text as paragraphs of segments, cut wherever a passage begins or ends, so that overlapping passages are each
 * shown whole. Positions count Unicode code points, end exclusive (W3C Web Annotation); positions outside the text are
 * drawn in to it. Line breaks divide paragraphs and belong to none. `numbered` paragraphs are before this text.
 */
export function segmentText(text: string, passages: readonly Placed[], numbered = 0): Paragraph[] {
  const points = Array.from(text);
  const shown = new Map<number, { first: Segment; last: Segment }>();
  const paragraphs = lines(points).map(({ start, end }, index): Paragraph => {
    const cuts = new Set([start, end]);
    for (const passage of passages) {
      if (passage.start > start && passage.start < end) cuts.add(passage.start);
      if (passage.end > start && passage.end < end) cuts.add(passage.end);
    }
    const edges = [...cuts].toSorted((a, b) => a - b);
    const segments = edges.slice(0, -1).map((from, edge): Segment => {
      const to = edges[edge + 1] ?? end;
      const covering = passages.flatMap((passage, at) => (passage.start < to && passage.end > from ? [at] : []));
      const segment: Segment = { text: points.slice(from, to).join(''), covering, opening: [], closing: [] };
      for (const at of covering) shown.set(at, { first: shown.get(at)?.first ?? segment, last: segment });
      return segment;
    });
    return { number: numbered + index + 1, segments };
  });
  for (const [at, { first, last }] of shown) {
    first.opening.push(at);
    last.closing.push(at);
  }
  return paragraphs;
}

function lines(points: readonly string[]): Placed[] {
  const found: Placed[] = [];
  let start = 0;
  for (let at = 0; at <= points.length; at++) {
    if (at < points.length && points[at] !== '\n') continue;
    if (points.slice(start, at).some((point) => point.trim() !== '')) found.push({ start, end: at });
    start = at + 1;
  }
  return found;
}
