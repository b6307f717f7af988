import type { Draft } from '../draft';
import { pastDay, phraseBefore } from './phrases';
import { draftOf, type Work } from './work';

/** How far the participle of a German verb may stand from its auxiliary, in tokens. */
const farthest = 40;

/** "Die Minister haben am Montag in Wien mehr Kontrollen | gefordert": what stands between the two parts of the verb. */
export function bracket(work: Work, auxiliary: number): Draft | null {
  const { tokens, unit, low, frame } = work;
  if (!frame.nounCapitals || !frame.auxiliaries.has(tokens[auxiliary]?.lower ?? '')) return null;
  let end = auxiliary + 1;
  while (end < Math.min(unit.to, auxiliary + farthest) && tokens[end]?.kind !== 'mark') end++;
  const act = frame.participles.get(tokens[end - 1]?.lower ?? '');
  if (!act || act === 'asserts' || frame.that.has(tokens[end + 1]?.lower ?? '')) return null;
  const from = pastPlaces(work, auxiliary + 1, end - 1);
  const phrase = phraseBefore(tokens, auxiliary, low, frame);
  if (!phrase || end - 1 - from < 2 || frame.negations.has(tokens[from]?.lower ?? '')) return null;
  const cue = { from: end - 1, to: end, act };
  return draftOf(work, cue, phrase, [{ from, to: end - 1 }], 'subject-first', 0.65);
}

/** Past days, adverbs, and where it was said. */
function pastPlaces({ tokens, frame }: Work, from: number, to: number): number {
  let at = from;
  for (let before = -1; before !== at && at < to;) {
    before = at;
    at = pastDay(tokens, at, frame);
    while (at < to && frame.adverbs.has(tokens[at]?.lower ?? '')) at++;
    if (!/^(?:in|bei|vor)$/.test(tokens[at]?.lower ?? '') || !tokens[at + 1]?.capital) continue;
    at += 2;
  }
  return Math.min(at, to);
}
