import type { SuggestedEvent } from '../extraction';
import { firstAtOrAfter } from '../text/first-at-or-after';
import type { FoundText } from './found-text';
import type { Collectives } from './subjects';

/** How far back a meeting may be for "they" to mean those who met, in characters: a long paragraph or two. */
const reach = 2_500;

const defined = new Set('parties participants sides signatories'.split(' '));

/**
 * Whom "the Parties" stands for where the text defines it ("A and B (hereinafter, the “Parties”)"), and otherwise whom
 * "they" or "both leaders" stands for after a meeting: those who met.
 */
export function collectivesOf(text: FoundText, events: readonly SuggestedEvent[]): Collectives {
  const definitions = new Map<string, number[]>();
  text.reading.tokens.forEach(({ lower, capital }, at) => {
    if (!capital || !defined.has(lower) || definitions.has(lower) || !/^["“”„«]$/.test(text.word(at - 1))) return;
    const [start, end] = [text.token(Math.max(0, at - 24))?.start ?? 0, text.token(at)?.start ?? 0];
    const actors = text.actorsWithin(Math.max(start, text.sentenceOf(at).start), end);
    if (actors.length > 1) definitions.set(lower, actors);
  });
  // "Both sides" are the parties too, and "the Participants" of an annex those of the agreement.
  const [first] = definitions.values();
  const meetings = events.filter(({ participants, type }) => participants.length > 1 && type !== 'vote');
  return (at) => {
    const { lower = '', start = 0 } = text.token(at) ?? {};
    if (defined.has(lower) && first) return definitions.get(lower) ?? first;
    const latest = meetings[firstAtOrAfter(meetings, start, ({ span }) => span[0]) - 1];
    return latest && start - latest.span[1] < reach ? latest.participants : null;
  };
}
