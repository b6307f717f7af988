import type { Act } from '../../extraction';
import type { Token } from '../../text/tokens';
import type { Sighting } from './sightings';

/** What somebody says against another, or of something, that may be denied. */
export const charges = new Set(
  'claim claims accusation accusations allegation allegations charge charges report reports suggestion suggestions rumours rumors notion assertion assertions'.split(
    ' ',
  ),
);
/** What "we" will not do. Of what we cannot do, only what others ask for is refused. */
const refusal =
  /^(?:will not|will never|won't)\b|^(?:can't|cannot|can not) (?:accept|agree|support|allow|tolerate|recogni[sz]e|approve)/;

/** What a cue does, by its frame and the words after it: "rejected the claim" denies, "rejected the offer" opposes. */
export function actOf(tokens: Token[], { cue, complement }: Sighting): Act {
  if (complement.kind === 'none') return cue.noun ?? cue.senses[0]?.act ?? 'asserts';
  const { act, lemma } = complement.sense;
  if (cue.negated) return negatedAct(act);
  const first = tokens.slice(complement.from, complement.from + 6);
  if ((lemma === 'reject' || lemma === 'condemn') && first.some(({ lower }) => charges.has(lower)))
    return lemma === 'reject' ? 'denies' : act;
  if (act !== 'asserts' || complement.kind === 'phrase') return act;
  return clauseAct(tokens, complement.from);
}

function negatedAct(act: Act): Act {
  if (act === 'supports') return 'opposes';
  if (act === 'opposes' || act === 'refuses') return 'asserts';
  return act === 'denies' ? 'asserts' : act;
}

/** "said it will not send", "said we must not": what is asserted may itself refuse, promise or propose. */
function clauseAct(tokens: Token[], from: number): Act {
  const words = tokens.slice(from, from + 9).map(({ lower }) => lower);
  const self = words.findIndex((word) => word === 'we' || word === 'i');
  if (self >= 0 && self < 4) {
    const next = words.slice(self + 1, self + 4).join(' ');
    if (refusal.test(next)) return 'refuses';
    if (/^(?:will|shall)\b/.test(next)) return 'commits';
    if (/^(?:support|welcome|back)\b/.test(next)) return 'supports';
    if (/^(?:oppose|reject|condemn)\b/.test(next)) return 'opposes';
    if (/^(?:deny)\b/.test(next)) return 'denies';
  }
  return 'asserts';
}
