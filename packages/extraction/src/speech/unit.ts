import type { Reading } from '../text/reading';
import type { Token } from '../text/tokens';
import type { Quotation } from './quotations';

/** Places in the list of tokens, end exclusive. */
export interface Range {
  from: number;
  to: number;
}

/**
 * What is read as one: a sentence outside quotation marks, with the whole of each quotation that touches it, so that a
 * quotation of several sentences and its "…, he said" stay together.
 */
export interface Unit extends Range {
  paragraph: number;
  quotations: Quotation[];
}

/** Parts a text into units; each sentence lies in one. */
export function findUnits(reading: Reading, quotations: Quotation[]): Unit[] {
  const units: Unit[] = [];
  let next = 0;
  for (const { from, to, paragraph } of reading.sentences) {
    const last = units.at(-1);
    const inside = last?.quotations.at(-1);
    const joins = last && last.paragraph === paragraph && inside && continues(reading.tokens, inside, from);
    const unit = joins ? last : { from, to, paragraph, quotations: [] };
    unit.to = to;
    if (unit !== last) units.push(unit);
    for (let quotation = quotations[next]; quotation && quotation.open < to; quotation = quotations[++next]) {
      unit.quotations.push(quotation);
    }
  }
  return units;
}

/** A sentence begins inside the quotation, or right after it in a small letter ("Why?" he asked). */
function continues(tokens: Token[], quotation: Quotation, from: number): boolean {
  if (quotation.to > from) return true;
  const first = tokens[from];
  return quotation.to + 1 === from && !!first && /^\p{Ll}/u.test(first.text);
}
