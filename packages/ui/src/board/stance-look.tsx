import type { Held } from '@rapporteur/domain/board/stretches';
import { spokenLocale } from '../speech';
import { StanceTag } from '../terms';
import { text } from '../text';
import { lower, silence, word } from '../words';

/** Which band stands for a stance: see `strip.css` and the patterns of `BoardPatterns`. */
export const bandOf = (held: Held): string =>
  held === null ? 'norecord' : held === 'joined_consensus' ? 'consensus' : held;

export const heldWord = (held: Held): string => (held === null ? silence() : word(held));

/** "A, B or C", as the language of the page says it. */
const either = (): Intl.ListFormat => new Intl.ListFormat(spokenLocale(), { type: 'disjunction' });

/** What may have been held: one word, or several of which it was one; or that there was nobody to hold it. */
export function heldWords(held: readonly Held[]): string {
  const [first, ...others] = held;
  if (first === undefined) return text('board')('notMember');
  if (others.length === 0) return heldWord(first);
  const later = others.map((each) => (each === null ? silence().toLocaleLowerCase(spokenLocale()) : lower(each)));
  return either().format([heldWord(first), ...later]);
}

/** The same as shapes and words. */
export function HeldTags({ held }: { held: readonly Held[] }) {
  const [first] = held;
  if (first === undefined) return <span className="hint">{text('board')('notMember')}</span>;
  if (held.length === 1) return <StanceTag stance={first} />;
  const parts = either().formatToParts(held.map((_, index) => String(index)));
  return parts.map(({ type, value }, index) =>
    type === 'element' ? (
      <span key={index} className="held-stance">
        <StanceTag stance={held[Number(value)] ?? null} />
      </span>
    ) : (
      value
    ),
  );
}
