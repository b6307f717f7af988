import type { Token } from '../../text/tokens';
import { asContent } from '../content';
import { isCharge } from './asides';
import { isCueForm } from './cues';
import type { Draft } from '../draft';
import type { Range } from '../unit';
import { draftOf } from './drafting';
import { hasVerb, isFiniteAt } from './phrases';
import { auxiliaries } from './words';
import type { Sighting } from './sightings';
import { canSay } from './speakers';
import { skipOpening } from './subject';
import type { Work } from './work';

export interface Claim {
  sighting: Sighting;
  draft: Draft;
}

/** "…, he said" and "…, said Moor": what stands before a cue is its content, and what is said within it is nested. */
export function claimsBefore(work: Work, sightings: Sighting[]): Claim[] {
  const { tokens, unit } = work;
  const claims: Claim[] = [];
  let start = work.low;
  for (const sighting of sightings) {
    const { cue, subject, inverted, complement } = sighting;
    if (
      !(cue.shape === 'finite' || (cue.shape === 'base' && sighting.plural)) ||
      cue.negated ||
      cue.modal ||
      !cue.senses.some(({ frames }) => /[tTqQ]/.test(frames))
    )
      continue;
    // "They continue to face it": no more than what they do.
    const goesOn = tokens[cue.to]?.lower === 'to' && cue.senses.every(({ frames }) => /^[qQ]*$/.test(frames));
    if (goesOn) continue;
    const split = splits(work, sighting);
    if (!split && !['none', 'quotation', 'colon'].includes(complement.kind)) continue;
    const edge = subject ? subject.clause : inverted ? cue.group : null;
    if (
      edge === null ||
      edge - 1 <= start ||
      (subject && (subject.intro || !subject.afterMark || subject.how === 'relative'))
    )
      continue;
    if (!canSay(sighting) || !isEdge(tokens, edge) || isCharge(tokens, edge)) continue;
    if (['which', 'who', 'whom'].includes(tokens[edge - 2]?.lower ?? '')) continue;
    const from = skipOpening(tokens, afterColon(tokens, start, edge, quotedAt(unit)), edge);
    const said = { from, to: edge };
    const quoted = asContent(tokens, said, unit.quotations)?.direct === true;
    const rest = restAfter(work, sighting, from);
    if (complement.kind !== 'none' && !quoted && !split) continue;
    const content = [...(from < edge - 1 ? [said] : []), ...(rest ? [rest] : [])];
    if (content.length === 0 || (!rest && !quoted && !hasVerb(tokens, from, edge))) continue;
    const progressive = tokens[cue.verb]?.lower.endsWith('ing') === true;
    if (!quoted && !cue.senses.some(({ frames }) => (progressive ? /[tq]/ : /[tTq]/).test(frames))) continue;
    const construction = rest ? 'interposed' : inverted ? 'inverted' : 'subject-last';
    claims.push({ sighting, draft: draftOf(work, sighting, construction, content, quoted ? 0.95 : 0.88) });
    start = rest?.to ?? cue.to;
  }
  return claims;
}

const quotedAt =
  ({ quotations }: Work['unit']) =>
  (token: number): boolean =>
    quotations.some(({ open, to }) => open < token && token < to);

/** "One thing is certain: the port, he said, is open": what comes before a colon is the author's. */
function afterColon(tokens: Token[], from: number, to: number, quoted: (token: number) => boolean): number {
  for (let i = to - 1; i > from; i--)
    if (tokens[i]?.text === ':' && !quoted(i) && hasVerb(tokens, from, i)) return i + 1;
  return from;
}

const isEdge = (tokens: Token[], at: number): boolean => /^[,"”»“’'…?!—–]/u.test(tokens[at - 1]?.text ?? '');

/** Their clause with "that" goes on after the speaker. */
const opens = /^(?:sure|certain|clear|true|confident|convinced|likely|possible|essential|vital|important)$/;

/** "He did not believe, he said, that the fund would last": the speaker stands between a verb and its clause. */
function splits({ tokens }: Work, { cue, subject, complement }: Sighting): boolean {
  if (!subject || complement.kind !== 'that' || tokens[cue.to]?.text !== ',' || complement.from !== cue.to + 2)
    return false;
  const before = tokens[subject.clause - 2]?.lower ?? '';
  return tokens[subject.clause - 1]?.text === ',' && (isCueForm(before) || opens.test(before));
}

/** "“A,” he said, “B.”" and "The talks, he said, were long": what goes on after the cue. */
function restAfter(work: Work, sighting: Sighting, from: number): Range | null {
  const { tokens, unit } = work;
  const { cue, subject, complement } = sighting;
  if (splits(work, sighting)) return { from: cue.to + 1, to: unit.to };
  if (complement.kind === 'quotation' || complement.kind === 'colon') return { from: complement.from, to: unit.to };
  const comma = complement.from;
  if (tokens[comma]?.text !== ',' || !subject) return null;
  const next = tokens[comma + 1];
  // "Whoever attacks us, he said, | will pay"
  const verb = auxiliaries.has(next?.lower ?? '') || (isFiniteAt(tokens, comma + 1) && !isCueForm(next?.lower ?? ''));
  const goesOn = verb || ['if', 'unless', 'because', 'provided'].includes(next?.lower ?? '');
  if (
    !next ||
    (hasVerb(tokens, from, subject.clause - 1) && !goesOn) ||
    (comma !== cue.to && cue.senses.some(({ frames }) => frames.includes('r')))
  )
    return null;
  if (['which', 'who', 'that', 'whom'].includes(tokens[subject.clause - 2]?.lower ?? '')) return null;
  if (next.lower.endsWith('ing') || ['who', 'which', 'and', 'but', 'after', 'as', 'when', 'while'].includes(next.lower))
    return null;
  return hasVerb(tokens, comma + 1, unit.to) ? { from: comma + 1, to: unit.to } : null;
}
