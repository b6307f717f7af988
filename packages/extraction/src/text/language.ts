import { eld } from 'eld/small';
import type { Language } from '../extraction';

const known: readonly Language[] = ['en', 'fr', 'de', 'hu', 'uk'];
/** The detector looks at this many characters and no more. */
const sample = 1000;

/**
 * The language a text is written in, among those that can be read: judged at its start, middle and end, since a page may
 * begin with foreign matter. A text in another language gets the one it looks most like, and a text without words
 * English: its names, dates and quotation marks are still worth showing.
 */
export function recogniseLanguage(text: string): Language {
  const last = Math.max(0, text.length - sample);
  const starts = last < sample ? [0] : [0, last >> 1, last];
  const samples = starts.map((start) => eld.detect(text.slice(start, start + sample)).getScores());
  let best: Language = 'en';
  let most = 0;
  for (const language of known) {
    const score = samples.reduce((sum, scores) => sum + (scores[language] ?? 0), 0);
    if (score > most) [best, most] = [language, score];
  }
  return best;
}
