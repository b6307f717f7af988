import type { Construction, Draft } from '../draft';
import type { Range } from '../unit';
import { actOf } from './acts';
import type { Sighting } from './sightings';
import type { Work } from './work';

/** A statement of a cue, its speaker, and what it says. */
export function draftOf(
  work: Work,
  sighting: Sighting,
  construction: Construction,
  content: Range[],
  confidence: number,
): Draft {
  const { cue, subject, inverted } = sighting;
  const who = subject ?? inverted;
  return {
    speaker: who && { from: who.from, to: who.to },
    shared: null,
    cue: { from: cue.from, to: cue.to },
    content,
    direct: false,
    clause: !['phrase', 'infinitive'].includes(sighting.complement.kind),
    act: actOf(work.tokens, sighting),
    construction,
    confidence,
    headline: false,
    within: null,
    paragraph: work.unit.paragraph,
  };
}
