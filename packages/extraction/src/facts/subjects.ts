import type { FoundText } from './found-text';
import { auxiliaries, isAdverb } from './function-words';

/** Who a verb is said of: places in `actors`. `sure` is false where a pronoun or a collective had to be resolved. */
export interface Subject {
  actors: number[];
  sure: boolean;
  /** Where it begins. */
  from: number;
}

/** Whom "they", "both sides" or "the Parties" stand for at a token, or null. */
export type Collectives = (at: number) => number[] | null;

/** Nouns after an actor's name that speak for it ("NATO members", "Ostland's government"). */
const speakers = new Set(
  (
    'members member allies countries states nations leaders ministers government governments authorities administration side ' +
    'delegation parliament officials'
  ).split(' '),
);
const collective = new Set(
  'parties participants sides leaders ministers presidents countries governments pair allies partners delegations'.split(
    ' ',
  ),
);

/** The subject right before a verb group that begins at `at`: one actor, several joined ones, or what stands for them. */
export function subjectOf(text: FoundText, at: number, collectives: Collectives): Subject | null {
  const { from: first } = text.sentenceOf(at);
  let end = skipTimes(text, at, first);
  // "Ostland, which pledged …"
  if (/^(?:which|who)$/.test(text.word(end - 1)) && end - 1 > first)
    end = text.word(end - 2) === ',' ? end - 2 : end - 1;
  const joint = namedBefore(text, end, first);
  if (joint) return joint;
  const word = text.word(end - 1);
  if (word === 'they') return resolved(collectives(end - 1), end - 1);
  if (collective.has(word)) {
    const from = /^(?:two|three|both|other)$/.test(text.word(end - 2)) ? end - 2 : end - 1;
    const determined =
      /^(?:the|both|each|all|these)$/.test(text.word(from)) || /^(?:the|these)$/.test(text.word(from - 1));
    return determined ? resolved(collectives(end - 1), from) : null;
  }
  if (speakers.has(word)) {
    const owner = text.word(end - 2) === "'s" ? end - 2 : end - 1;
    const named = namedBefore(text, owner, first);
    return named && { ...named, sure: word !== 'members' && word !== 'allies' && named.sure };
  }
  return null;
}

const resolved = (actors: number[] | null, from: number): Subject | null =>
  actors === null || actors.length === 0 ? null : { actors, sure: false, from };

/** "on Tuesday", "today", "also": what may stand between a subject and its verb. */
function skipTimes(text: FoundText, at: number, first: number): number {
  let end = at;
  for (let steps = 0; steps < 3 && end > first; steps++) {
    const token = text.token(end - 1);
    if (!token) break;
    if (isAdverb(token.lower)) end--;
    else if (token.kind !== 'mark' && dateEnding(text, end) < end) end = dateEnding(text, end);
    else break;
  }
  return end;
}

function dateEnding(text: FoundText, end: number): number {
  for (let from = end - 1; from > end - 4; from--) {
    const [start, stop] = [text.token(from)?.start ?? 0, text.token(end - 1)?.end ?? 0];
    const [date] = text.datesWithin(start, stop);
    if (date?.span[1] === stop && date.span[0] === start)
      return /^(?:on|in|at|since)$/.test(text.word(from - 1)) ? from - 1 : from;
  }
  return end;
}

/** One or several names that end before the token `end`: "A", "A and B", "A, B and C", "A, its chair,". */
function namedBefore(text: FoundText, end: number, first: number): Subject | null {
  const actors: number[] = [];
  let at = end;
  while (at > first && actors.length < 12) {
    const mention = text.actorEndingAt(text.token(at - 1)?.end ?? -1);
    if (!mention) break;
    actors.unshift(mention.place);
    while (at > first && (text.token(at - 1)?.start ?? 0) >= mention.start) at--;
    // A title in front of the name ("President Moor", "the Republic of …") is not yet another subject.
    let before = at;
    while (before > first && before > at - 6 && isTitle(text, before - 1)) before--;
    if (!/^(?:and|,|&)$/.test(text.word(before - 1))) {
      at = before;
      break;
    }
    const joined = before - 1 > first && text.word(before - 2) === ',' ? before - 2 : before - 1;
    const earlier = text.actorEndingAt(text.token(joined - 1)?.end ?? -1);
    if (!earlier) {
      at = before;
      break;
    }
    at = joined;
  }
  return actors.length === 0 ? null : { actors: [...new Set(actors)], sure: true, from: at };
}

const isTitle = (text: FoundText, at: number): boolean => {
  const token = text.token(at);
  return (
    token?.kind === 'word' &&
    (token.capital || token.lower === 'the') &&
    !auxiliaries.has(token.lower) &&
    !/^(?:and|but|if|when)$/.test(token.lower)
  );
};
