import type { Token } from '../../text/tokens';
import { isQuoted } from './finish';
import { isFiniteAt } from './phrases';
import type { Sighting } from './sightings';
import type { Work } from './work';
import { auxiliaries, determiners, prepositions, subordinators } from './words';

/**
 * "agreed to set up a centre | and tasked": a deed or a thing ends where another verb of the speaker begins; a thing also
 * before what goes with it ("condemned the attack, | recognising").
 */
export function endOfDeed({ tokens, unit }: Work, { cue, complement }: Sighting): number {
  if (complement.kind === 'phrase') return endOfThing(tokens, complement.from, unit);
  if (complement.kind !== 'infinitive' || cue.shape === 'gerund') return unit.to;
  for (let i = complement.from + 2; i + 1 < unit.to; i++) {
    if (subordinators.has(tokens[i]?.lower ?? '') || tokens[i]?.text === ',') return unit.to;
    const joins = tokens[i]?.lower === 'and' || tokens[i]?.lower === 'but';
    if (joins && isFiniteAt(tokens, i + 1) && !auxiliaries.has(tokens[i + 1]?.lower ?? '')) return i;
  }
  return unit.to;
}

/** How far a thing is followed, in tokens. */
const farthest = 150;

function endOfThing(tokens: Token[], from: number, unit: Work['unit']): number {
  let clause = false;
  const quoted = unit.quotations.find(({ open, to }) => open >= from && to < unit.to && to > from);
  for (let i = from + 2; i < Math.min(unit.to - 2, from + farthest); i++) {
    if (isQuoted(unit, i)) continue;
    const lower = tokens[i]?.lower ?? '';
    if (subordinators.has(lower)) clause = true;
    // "accused Ostland of “theft” | after learning of it"
    if (quoted && i === quoted.to + 1 && /^(?:after|following|amid)$/.test(lower)) return i;
    const comma = tokens[i]?.text === ',';
    const joins = isAnd(lower) && !clause ? i : comma && isAnd(tokens[i + 1]?.lower ?? '') ? i + 1 : -1;
    if (joins >= 0 && (goesOn(tokens, joins + 1) || hasPronoun(tokens, joins + 1))) return i;
    // "the attack, | recognising it as a danger"
    const beside =
      comma &&
      !clause &&
      /^[a-z]{3,}ing$/.test(tokens[i + 1]?.text ?? '') &&
      !prepositions.has(tokens[i + 1]?.lower ?? '');
    if (beside && determiners.has(tokens[i + 2]?.lower ?? '')) return i;
  }
  return unit.to;
}

const isAnd = (lower: string): boolean => lower === 'and' || lower === 'but';

const narrating =
  /^(?:discussed|reviewed|exchanged|reflected|addressed|explored|considered|directed|tasked|named|examined|updated|met|spoke)$/;

/** "and | discussed efforts": a verb of the past with an object. */
const goesOn = (tokens: Token[], at: number): boolean =>
  narrating.test(tokens[at]?.text ?? '') || isPastWithObject(tokens, at);

const isPastWithObject = (tokens: Token[], at: number): boolean =>
  /^[a-z]{3,}ed$/.test(tokens[at]?.text ?? '') &&
  isFiniteAt(tokens, at) &&
  !prepositions.has(tokens[at + 1]?.lower ?? '');

/** "and | they discussed". */
const hasPronoun = (tokens: Token[], at: number): boolean =>
  /^(?:he|she|they|we)$/.test(tokens[at]?.lower ?? '') && !auxiliaries.has(tokens[at + 1]?.lower ?? '');
