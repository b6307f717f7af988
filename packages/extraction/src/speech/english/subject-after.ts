import type { Token } from '../../text/tokens';
import type { Range } from '../unit';
import { endOfPhrase, hasVerb, kindOf, ofAndFor, type Names } from './phrases';
import { determiners, people, prepositions, pronouns } from './words';

/** "recalls | retired General Moor" */
const qualities = new Set('former retired veteran longtime then fellow independent senior top ex-'.split(' '));

/** "…, said Ada Moor, the envoy": the subject after its verb, which must be a whole phrase. */
export function subjectAfter(tokens: Token[], from: number, high: number, names: Names): Range | null {
  const first = tokens[from];
  if (!first || from >= high || first.kind !== 'word') return null;
  if (!first.capital && !determiners.has(first.lower) && !people.has(first.lower) && !pronouns.has(first.lower)) {
    const named = qualities.has(first.lower) && tokens[from + 1]?.capital === true;
    if (!named && !people.has(tokens[from + 1]?.lower ?? '')) return null;
  }
  let to = endOfPhrase(tokens, from, high, names, ofAndFor);
  if (tokens[to]?.lower === 'and' && tokens[to + 1]?.kind === 'word') {
    const more = endOfPhrase(tokens, to + 1, high, names, ofAndFor);
    if (more > to + 1 && !hasVerb(tokens, to + 1, more)) to = more;
  }
  if (to <= from || kindOf(tokens, from, to) === 'other') return null;
  return { from, to: endOfApposed(tokens, from, to, high, names) };
}

/** "asked its deputy leader, Ada Moor": past the name that tells who the office just before the comma is. */
function endOfApposed(tokens: Token[], from: number, to: number, high: number, names: Names): number {
  const described = !tokens[to - 1]?.capital && kindOf(tokens, from, to) === 'person';
  if (!described || tokens[to]?.text !== ',') return to;
  const end = names.endOf(to + 1) ?? endOfCapitals(tokens, to + 1, high);
  if (end > high || !tokens[to + 1]?.capital) return to;
  return end === high || tokens[end]?.kind === 'mark' || prepositions.has(tokens[end]?.lower ?? '') ? end : to;
}

function endOfCapitals(tokens: Token[], from: number, high: number): number {
  let end = from;
  while (end < high && tokens[end]?.capital && tokens[end]?.kind === 'word') end++;
  return end;
}
