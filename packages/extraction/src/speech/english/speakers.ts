import type { Sighting } from './sightings';

/** Verbs of the mind: what somebody thinks is a statement only where a person does, with "that". */
const mental = new Set('believe think consider hope fear doubt expect understand assume suspect wonder'.split(' '));
/** Said of things as often as by people ("the figures suggest"). */
const shown = new Set('indicate suggest imply signal show demonstrate reveal confirm mean document detail'.split(' '));

/** Whether what stands as subject can be a speaker of this cue. */
export function canSay({ cue, speaker, complement, subject, plural, nobody }: Sighting): boolean {
  if (speaker === null || nobody || (cue.shape === 'base' && !plural)) return false;
  const lemma = cue.senses[0]?.lemma ?? '';
  if ((lemma === 'show' || lemma === 'read') && speaker !== 'document') return false;
  if (speaker === 'other') {
    return (
      cue.senses.some(({ speech }) => speech) &&
      (complement.kind === 'that' || complement.kind === 'quotation') &&
      !shown.has(lemma)
    );
  }
  if (mental.has(lemma)) {
    // "He thinks he can" is his mind; "Moor thinks it can" is what Moor is said to say.
    // "Berlin, he believes, will wait"
    const apart = complement.kind === 'none' && subject?.afterMark === true && subject.how === 'plain';
    const clear = complement.kind === 'clause' ? speaker !== 'pronoun' : complement.kind !== 'none' || apart;
    return speaker !== 'document' && clear && subject !== null && subject.how !== 'relative';
  }
  return true;
}

/** Inside other statements less is taken: no pronouns, no thoughts. */
export function nestedCanSay(sighting: Sighting): boolean {
  const lemma = sighting.cue.senses[0]?.lemma ?? '';
  return (
    canSay(sighting) &&
    !['pronoun', 'other'].includes(sighting.speaker ?? 'other') &&
    !mental.has(lemma) &&
    !shown.has(lemma)
  );
}
