import type { Span } from '@rapporteur/extraction/extraction';

/** The longest text of a field, in UTF-16 units. */
const longest = 20_000;

export interface Words {
  /** The words of a stretch as the text of a field: without what no record may hold, and not beyond what it takes. */
  prose: (span: Span) => string;
  plain: (text: string) => string;
}

/** The words of a text, by places counted in code points. */
export function words(text: string): Words {
  const points = Array.from(text);
  return { prose: ([start, end]) => plain(points.slice(start, end).join('')), plain };
}

const plain = (text: string): string =>
  text
    .replaceAll(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim()
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, '');
