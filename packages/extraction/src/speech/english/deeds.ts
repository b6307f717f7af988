import type { Token } from '../../text/tokens';
import { isTime } from './ahead';
import type { CueVerb } from './cue-verbs';
import type { Sighting } from './sightings';
import type { Work } from './work';
import { determiners, people } from './words';

const siding = new Set('back support endorse'.split(' '));

/** "backed Moor": for a person and no more, so that nothing is said of anything. */
export function sidesWithSomebody({ tokens, unit, names }: Work, { complement }: Sighting): boolean {
  if (complement.kind !== 'phrase' || !siding.has(complement.sense.lemma)) return false;
  const end = names.endOfPerson(complement.from);
  return end !== undefined && (end >= unit.to || tokens[end]?.kind === 'mark');
}

/** "The law supports farmers", "the law denies many their day in court", "six leaders who are championing bills". */
export function isDeedOfPaper({ tokens }: Work, { complement, speaker, subject, cue }: Sighting): boolean {
  if (complement.kind !== 'phrase' || !/^(?:support|back|champion|deny|encourage|invite)$/.test(complement.sense.lemma))
    return false;
  if (tokens[cue.verb]?.lower.endsWith('ing') === true && complement.sense.act === 'supports') return true;
  const noun = subject && tokens[subject.to - 1]?.lower;
  return (
    speaker === 'document' &&
    /^(?:law|act|bill|plan|programme|program|strategy|budget|order|policy|rule|proposal)$/.test(noun ?? '')
  );
}

/** "welcomed the ministers to the capital" is no praise. */
export const greets = (sense: CueVerb, tokens: Token[], at: number, high: number): boolean =>
  sense.lemma === 'welcome' &&
  tokens
    .slice(at, Math.min(high, at + 4))
    .some(({ lower }, nth) => people.has(lower) && tokens[at + nth + 1]?.lower !== "'s");

/** What these verbs do to such things is no speech: "recalled its ambassador", "concluded the call", "wrote a book". */
const deeds: ReadonlyMap<string, RegExp> = new Map([
  ['recall', /^(?:ambassadors?|envoys?|troops|forces|staff|diplomats|attaché)$/],
  [
    'conclude',
    /^(?:calls?|meetings?|visit|talks|trip|tour|session|conversation|remarks|speech|deal|agreement|investigation)$/,
  ],
  [
    'write',
    /^(?:books?|casebook|novels?|articles?|papers?|essays?|report|memoirs?|textbooks?|law|bill|legislation|songs?|plays?)$/,
  ],
]);

export const isDeed = ({ lemma }: CueVerb, tokens: Token[], at: number): boolean => {
  const things = deeds.get(lemma);
  if (!things || !determiners.has(tokens[at]?.lower ?? '')) return false;
  return tokens.slice(at + 1, at + 5).some(({ lower }) => things.test(lower));
};

/** "called President Moor of Ostland to congratulate him": on the telephone. */
export function telephones(tokens: Token[], at: number, high: number): boolean {
  let end = at;
  while (end < high && (tokens[end]?.capital || (end > at && /^(?:of|de|the)$/.test(tokens[end]?.lower ?? '')))) end++;
  const next = tokens[end];
  const over = end >= high || /^[.,;]$/.test(next?.text ?? '') || isTime(tokens, end);
  return end > at + 1 && (over || /^(?:to|by|on|after|before|from|and|again)$/.test(next?.lower ?? ''));
}
