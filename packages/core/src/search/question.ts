import { searchText } from '@rapporteur/domain/search/search-text';
import { longestQuestion, mostTerms } from '@rapporteur/domain/search/views';

/** One word or phrase of a question. */
export interface Term {
  /** Its words as texts are searched: small letters, one space between them. */
  text: string;
  /** Whether its words have to follow one another. */
  phrase: boolean;
  /** Whether records with it are left out. */
  excluded: boolean;
}

const piece = /(-?)(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|(\S+))/gu;

/**
 * Reads a question: words, "phrases", and either with a hyphen before it to leave it out. Everything else that may stand in
 * it is text. Words that a hyphen or a slash joins are a phrase. What is beyond the bounds is not looked at.
 */
export function readQuestion(question: string): Term[] {
  const terms: Term[] = [];
  for (const [, hyphen, quoted, word] of question.slice(0, longestQuestion).matchAll(piece)) {
    const text = searchText(quoted ?? word ?? '');
    if (text === '') continue;
    const term = { text, phrase: text.includes(' '), excluded: hyphen === '-' };
    if (!terms.some((known) => known.text === text && known.excluded === term.excluded)) terms.push(term);
    if (terms.length === mostTerms) break;
  }
  return terms;
}
