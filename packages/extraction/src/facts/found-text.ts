import type { KnownIssue, SuggestedActor, SuggestedDate, SuggestedPlace, SuggestedStatement } from '../extraction';
import { firstAtOrAfter } from '../text/first-at-or-after';
import type { Sentence } from '../text/sentences';
import type { Reading } from '../text/reading';
import type { Token } from '../text/tokens';

/** What the passes before this one have found; all offsets are UTF-16 units. */
export interface FoundBefore {
  actors: readonly SuggestedActor[];
  dates: readonly SuggestedDate[];
  places: readonly SuggestedPlace[];
  statements: readonly SuggestedStatement[];
  issues: readonly KnownIssue[];
}

/** A mention of something, with its place in the list of what was found. */
interface Mention {
  start: number;
  end: number;
  place: number;
}

/** A text with what was found in it so far, and ways to ask what stands where, each in logarithmic time. */
export interface FoundText extends FoundBefore {
  reading: Reading;
  token: (at: number) => Token | undefined;
  /** The token in lower case with straight apostrophes; '' beyond the ends. */
  word: (at: number) => string;
  sentenceOf: (at: number) => Sentence;
  /** The sentence is a question: nothing in it is said to be so. */
  isAsked: (at: number) => boolean;
  /** Places in `actors` of those named wholly within [start, end), each once, in order. */
  actorsWithin: (start: number, end: number) => number[];
  mentionsWithin: (start: number, end: number) => Mention[];
  /** The place in `actors` of an institution or a state of that name, or null. */
  institution: (name: string) => number | null;
  /** The actor whose mention ends at `end`, or begins at `start`. */
  actorEndingAt: (end: number) => Mention | null;
  actorStartingAt: (start: number) => Mention | null;
  datesWithin: (start: number, end: number) => SuggestedDate[];
  placesWithin: (start: number, end: number) => SuggestedPlace[];
}

export function findableText(reading: Reading, found: FoundBefore): FoundText {
  const { tokens, sentences } = reading;
  const actors = inOrder(
    found.actors.flatMap(({ spans }, place) => spans.map(([start, end]) => ({ start, end, place }))),
  );
  const dates = inOrder(found.dates.map(({ span: [start, end] }, place) => ({ start, end, place })));
  const places = inOrder(found.places.map(({ span: [start, end] }, place) => ({ start, end, place })));
  const institutions = new Map(
    found.actors.flatMap(({ name, kind }, place) => (kind === 'person' ? [] : [[name, place] as const])),
  );
  const byEnd = new Map(actors.map((mention) => [mention.end, mention]));
  const byStart = new Map(actors.map((mention) => [mention.start, mention]));
  const sentenceIndex = new Int32Array(tokens.length);
  sentences.forEach(({ from, to }, index) => sentenceIndex.fill(index, from, to));
  return {
    ...found,
    reading,
    token: (at) => tokens[at],
    word: (at) => tokens[at]?.lower ?? '',
    sentenceOf: (at) => sentences[sentenceIndex[at] ?? 0] ?? { start: 0, end: 0, from: 0, to: 0, paragraph: 0 },
    isAsked: (at) => {
      const to = sentences[sentenceIndex[at] ?? 0]?.to ?? 0;
      return tokens[to - 1]?.text === '?' || tokens[to - 2]?.text === '?';
    },
    actorsWithin: (start, end) => [...new Set(within(actors, start, end).map(({ place }) => place))],
    mentionsWithin: (start, end) => within(actors, start, end),
    institution: (name) => institutions.get(name) ?? null,
    actorEndingAt: (end) => byEnd.get(end) ?? null,
    actorStartingAt: (start) => byStart.get(start) ?? null,
    datesWithin: (start, end) => picked(found.dates, within(dates, start, end)),
    placesWithin: (start, end) => picked(found.places, within(places, start, end)),
  };
}

const inOrder = (mentions: Mention[]): Mention[] => mentions.toSorted((a, b) => a.start - b.start || b.end - a.end);

function picked<T>(all: readonly T[], mentions: readonly Mention[]): T[] {
  return mentions.flatMap(({ place }) => {
    const one = all[place];
    return one === undefined ? [] : [one];
  });
}

function within(sorted: readonly Mention[], start: number, end: number): Mention[] {
  const inside: Mention[] = [];
  for (let at = firstAtOrAfter(sorted, start, (mention) => mention.start); at < sorted.length; at++) {
    const mention = sorted[at];
    if (!mention || mention.start >= end) break;
    if (mention.end <= end) inside.push(mention);
  }
  return inside;
}

/** The words of a stretch on one line. */
export const onOneLine = (text: string, start: number, end: number): string =>
  text.slice(start, end).replace(/\s+/g, ' ').trim();
