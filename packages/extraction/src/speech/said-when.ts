import type { Draft } from './draft';
import type { Range } from './unit';

/** A date of the text, by its places in the list of tokens. */
export interface TextDate extends Range {
  text: string;
  /** Null where the text does not tell which day it is. */
  edtf: string | null;
}

interface SaidWhen extends Range {
  text: string;
  edtf: string;
}

/** The day on which something was said: the date nearest to the cue in its sentence that is no part of what was said. */
export function saidWhen(draft: Draft, dates: readonly TextDate[], sentences: readonly Range[]): SaidWhen | null {
  const { cue } = draft;
  const sentence = cue && sentences[firstEndingAfter(sentences, cue.from)];
  if (!cue || !sentence) return null;
  let nearest: SaidWhen | null = null;
  let least = Infinity;
  for (let i = firstEndingAfter(dates, sentence.from); i < dates.length; i++) {
    const date = dates[i];
    if (!date || date.from >= sentence.to) break;
    const distance = date.from >= cue.to ? date.from - cue.to : cue.from - date.to;
    const inside = draft.content.some(({ from, to }) => from < date.to && date.from < to);
    if (inside || date.edtf === null || distance >= least) continue;
    nearest = { text: date.text, edtf: date.edtf, from: date.from, to: date.to };
    least = distance;
  }
  return nearest;
}

/** The place of the first range that ends after a token, among ranges in order. */
function firstEndingAfter(ranges: readonly Range[], token: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.to ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}
