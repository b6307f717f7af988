import { codePointPositions, selectPassage, unitsOf, type PassageSelector } from '@rapporteur/domain/passage';

/** A stretch of a text in UTF-16 units, as the browser counts; the record counts code points. */
export interface Stretch {
  from: number;
  to: number;
}

/** A stretch without the white space at its ends; null where nothing else is in it. */
export function trimStretch(text: string, { from, to }: Stretch): Stretch | null {
  const words = text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const end = to - (words.length - words.trimEnd().length);
  return start < end ? { from: start, to: end } : null;
}

/** The sentence, or the sentences, in which a stretch stands, within its paragraphs. */
export function widenToSentence(text: string, { from, to }: Stretch, language: string): Stretch {
  const opening = text.lastIndexOf('\n\n', from - 1) + 1;
  const after = text.indexOf('\n\n', to);
  const paragraph = text.slice(opening, after < 0 ? text.length : after);
  let start = from;
  let end = to;
  for (const { index, segment } of segmenterOf(language).segment(paragraph)) {
    const [first, last] = [opening + index, opening + index + segment.length];
    if (first <= from && from < last) start = first;
    if (first < to && to <= last) end = last;
  }
  return trimStretch(text, { from: start, to: end }) ?? { from, to };
}

function segmenterOf(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    // A tag that this browser does not know still has sentences.
    return new Intl.Segmenter('en', { granularity: 'sentence' });
  }
}

/** The passage of a stretch of a text: in code points, with its words and what stands around them. */
export function passageOf(text: string, sha256: string, { from, to }: Stretch): PassageSelector {
  const [start = 0, end = 0] = codePointPositions(text, [from, to]);
  return selectPassage(text, start, end, sha256);
}

/** Where places counted in code points stand in a text, in UTF-16 units; in one pass, in any order. */
export function stretchesOf(text: string, places: readonly { start: number; end: number }[]): Stretch[] {
  const units = unitsOf(
    text,
    places.flatMap(({ start, end }) => [start, end]),
  );
  return places.map(({ start, end }) => ({ from: units.get(start) ?? 0, to: units.get(end) ?? 0 }));
}

/** A run of text with the numbers of the passages that lie over it. */
export interface Piece extends Stretch {
  notes: readonly number[];
}

/** A paragraph, with its line breaks, in pieces. Together the pieces are the text, unit by unit. */
export function paragraphsOf(text: string, window: Stretch, marks: readonly (Stretch & { note: number })[]): Piece[][] {
  const edges = marks.flatMap(({ from, to }) => [from, to]);
  const paragraphs: Piece[][] = [];
  for (const { index, 0: words } of text.slice(window.from, window.to).matchAll(/[^\n]+\n*|\n+/g)) {
    const start = window.from + index;
    const end = start + words.length;
    const cuts = [start, ...edges.filter((edge) => edge > start && edge < end), end];
    const ordered = [...new Set(cuts)].toSorted((one, other) => one - other);
    paragraphs.push(
      ordered.slice(0, -1).map((from, at) => {
        const to = ordered[at + 1] ?? end;
        const over = marks.filter((mark) => mark.from <= from && mark.to >= to).map(({ note }) => note);
        return { from, to, notes: [...new Set(over)].toSorted((one, other) => one - other) };
      }),
    );
  }
  return paragraphs;
}
