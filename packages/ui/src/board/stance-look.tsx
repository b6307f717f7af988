import type { Held } from '@rapporteur/domain/board/stretches';
import { StanceTag } from '../terms';
import { lower, notOnRecord, word } from '../words';

/** Which band stands for a stance: see `board.css` and the patterns of `BoardPatterns`. */
export const bandOf = (held: Held): string =>
  held === null ? 'norecord' : held === 'joined_consensus' ? 'consensus' : held;

export const heldWord = (held: Held): string => (held === null ? notOnRecord : word(held));

/** What may have been held: one word, several joined by "or", or that there was nobody to hold it. */
export function heldWords(held: readonly Held[]): string {
  const [first, ...others] = held;
  if (first === undefined) return 'Not a member';
  return [heldWord(first), ...others.map((each) => (each === null ? 'not on record' : lower(each)))].join(' or ');
}

/** The same as shapes and words. */
export function HeldTags({ held }: { held: readonly Held[] }) {
  if (held.length === 0) return <span className="hint">Not a member</span>;
  return held.map((each, index) => (
    <span key={each ?? 'none'} className="held">
      {index === 0 ? null : ' or '}
      <StanceTag stance={each} />
    </span>
  ));
}
