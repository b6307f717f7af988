import type { SuggestedProgramme } from '../extraction';
import type { FoundText } from './found-text';
import { isAdverb, negations } from './function-words';
import type { Programme, ProgrammeList } from './programme-list';
import { verbGroup } from './verb-group';

type Nature = NonNullable<SuggestedProgramme['nature']>;

const words: Record<string, Nature> = {
  binding: 'binding',
  'legally-binding': 'binding',
  mandatory: 'binding',
  obligatory: 'binding',
  compulsory: 'binding',
  voluntary: 'voluntary',
  'non-binding': 'voluntary',
  nonbinding: 'voluntary',
  'non-legally-binding': 'voluntary',
};
const copulas = new Set(
  "is are was were be been remain remains remained stay stays stayed become becomes became isn't aren't".split(' '),
);

/**
 * Sets the legal nature of each arrangement of which the text states it: "remains voluntary", "is not legally binding",
 * "a politically binding agreement", "on a voluntary basis". The first statement of it stands.
 */
export function findNatures(text: FoundText, programmes: ProgrammeList): void {
  text.reading.tokens.forEach(({ lower }, at) => {
    const stated = Object.hasOwn(words, lower)
      ? words[lower]
      : lower === 'political' && isPoliticalOnly(text, at)
        ? 'political'
        : null;
    if (stated) state(text, programmes, at, stated);
  });
}

/** "a political, not a legal commitment", "purely political". */
const isPoliticalOnly = (text: FoundText, at: number): boolean =>
  /^(?:purely|only|merely|solely)$/.test(text.word(at - 1)) ||
  /^, (?:not|rather) /.test([1, 2, 3].map((n) => text.word(at + n)).join(' '));

function state(text: FoundText, programmes: ProgrammeList, at: number, stated: Nature): void {
  let from = at;
  let political = stated === 'political';
  let negated = false;
  while (from > 0 && at - from < 4) {
    const word = text.word(from - 1);
    if (negations.has(word)) negated = true;
    else if (word === 'politically') political = true;
    else if (!isAdverb(word) && word !== 'a' && word !== 'an') break;
    from--;
  }
  while (from < at && /^an?$/.test(text.word(from))) from++;
  const copula = copulas.has(text.word(from - 1)) ? verbGroup(text, from - 1) : null;
  negated ||= copula?.negated ?? false;
  const programme = subjectOf(text, programmes, at, copula?.from ?? from);
  if (!programme || programme.nature !== null) return;
  programme.nature = political ? 'political' : negated ? opposite(stated) : stated;
  programme.natureSpan = [text.token(copula?.from ?? from)?.start ?? 0, text.token(endOf(text, at))?.end ?? 0];
}

/** What is not legally binding is kept of one's own will; what is not voluntary binds. */
const opposite = (nature: Nature): Nature => (nature === 'voluntary' ? 'binding' : 'voluntary');

const endOf = (text: FoundText, at: number): number => (text.word(at + 1) === 'basis' ? at + 1 : at);

function subjectOf(text: FoundText, programmes: ProgrammeList, at: number, before: number): Programme | null {
  // "a legally binding agreement": the arrangement that the word stands in or right before.
  const own = programmes.mentionAt(at) ?? programmes.firstFrom(at, at + 4);
  if (own) return programmes.at(own) ?? null;
  return programmes.nearestBefore(before)?.programme ?? null;
}
