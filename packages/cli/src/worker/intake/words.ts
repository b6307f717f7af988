import type { Span } from '@rapporteur/extraction/extraction';

/** The longest text of a field, in UTF-16 units. */
const longest = 20_000;

/** The longest sentence that is shown for a part of it, in code points. */
const longestSentence = 500;

export interface Words {
  /** The words of a stretch as the text of a field: without what no record may hold, and not beyond what it takes. */
  prose: (span: Span) => string;
  plain: (text: string) => string;
  /** The sentence in which a stretch stands; the stretch itself where that is longer than is shown, or where it is no sentence's. */
  sentence: (span: Span) => Span;
}

/** The words of a text, by places counted in code points. */
export function words(text: string, language: string): Words {
  const points = Array.from(text);
  return {
    prose: ([start, end]) => plain(points.slice(start, end).join('')),
    plain,
    sentence: (span) => sentenceAround(points, span, language),
  };
}

function sentenceAround(points: readonly string[], [start, end]: Span, language: string): Span {
  const opening = points.lastIndexOf('\n', start) + 1;
  const stop = points.indexOf('\n', end);
  const paragraph = points.slice(opening, stop < 0 ? points.length : stop).join('');
  let at = opening;
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(paragraph)) {
    const from = at;
    at += Array.from(segment).length;
    if (from <= start && end <= at) {
      const to = from + Array.from(segment.trimEnd()).length;
      return to >= end && to - from <= longestSentence ? [from, to] : [start, end];
    }
  }
  return [start, end];
}

const plain = (text: string): string =>
  text
    .replaceAll(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim()
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, '');
