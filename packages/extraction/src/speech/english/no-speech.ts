import type { Sighting } from './sightings';
import type { Work } from './work';

const siding = new Set(['back', 'support', 'endorse', 'hit back at', 'lash out at', 'hit out at']);

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
