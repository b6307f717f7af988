import type { SuggestedPlace } from '../extraction';
import { isIn } from '../actors/lexicon';
import { findRuns } from '../actors/runs';
import { sentenceOf, type Scene } from '../actors/scene';
import { isDateline, standsForGovernment } from '../actors/seats';

const inside: Record<string, ReadonlySet<string>> = {
  en: new Set('in near outside around across'.split(' ')),
  fr: new Set('à près'.split(' ')),
  de: new Set('in bei nahe'.split(' ')),
};

/**
 * Places of a text: from a list, capitals where they are the place of something rather than a government, and names after
 * "in" or "near" that are nobody's. `taken` tells whether an actor is named at a piece.
 */
export function findPlaces(scene: Scene, taken: (piece: number) => boolean): SuggestedPlace[] {
  const places = [...listed(scene, taken), ...seats(scene, taken), ...led(scene, taken)];
  const byStart = new Map<number, SuggestedPlace>();
  for (const place of places) if (!byStart.has(place.span[0])) byStart.set(place.span[0], place);
  return [...byStart.values()].toSorted((a, b) => a.span[0] - b.span[0]);
}

/** What is given out: each name once, where it stands first. */
export function suggestedPlaces(found: readonly SuggestedPlace[]): SuggestedPlace[] {
  const first = new Map<string, SuggestedPlace>();
  for (const place of found) if (!first.has(place.name)) first.set(place.name, place);
  return [...first.values()];
}

function placeAt(
  { pieces, reading }: Scene,
  from: number,
  to: number,
  reason: string,
  confidence: number,
): SuggestedPlace {
  const start = pieces[from]?.start ?? 0;
  const end = pieces[to - 1]?.end ?? 0;
  return { name: reading.text.slice(start, end).replaceAll(/\s+/g, ' '), span: [start, end], reason, confidence };
}

function listed(scene: Scene, taken: (piece: number) => boolean): SuggestedPlace[] {
  return scene.places
    .filter(({ from }) => !taken(from))
    .map(({ from, to }) => placeAt(scene, from, to, 'A place that is known', 0.9));
}

function seats(scene: Scene, taken: (piece: number) => boolean): SuggestedPlace[] {
  return scene.known.flatMap((known) => {
    const naming = known.namings[0];
    if (!naming || (naming.meaning !== 'seat' && naming.meaning !== 'doubtful seat') || taken(known.from)) return [];
    if (standsForGovernment(scene, known, naming.meaning === 'doubtful seat')) return [];
    return [placeAt(scene, known.from, known.to, 'A capital, as the place of something', 0.9)];
  });
}

/** A name after "in" or "near", or the dateline of a report. */
function led(scene: Scene, taken: (piece: number) => boolean): SuggestedPlace[] {
  const words = inside[scene.lexicon.language];
  if (!words) return [];
  return findRuns(scene).flatMap(({ from, to }) => {
    if (taken(from) || sentenceOf(scene, from).titleCase) return [];
    const before = scene.pieces[from - 1];
    const dateline = scene.pieces[from]?.shouted === true && isDateline(scene, { from, to });
    if (!dateline && (!words.has(before?.fold ?? '') || scene.pieces[from]?.shouted)) return [];
    // "in Saturd- — on Saturday": a word that was not finished.
    const after = scene.pieces[to];
    if (after?.text === '-' && after.start === scene.pieces[to - 1]?.end) return [];
    if (to - from > 3 || isIn(scene.lexicon.ordinary, scene.pieces[from], scene.lexicon.language)) return [];
    return [
      placeAt(
        scene,
        from,
        to,
        dateline ? 'Where the report was sent from' : `A name after "${before?.text ?? ''}"`,
        0.65,
      ),
    ];
  });
}
