import { codePointPositions, normaliseText } from '@rapporteur/domain/passage';
import type { MappedStretch } from './document';
import { lengthChanges, type LengthChange } from './normalised-lengths';

/** Where a piece of text stands in the decoded original: UTF-16 units, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

interface Piece extends Span {
  original: Span | null;
  page: number | null;
}

/** A text as a reader takes it together, piece by piece, with the place of each piece in the original. */
export class MappedText {
  private readonly parts: string[] = [];
  private readonly pieces: Piece[] = [];
  private length = 0;

  /** The decoded original; null for one that is not text. */
  constructor(private readonly original: string | null) {}

  /**
   * Takes text from the original. Where both are of one length, their units answer to each other one by one. Text of which
   * neither the place nor the page is known is in no stretch.
   */
  take(text: string, original: Span | null, page: number | null = null): void {
    if (text === '') return;
    const start = this.length;
    // The database holds no NUL.
    this.add(text.replaceAll('\0', '\ufffd'));
    if (original === null && page === null) return;
    const last = this.pieces.at(-1);
    if (last && last.end === start && last.page === page && continues(last, original, text.length)) {
      last.end = this.length;
      if (last.original && original) last.original.end = original.end;
    } else {
      this.pieces.push({ start, end: this.length, original: original && { ...original }, page });
    }
  }

  /** Adds what is not in the original, such as a blank line. */
  add(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }

  get isEmpty(): boolean {
    return this.length === 0;
  }

  /** The text in the form in which it is stored, and its map in code points. */
  finish(): { text: string; map: MappedStretch[] } {
    const raw = this.parts.join('');
    const text = normaliseText(raw);
    const changes = lengthChanges(raw);
    const shifted = changes.length === 0 ? this.pieces : this.pieces.flatMap(throughChanges(changes));
    const inText = positionsIn(text, shifted);
    const inOriginal = positionsIn(
      this.original ?? '',
      shifted.flatMap(({ original }) => original ?? []),
    );
    const map = shifted.map(({ start, end, original, page }) => ({
      start: inText(start),
      end: inText(end),
      original: original && { start: inOriginal(original.start), end: inOriginal(original.end) },
      page,
    }));
    return { text, map };
  }
}

function continues(last: Piece, original: Span | null, length: number): boolean {
  if (last.original === null || original === null) return last.original === original;
  const exact =
    last.original.end - last.original.start === last.end - last.start && original.end - original.start === length;
  return exact && last.original.end === original.start;
}

/**
 * The pieces of the raw text as pieces of the normalised text. A piece is cut around what normalisation makes longer or
 * shorter; what it removes, and a letter that is put together out of two pieces, is in no piece.
 */
function throughChanges(changes: LengthChange[]): (piece: Piece) => Piece[] {
  let next = 0;
  let shift = 0;
  return ({ start, end, original, page }) => {
    const cut: Piece[] = [];
    const exact = original !== null && original.end - original.start === end - start;
    const push = (from: number, to: number, length: number) => {
      const place = exact ? { start: original.start + from - start, end: original.start + to - start } : original;
      if (length > 0) cut.push({ start: from + shift, end: from + shift + length, original: place, page });
    };
    let at = start;
    while (next < changes.length) {
      const change = changes[next];
      if (change === undefined || change.start >= end) break;
      if (change.start > at) push(at, change.start, change.start - at);
      // A line end of two signs is one; whoever looks for it finds it between its neighbours.
      if (change.start >= at && change.end <= end && !change.isLineEnd) push(change.start, change.end, change.length);
      at = Math.max(at, change.end);
      // The rest of a change that goes on behind this piece belongs to the next one, which begins behind it.
      if (change.end > end) return cut;
      shift += change.length - (change.end - change.start);
      next += 1;
    }
    if (at < end) push(at, end, end - at);
    return exact ? cut : whole(cut);
  };
}

/** Pieces that all stand for the same stretch of the original, as one. */
function whole(cut: Piece[]): Piece[] {
  const first = cut[0];
  const last = cut.at(-1);
  return first && last ? [{ ...first, end: last.end }] : [];
}

/** Code point positions of the ends of the spans, which may come in any order. */
function positionsIn(text: string, spans: Span[]): (unit: number) => number {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (unit) => unit;
  const units = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].toSorted((one, other) => one - other);
  const positions = codePointPositions(text, units);
  const known = new Map(units.map((unit, index) => [unit, positions[index] ?? 0]));
  return (unit) => known.get(unit) ?? 0;
}
