import type { Language } from '../extraction';
import { recogniseLanguage } from './language';
import { findParagraphs } from './paragraphs';
import { findSentences, type Sentence } from './sentences';
import { tokenise, type Token } from './tokens';

/** Sentences of one paragraph: places in the list of sentences, end exclusive. Offsets are UTF-16 units. */
export interface Paragraph {
  start: number;
  end: number;
  from: number;
  to: number;
}

/**
 * A text made ready for the passes. All offsets are UTF-16 units of `text`; sentences hold places in `tokens`, paragraphs
 * places in `sentences`. Every token lies in one sentence, every sentence in one paragraph.
 */
export interface Reading {
  text: string;
  language: Language;
  tokens: Token[];
  sentences: Sentence[];
  paragraphs: Paragraph[];
}

/** Linear in the length of the text; any string will do. */
export function read(text: string, language?: Language): Reading {
  const spoken = language ?? recogniseLanguage(text);
  const stretches = findParagraphs(text);
  const tokens = tokenise(text, spoken);
  const sentences = findSentences(tokens, stretches);
  const paragraphs: Paragraph[] = [];
  let from = 0;
  stretches.forEach(([start, end], index) => {
    let to = from;
    while (sentences[to]?.paragraph === index) to++;
    paragraphs.push({ start, end, from, to });
    from = to;
  });
  return { text, language: spoken, tokens, sentences, paragraphs };
}
