import type { Extraction, Span, SuggestedStatement } from '@rapporteur/extraction/extraction';
import type { AnnotatedText, MarkedStatement } from './annotated';
import { overlap, pairBest, wordsOf } from './overlap';
import { fold, nameWithin, sameName } from './same-name';

/** Found where it should be, suggested where it should not be, and missed. */
export interface Count {
  right: number;
  spurious: number;
  missed: number;
}

export const precision = ({ right, spurious }: Count): number => share(right, right + spurious);
export const recall = ({ right, missed }: Count): number => share(right, right + missed);
/** 1 where there is nothing to find and nothing was suggested. */
export const f1 = ({ right, spurious, missed }: Count): number =>
  right + spurious + missed === 0 ? 1 : (2 * right) / (2 * right + spurious + missed);
export const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** A marked statement and the suggested one that it was paired with. */
export interface Match {
  marked: MarkedStatement;
  suggested: SuggestedStatement;
  overlap: number;
  sameSpeaker: boolean;
  /** Half a name is enough. */
  nearSpeaker: boolean;
  sameCue: boolean;
  /** Another stretch of the same words is enough. */
  nearCue: boolean;
}

export interface TextScore {
  id: string;
  /** At the overlap of {@link loose}. */
  matches: Match[];
  missed: MarkedStatement[];
  spurious: SuggestedStatement[];
  loose: Count;
  tight: Count;
  /** By name and kind; by text and EDTF. */
  actors: Count;
  dates: Count;
  /** What an editor would find under another name: a mention at the same place, of the same kind. */
  actorsByPlace: Count;
  datesByPlace: Count;
  /** Names and dates that were missed or are spurious, for the list of errors. */
  wrong: { missed: string[]; spurious: string[] };
}

const loose = 0.3;
const tight = 0.8;

/**
 * Holds the suggestions for a text against its annotation. Content is compared by its words ({@link overlap}), one to one,
 * best first. Headlines, statements within statements and what the medium itself says count neither for nor against:
 * a suggestion that is paired with none of the others but fits one of these is left out. Every other suggestion counts,
 * whatever it says of itself.
 */
export function scoreText(text: AnnotatedText, extraction: Extraction): TextScore {
  const points = Array.from(text.body);
  const aside = ({ headline, nested, media }: MarkedStatement) => headline || nested || media;
  const counted = withWords(
    text.statements.filter((marked) => !aside(marked)),
    points,
    (marked) => marked.content_spans,
  );
  const others = withWords(text.statements.filter(aside), points, (marked) => marked.content_spans);
  const suggested = withWords(extraction.statements, points, (statement) => statement.contentSpans);
  const [at, atTight] = [loose, tight].map((least) => pairStatements(counted, others, suggested, least));
  if (!at || !atTight) throw new Error('two overlaps are scored');
  return {
    id: text.id,
    matches: at.matches,
    missed: at.missed,
    spurious: at.spurious,
    loose: countOf(at),
    tight: countOf(atTight),
    ...scoreNames(text, extraction),
  };
}

type Worded<T> = { item: T; words: Map<string, number> };

function withWords<T>(items: readonly T[], points: readonly string[], spans: (item: T) => Span[]): Worded<T>[] {
  return items.map((item) => ({ item, words: wordsOf(points, spans(item)) }));
}

function pairStatements(
  counted: readonly Worded<MarkedStatement>[],
  others: readonly Worded<MarkedStatement>[],
  suggested: readonly Worded<SuggestedStatement>[],
  least: number,
): { matches: Match[]; missed: MarkedStatement[]; spurious: SuggestedStatement[] } {
  const pairs = pair(counted, suggested, least);
  const free = suggested.filter((_, index) => !pairs.some(({ other }) => other === index));
  const excused = pair(others, free, least);
  return {
    matches: pairs
      .toSorted((a, b) => a.one - b.one)
      .flatMap(({ one, other, worth }) => {
        const [marked, found] = [counted[one], suggested[other]];
        return marked && found ? [matchOf(marked.item, found.item, worth)] : [];
      }),
    missed: counted.filter((_, index) => !pairs.some(({ one }) => one === index)).map(({ item }) => item),
    spurious: free.filter((_, index) => !excused.some(({ other }) => other === index)).map(({ item }) => item),
  };
}

const pair = <A, B>(ones: readonly Worded<A>[], others: readonly Worded<B>[], least: number) =>
  pairBest(
    ones.length,
    others.length,
    (one, other) => overlap(ones[one]?.words ?? new Map(), others[other]?.words ?? new Map()),
    least,
  );

function matchOf(marked: MarkedStatement, suggested: SuggestedStatement, worth: number): Match {
  const sameSpeaker = sameName(marked.speaker, suggested.speaker);
  const sameCue = cueOf(marked.cue) === cueOf(suggested.cue);
  return {
    marked,
    suggested,
    overlap: worth,
    sameSpeaker,
    nearSpeaker: sameSpeaker || nameWithin(marked.speaker, suggested.speaker),
    sameCue,
    nearCue: sameCue || (marked.cue_span !== null && touch(marked.cue_span, suggested.cueSpan)),
  };
}

/** ":" is a cue too, and would be folded away. */
const cueOf = (cue: string | null): string | null => (cue === null ? null : fold(cue) || cue.trim());

const touch = (one: Span, other: Span | null): boolean => other !== null && one[0] < other[1] && other[0] < one[1];

function scoreNames(text: AnnotatedText, { actors, dates }: Extraction) {
  const named = compare(text.actors, actors, (a, b) => sameName(a.name, b.name) && a.kind === b.kind);
  const dated = compare(text.dates, dates, (a, b) => fold(a.text) === fold(b.text) && a.edtf === b.edtf);
  return {
    actors: countOf(named),
    dates: countOf(dated),
    actorsByPlace: countOf(
      // A suggestion may gather several marked names, such as a state and its capital: it is spurious only where it fits none.
      gather(text.actors, actors, (a, b) => a.kind === b.kind && b.spans.some(holds(a.first))),
    ),
    datesByPlace: countOf(compare(text.dates, dates, (a, b) => touch([a.first, a.first + a.text.length], b.span))),
    wrong: {
      missed: [
        ...named.missed.map(({ name, kind }) => `actor ${name} (${kind})`),
        ...dated.missed.map((date) => `date ${date.text} = ${date.edtf}`),
      ],
      spurious: [
        ...named.spurious.map(({ name, kind }) => `actor ${name} (${kind})`),
        ...dated.spurious.map((date) => `date ${date.text} = ${date.edtf}`),
      ],
    },
  };
}

const holds =
  (place: number) =>
  ([start, end]: Span): boolean =>
    start <= place && place < end;

interface Comparison<A, B> {
  matches: unknown[];
  missed: A[];
  spurious: B[];
}

function compare<A, B>(marked: readonly A[], found: readonly B[], same: (a: A, b: B) => boolean): Comparison<A, B> {
  const free = new Set(found);
  const missed = marked.filter((one) => {
    const its = [...free].find((other) => same(one, other));
    return its === undefined || !free.delete(its);
  });
  return { matches: marked.filter((one) => !missed.includes(one)), missed, spurious: [...free] };
}

function gather<A, B>(marked: readonly A[], found: readonly B[], same: (a: A, b: B) => boolean): Comparison<A, B> {
  const matches = marked.filter((one) => found.some((other) => same(one, other)));
  return {
    matches,
    missed: marked.filter((one) => !matches.includes(one)),
    spurious: found.filter((other) => !marked.some((one) => same(one, other))),
  };
}

const countOf = ({ matches, missed, spurious }: Comparison<unknown, unknown>): Count => ({
  right: matches.length,
  spurious: spurious.length,
  missed: missed.length,
});
