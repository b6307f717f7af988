import type { FoundText } from './found-text';
import { auxiliaries, isAdverb, negations } from './function-words';

/** A verb with what stands before it and belongs to it: "does not include", "has also pledged". Tokens [from, verb]. */
export interface VerbGroup {
  from: number;
  verb: number;
  negated: boolean;
  /** "will", "shall", "may" … or null. */
  modal: string | null;
  /** Said of what happens to the subject: "is excluded". */
  passive: boolean;
}

const modals = new Set('will would shall should may might can could must wo'.split(' '));
const forms = new Set("is are was were be been being isn't aren't wasn't weren't".split(' '));

/** No verb has more before it. */
const most = 6;

export function verbGroup(text: FoundText, verb: number): VerbGroup {
  const { from: first } = text.sentenceOf(verb);
  let from = verb;
  let negated = false;
  let passive = false;
  let modal: string | null = null;
  while (from > first && verb - from < most) {
    const word = text.word(from - 1);
    if (!auxiliaries.has(word) && !negations.has(word) && !isAdverb(word) && word !== "n't") break;
    // "no" before a noun is no negation of this verb, and a possessive is no verb.
    if (word === 'no' && text.word(from) !== 'longer') break;
    if (word === "'s" && /^\p{Lu}/u.test(text.token(from - 2)?.text ?? '')) break;
    if (negations.has(word)) negated = true;
    if (forms.has(word)) passive = true;
    if (modals.has(word)) modal = word === 'wo' ? 'will' : word;
    if (/^(?:won't|wouldn't|shouldn't|can't|cannot|couldn't|mustn't|shan't)$/.test(word)) modal = modalOf(word);
    from--;
  }
  return { from, verb, negated, modal, passive };
}

const modalOf = (word: string): string =>
  ({ "won't": 'will', "can't": 'can', cannot: 'can', "shan't": 'shall' })[word] ?? word.slice(0, -3);
