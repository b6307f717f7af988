import type { Span } from '@rapporteur/extraction/extraction';

/** The longest text of a field, in UTF-16 units. */
const longest = 20_000;

/** The longest sentence that is shown for a part of it, in code points. */
const longestSentence = 500;

export interface Words {
  /** The words of a stretch as the text of a field: without what no record may hold, and not beyond what it takes. */
  prose: (span: Span) => string;
  plain: (text: string) => string;
  /** What a record is called: words out of a sentence, with a capital letter. */
  heading: (text: string) => string;
  /** The sentence in which a stretch stands; the stretch itself where that is longer than is shown, or where it is no sentence's. */
  sentence: (span: Span) => Span;
}

/** The words of a text, by places counted in code points. */
export function words(text: string, language: string): Words {
  const points = Array.from(text);
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return {
    prose: ([start, end]) => plain(points.slice(start, end).join('')),
    plain,
    heading: (text) => text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(language)),
    sentence: (span) => sentenceAround(points, span, segmenter),
  };
}

/**
 * The sentence around a stretch. One that is longer than is shown does not count, so nothing beyond that length is looked at:
 * the time of a segmenter grows with the square of what it is given.
 *
 * The desk's editor widens a selection otherwise: to every sentence of the paragraph that it touches, however long, because a
 * person sees what it gives. Here nobody has looked yet, a line ends a sentence, and a doubtful one is none.
 */
function sentenceAround(points: readonly string[], span: Span, segmenter: Intl.Segmenter): Span {
  const from = Math.max(0, span[0] - longestSentence - 1);
  const near = points.slice(from, span[1] + longestSentence + 1);
  const [start, end] = [span[0] - from, span[1] - from];
  if (end - start > longestSentence) return span;
  const opening = near.lastIndexOf('\n', start) + 1;
  const stop = near.indexOf('\n', end);
  let at = opening;
  for (const { segment } of segmenter.segment(near.slice(opening, stop < 0 ? near.length : stop).join(''))) {
    const begin = at;
    at += Array.from(segment).length;
    if (begin <= start && end <= at) {
      const to = begin + Array.from(segment.trimEnd()).length;
      return to >= end && to - begin <= longestSentence ? [from + begin, from + to] : span;
    }
  }
  return span;
}

const plain = (text: string): string =>
  text
    .replaceAll(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim()
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, '');
