import type { FoundText } from './found-text';
import { conjunctions, determiners, endsPhrase, isAdverb } from './function-words';

/** A noun phrase: tokens [from, to) without the word that determines it. */
export interface NounPhrase {
  from: number;
  /** The noun that says what it is. */
  head: number;
  to: number;
  /** "the", "a", "this" … before it, or '' where there is none. */
  determiner: string;
}

/** No phrase that names something has more words before its head. */
const most = 8;

/** The phrase that ends with the noun `head`: its modifiers are taken as far as they reach to the left. */
export function phraseBefore(text: FoundText, head: number): NounPhrase {
  const { from: first } = text.sentenceOf(head);
  let from = head;
  while (from > first && head - from < most && belongs(text, from - 1, from)) from--;
  // A name of several words is taken whole ("Treaty of X" apart), and an adverb or a conjunction begins nothing.
  while (from < head && beginsNothing(text, from, head)) from++;
  const before = text.word(from - 1);
  return { from, head, to: head + 1, determiner: from > first && determiners.has(before) ? before : '' };
}

function belongs(text: FoundText, at: number, next: number): boolean {
  const token = text.token(at);
  if (!token) return false;
  if (token.lower === "'s") return true;
  if (token.kind === 'mark') {
    // "shorter, annual framework": a comma between two small modifiers; a dash or hyphen without white space in names.
    const tight = token.end === text.token(next)?.start && token.start === text.token(at - 1)?.end;
    return (
      (/^[-–—/]$/.test(token.text) && tight) ||
      (token.text === ',' && isPlainModifier(text, at - 1) && isPlainModifier(text, next))
    );
  }
  if (token.lower === 'and') return isCapital(text, at - 1) && isCapital(text, next) && !isNameOfActor(text, at);
  return isInitialism(token.text) || !endsPhrase(token.lower);
}

/** "US" and "WHO" are names, whatever they spell. */
const isInitialism = (word: string): boolean => /^\p{Lu}{2,}$/u.test(word);

/** "62 billion grant programme" is a grant programme, "creating literacy programmes" are literacy programmes. */
function beginsNothing(text: FoundText, at: number, head: number): boolean {
  const word = text.word(at);
  const sum = /^\d/.test(word)
    ? !/^(?:19|20)\d\d\b|^\d+(?:st|nd|rd|th|-)/.test(word)
    : /^(?:thousand|million|billion|trillion)$/.test(word);
  const verb = word.endsWith('ing') && text.token(at)?.capital === false && head - at > 2;
  return sum || verb || isAdverb(word) || conjunctions.has(word) || isMark(text, at);
}

const isMark = (text: FoundText, at: number): boolean => {
  const token = text.token(at);
  return token?.kind === 'mark' || token?.lower === "'s";
};

const isCapital = (text: FoundText, at: number): boolean => text.token(at)?.capital === true;

/** Two actors joined by "and" are two ("France and Germany"), two areas are one ("Peace and Security"). */
const isNameOfActor = (text: FoundText, and: number): boolean =>
  text.actorEndingAt(text.token(and - 1)?.end ?? -1) !== null;

const ending = /(?:er|est|al|ive|ic|ary|ous|ful|able|ible|ed|ing|ent|ant|y)$/;
function isPlainModifier(text: FoundText, at: number): boolean {
  const token = text.token(at);
  return token?.kind === 'word' && !token.capital && ending.test(token.lower) && !endsPhrase(token.lower);
}
