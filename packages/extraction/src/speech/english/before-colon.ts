import type { Draft } from '../draft';
import { isFiniteAt, kindOf } from './phrases';
import { subjectBefore } from './subject';
import type { Work } from './work';

/** How long "A senior envoy was less sure" before the colon may be. */
const longest = 24;

/** "Moor was blunt: “We shall see.”": no verb says that anybody speaks, but a colon and quotation marks do. */
export function beforeColon({ unit, low, tokens, names }: Work): Draft | null {
  const quotation = unit.quotations.find(({ open }) => tokens[open - 1]?.text === ':');
  if (!quotation || quotation.open - low > longest || quotation.to - quotation.from < 3) return null;
  const colon = quotation.open - 1;
  let verb = low + 1;
  while (verb < colon && !isFiniteAt(tokens, verb)) verb++;
  const subject = verb < colon ? subjectBefore(tokens, verb, low, names) : null;
  if (!subject || subject.intro !== null || subject.how === 'relative') return null;
  const kind = kindOf(tokens, subject.from, subject.to);
  if (kind !== 'person' && kind !== 'pronoun' && names.endOfPerson(subject.from) !== subject.to) return null;
  if (/^(?:it|they|we|i|you)$/.test(tokens[subject.from]?.lower ?? '') && subject.to - subject.from === 1) return null;
  return {
    speaker: { from: subject.from, to: subject.to },
    shared: null,
    cue: { from: colon, to: colon + 1 },
    content: [{ from: quotation.open, to: unit.to }],
    direct: true,
    clause: true,
    act: 'asserts',
    construction: 'colon',
    confidence: 0.75,
    headline: false,
    within: null,
    paragraph: unit.paragraph,
  };
}
