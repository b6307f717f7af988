import type { Token } from '../../text/tokens';
import type { Draft } from '../draft';
import type { Range } from '../unit';
import { draftOf } from './drafting';
import { endOfPhrase, hasVerb, kindOf, ofAndFor } from './phrases';
import type { Sighting } from './sightings';
import { skipOpening } from './subject';
import type { Work } from './work';
import { prepositions } from './words';

/** "…, adding that" and "Declaring that …, he left": the speaker is the one whose action it goes with. */
export function participle(work: Work, sighting: Sighting, open: Draft | null, drafts: Draft[]): Draft | null {
  const { tokens, unit } = work;
  const { cue, complement } = sighting;
  if (cue.senses[0]?.lemma === 'ask' || cue.senses[0]?.lemma === 'demand') return null;
  const before = tokens[cue.group - 1]?.text ?? '';
  const atStart = cue.group === work.low || skipOpening(tokens, work.low, cue.group) === cue.group;
  const bare = complement.kind === 'phrase' || (complement.kind === 'clause' && !complement.sense.speech);
  if (bare && !saysByObject(sighting)) return null;
  const other = withSubject(work, cue.group);
  const chained = before === 'and' && drafts.at(-1)?.construction === 'participle';
  if (atStart) return initialParticiple(work, sighting);
  const joined = ['while', 'before'].includes(before) && tokens[cue.group - 2]?.text === ',';
  const by = before === 'by' && complement.kind === 'that';
  if (!chained && !joined && !by && other?.to !== cue.group && ![',', '—', '–', '”', '"', '»'].includes(before))
    return null;
  const content = [{ from: complement.from, to: unit.to }];
  const draft = draftOf(work, sighting, 'participle', content, complement.kind === 'phrase' ? 0.65 : 0.85);
  if (other) return { ...draft, speaker: other };
  if (open) return { ...draft, shared: open };
  const subject = mainSubject(work, cue.group);
  return subject && { ...draft, speaker: subject };
}

/** "…, with Moor, the envoy, saying that": the speaker is another than that of the sentence. */
function withSubject({ tokens, low, unit, names }: Work, group: number): Range | null {
  for (let i = group - 2; i > Math.max(low, group - 30); i--) {
    if (tokens[i]?.lower !== 'with' || tokens[i - 1]?.text !== ',') continue;
    const to = endOfPhrase(tokens, i + 1, Math.min(group, unit.to), names, ofAndFor);
    return to > i + 1 && kindOf(tokens, i + 1, to) !== 'other' ? { from: i + 1, to } : null;
  }
  return null;
}

/** "calling it a mistake", "urging both to talk", "stressing the need": an object alone says little after other verbs. */
const saysByObject = ({ cue, complement }: Sighting): boolean =>
  complement.kind !== 'none' &&
  !/^(?:support|back|champion|favou?r|advocate)$/.test(complement.sense.lemma) &&
  (/[oRg]/.test(complement.sense.frames) ||
    cue.noun !== null ||
    cue.to > cue.verb + 1 ||
    stressing.test(complement.sense.lemma)) &&
  complement.sense.act !== 'denies';
const stressing =
  /^(?:stress|emphasi[sz]e|underlin|underscor|reiterat|reaffirm|highlight|condemn|welcom|oppos|prais|denounc|recogni[sz]|acknowledg|commend|applaud)/;

/** The content of an opening participle ends where the clause of its speaker begins. */
function initialParticiple(work: Work, sighting: Sighting): Draft | null {
  const { tokens, unit } = work;
  const { complement } = sighting;
  if (complement.kind === 'none') return null;
  for (let i = complement.from; i < unit.to; i++) {
    if (tokens[i]?.text !== ',') continue;
    const subject = mainSubject({ ...work, low: i + 1 }, unit.to);
    const named =
      subject &&
      (tokens[subject.from]?.capital ||
        ['he', 'she', 'they'].includes(tokens[subject.from]?.lower ?? '') ||
        tokens[subject.from]?.lower === 'the');
    if (!named || subject.from - i > 3) continue;
    return { ...draftOf(work, sighting, 'participle', [{ from: complement.from, to: i }], 0.8), speaker: subject };
  }
  return null;
}

/** "Moor met the envoy, telling him": the first noun phrase before the first verb. */
function mainSubject({ tokens, low, names }: Work, high: number): Range | null {
  const past = pastPhrase(tokens, low, high);
  const from = past > low ? past : pastPhrase(tokens, skipOpening(tokens, low, high), high);
  let to = from;
  while (
    to < high &&
    (names.inside(to) || names.endOf(to) !== undefined || !hasVerb(tokens, to, to + 1)) &&
    !(to > from && tokens[to - 1]?.capital && /^[a-z]{3,}ed$/.test(tokens[to]?.text ?? '')) &&
    tokens[to]?.text !== ','
  )
    to++;
  while (to > from && /ly$|^also$/.test(tokens[to - 1]?.lower ?? '')) to--;
  // "Moor's deputy, | Bo Holm, hit back, telling"
  const name = tokens[to]?.text === ',' ? names.endOfPerson(to + 1) : undefined;
  if (name !== undefined && tokens[name]?.text === ',' && name < high) to = name;
  const speaks = to > from && to - from < 15 && to < high && kindOf(tokens, from, to) !== 'other';
  return speaks && tokens[to - 1]?.lower !== "'s" ? { from, to } : null;
}

/** "At the summit, | leaders agreed": past a phrase with a preposition that a sentence opens with. */
function pastPhrase(tokens: Token[], from: number, high: number): number {
  if (!prepositions.has(tokens[from]?.lower ?? '')) return from;
  for (let i = from + 1; i < Math.min(high, from + 10); i++) {
    if (tokens[i]?.text === ',') return hasVerb(tokens, from, i) ? from : skipOpening(tokens, i + 1, high);
  }
  return from;
}
