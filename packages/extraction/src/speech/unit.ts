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

/** No unit is made longer than this, in tokens, whatever its quotations. */
const largest = 3000;

/** Parts a text into units; each sentence lies in one. */
export function findUnits(reading: Reading, quotations: Quotation[], isCue: (lower: string) => boolean): Unit[] {
  const units: Unit[] = [];
  let next = 0;
  for (const { from, to, paragraph } of reading.sentences) {
    const last = units.at(-1);
    const inside = last?.quotations.at(-1);
    const joins =
      last &&
      to - last.from <= largest &&
      last.paragraph === paragraph &&
      inside &&
      (inside.to > from || isAttribution(reading.tokens, inside, from, to, isCue));
    const unit = joins ? last : { from, to, paragraph, quotations: [] };
    unit.to = to;
    if (unit !== last) units.push(unit);
    for (let quotation = quotations[next]; quotation && quotation.open < to; quotation = quotations[++next]) {
      unit.quotations.push(quotation);
    }
  }
  return units;
}

/** No longer sentence is taken for the "he asked" after a question. */
const longest = 25;

/** "Why?" he asked · “Never!” Moor said on Monday: what comes right after a quotation tells who speaks. */
function isAttribution(
  tokens: Token[],
  quotation: Quotation,
  from: number,
  to: number,
  isCue: (lower: string) => boolean,
): boolean {
  if (quotation.to + 1 !== from) return false;
  if (/^\p{Ll}/u.test(tokens[from]?.text ?? '')) return true;
  const asks = /^[?!…—–-]/.test(tokens[quotation.to - 1]?.text ?? '');
  return asks && to - from <= longest && tokens.slice(from, Math.min(to, from + 9)).some(({ lower }) => isCue(lower));
}
