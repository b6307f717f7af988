import { extract } from '@rapporteur/extraction/extract';
import type { Extraction, Span } from '@rapporteur/extraction/extraction';
import { textsOf, type CollectedText } from './collection';

/** The lists of suggestions that a sample is drawn from. */
export const sampled = [
  'statements',
  'actors',
  'dates',
  'places',
  'events',
  'programmes',
  'provisions',
  'commitments',
  'positions',
] as const;
export type Sampled = (typeof sampled)[number];

/** How many texts of each file are read for a sample. */
const textsPerFile = 60;

/**
 * Suggestions drawn by chance, as many of each kind as there are: what is suggested, and the surroundings it comes from.
 * The same seed gives the same sample, as long as extraction gives the same suggestions.
 */
export async function drawSample(
  files: readonly string[],
  { count, seed, kinds }: { count: number; seed: number; kinds: readonly Sampled[] },
): Promise<string[]> {
  const random = randomFrom(seed);
  const drawn = new Map<Sampled, string[]>(kinds.map((kind) => [kind, []]));
  for (const file of files) {
    for (const text of await chosenTexts(file, random)) {
      const found = extract(text.text, text.published === null ? {} : { published: text.published });
      const points = Array.from(text.text);
      for (const kind of kinds) drawn.get(kind)?.push(...linesOf(text, points, found, kind));
    }
  }
  const each = Math.ceil(count / kinds.length);
  return kinds.flatMap((kind) => shuffled(drawn.get(kind) ?? [], random).slice(0, each)).slice(0, count);
}

/** Texts of a file by chance, without keeping all of them in memory. */
async function chosenTexts(file: string, random: () => number): Promise<CollectedText[]> {
  const chosen: CollectedText[] = [];
  let seen = 0;
  for await (const text of textsOf(file)) {
    seen += 1;
    if (chosen.length < textsPerFile) chosen.push(text);
    else {
      const place = Math.floor(random() * seen);
      if (place < textsPerFile) chosen[place] = text;
    }
  }
  return chosen;
}

function linesOf(
  { name, published }: CollectedText,
  points: readonly string[],
  found: Extraction,
  kind: Sampled,
): string[] {
  const words = (spans: readonly Span[]) => spans.map(([start, end]) => onOneLine(points, start, end)).join(' // ');
  const names = (places: readonly number[]) => places.map((place) => found.actors[place]?.name).join(', ');
  const line = (what: string, spans: readonly Span[]) =>
    `${kind} | ${what}\n    ${around(points, spans)}\n    (${name}, ${published})`;
  const lines: Record<Sampled, () => string[]> = {
    statements: () =>
      found.statements.map(({ speaker, cue, act, kind: how, contentSpans, speakerSpan }) =>
        line(`${speaker} [${cue}] ${act}, ${how}: ${words(contentSpans)}`, [
          ...contentSpans,
          ...(speakerSpan ? [speakerSpan] : []),
        ]),
      ),
    actors: () =>
      found.actors.map(({ name: actor, kind: what, role, affiliation, spans }) =>
        line(`${actor} (${[what, role, affiliation].join(', ')}): ${words(spans.slice(0, 6))}`, spans.slice(0, 1)),
      ),
    dates: () => found.dates.map(({ text, edtf, span }) => line(`${text} = ${edtf}`, [span])),
    places: () => found.places.map(({ name: place, span }) => line(place, [span])),
    events: () =>
      found.events.map(({ title, type, date, place, participants, span }) =>
        line(`${title} (${type}; ${date}; ${place}; ${names(participants)})`, [span]),
      ),
    programmes: () =>
      found.programmes.map(({ title, nature, period, parties, status, span }) =>
        line(`${title} (${nature}; ${period}; ${status}; ${names(parties)})`, [span]),
      ),
    provisions: () =>
      found.provisions.map(({ subject, scope, force, programme, span }) =>
        line(`${scope} (${force}) in “${found.programmes[programme ?? -1]?.title}”: ${subject}`, [span]),
      ),
    commitments: () =>
      found.commitments.map(({ owedBy, owedTo, what, step, span }) =>
        line(`${names(owedBy)} → ${names(owedTo)} (${step}): ${what}`, [span]),
      ),
    positions: () =>
      found.positions.map(({ actor, stance, turn, subject, span }) =>
        line(`${names([actor])} ${stance} (${turn}): ${subject}`, [span]),
      ),
  };
  return lines[kind]();
}

/** How much of the text is shown on either side. */
const surroundings = 140;

function around(points: readonly string[], spans: readonly Span[]): string {
  const start = Math.min(...spans.map(([from]) => from));
  const end = Math.max(...spans.map(([, to]) => to));
  return `… ${onOneLine(points, Math.max(0, start - surroundings), start)} [[ ${onOneLine(points, start, end)} ]] ${onOneLine(points, end, end + surroundings)} …`;
}

const onOneLine = (points: readonly string[], start: number, end: number): string =>
  points.slice(start, end).join('').replaceAll(/\s+/g, ' ').trim();

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

/** Numbers in [0, 1) that a seed decides (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
