import type { Token } from '../../text/tokens';
import type { Draft } from '../draft';
import type { Range } from '../unit';
import { draftOf } from './drafting';
import { hasVerb, kindOf } from './phrases';
import type { Sighting } from './sightings';
import { canSay } from './speakers';
import { skipOpening, subjectBefore } from './subject';
import { baseForms } from './words';
import type { Work } from './work';

/** How far "as" may stand before its verb, in tokens. */
const farthest = 14;

/** "As Moor put it, the port is open" and "The port is open, as Moor said": what stands beside the clause with "as". */
export function asSaid(work: Work, sighting: Sighting): Draft | null {
  const { tokens, low, unit, names } = work;
  const { cue, complement } = sighting;
  if (
    (sighting.subject && sighting.subject.intro !== 'as') ||
    cue.shape !== 'finite' ||
    cue.negated ||
    cue.modal ||
    complement.kind !== 'none'
  )
    return null;
  if (!cue.senses.some(({ frames }) => /[tq]/.test(frames))) return null;
  const as = asBefore(work, cue.group);
  const subject = as === null ? null : subjectBefore(tokens, cue.group, as + 1, names);
  if (as === null || !subject || subject.intro !== null) return null;
  const speaker = kindOf(tokens, subject.from, subject.to);
  const said: Sighting = { ...sighting, subject, inverted: null, speaker };
  const content = contentBeside(work, as, cue.to);
  if (!content || speaker === 'other' || !canSay(said) || !saysSomething(tokens, content)) return null;
  if (unit.quotations.some(({ open, to }) => open < cue.verb && cue.verb < to) || content.from < low) return null;
  return draftOf(work, said, 'as-said', [content], 0.7);
}

/** A clause, in which the verb may be a plain form ("armies prepare"). */
const saysSomething = (tokens: Token[], { from, to }: Range): boolean =>
  hasVerb(tokens, from, to) || tokens.slice(from + 1, to).some(({ lower }) => baseForms.has(lower));

/** The "as" that opens the clause of a verb, with no mark between them. */
function asBefore({ tokens, low }: Work, group: number): number | null {
  for (let i = group - 1; i >= Math.max(low, group - farthest); i--) {
    if (tokens[i]?.kind === 'mark') return null;
    if (tokens[i]?.lower === 'as')
      return i === low || tokens[i - 1]?.text === ',' || skipOpening(tokens, low, i) === i ? i : null;
  }
  return null;
}

/** What follows the clause where it opens the sentence, what is before it where it ends the sentence. */
function contentBeside({ tokens, low, unit }: Work, as: number, end: number): Range | null {
  if (as === low || tokens[as - 1]?.text !== ',')
    return tokens[end]?.text === ',' ? { from: end + 1, to: unit.to } : null;
  const last = end >= unit.to || (tokens[end]?.kind === 'mark' && tokens[end]?.text !== ',');
  return last ? { from: low, to: as - 1 } : null;
}
