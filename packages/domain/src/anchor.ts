import { occurrences } from './occurrences';
import { nearWording, type Stretch } from './near-wording';
import {
  codePointLength,
  codePointPositions,
  normaliseText,
  passageFits,
  selectPassage,
  splitsPair,
  type PassageSelector,
  type Place,
} from './passage';

/** Words of a text at a place; code points, end exclusive. */
export interface Wording extends Place {
  exact: string;
}

/** Where a quote stands in a text. Only `unique` is an answer; the others need a person. */
export type Anchor =
  | { found: 'unique'; start: number; end: number }
  | { found: 'absent'; near: Wording | null }
  | { found: 'ambiguous'; candidates: Place[]; more: boolean };

/** What became of a passage in another version of its source. Nothing but `verified` may be shown without a mark. */
export type Reanchored =
  | { state: 'verified'; selector: PassageSelector }
  | { state: 'moved'; selector: PassageSelector }
  | { state: 'changed'; near: Wording | null; candidates: Place[] }
  | { state: 'gone' };

/** How many places an ambiguous answer names. */
export const mostCandidates = 20;

/**
 * Finds a quote in a normalised text. `prefix` and `suffix`, of any length, must stand directly around it; they are how
 * a writer chooses between repetitions. The quote is normalised as texts are; nothing else about it is forgiven.
 */
export function anchor(text: string, quote: string, context: { prefix?: string; suffix?: string } = {}): Anchor {
  // In one piece, because normal form joins a letter and an accent across the border of two strings.
  const exact = normaliseText(quote);
  const prefix = normaliseText(context.prefix ?? '');
  const suffix = normaliseText(context.suffix ?? '');
  const { places, more } = find(text, exact, prefix, suffix);
  const [only] = places;
  if (only === undefined) {
    const elsewhere = prefix + suffix === '' ? undefined : find(text, exact, '', '').places[0];
    return {
      found: 'absent',
      near: elsewhere === undefined ? near(text, exact, prefix, suffix) : { ...elsewhere, exact },
    };
  }
  if (places.length > 1 || more) return { found: 'ambiguous', candidates: places, more };
  return { found: 'unique', ...only };
}

/**
 * Looks for a passage in another version of its source, whose normalised text and fingerprint these are. The same words
 * in the same context at the same place: verified. The same words once elsewhere, or once in the same context: moved.
 * Repeated without a way to choose, or worded differently: changed, with what stands there now. Otherwise gone.
 */
export function reanchor(selector: PassageSelector, text: string, sha256: string): Reanchored {
  const { exact, prefix, suffix, start, end } = selector;
  if (passageFits(selector, text)) return { state: 'verified', selector: { ...selector, sha256 } };
  const moved = (place: Place): Reanchored => ({
    state: 'moved',
    selector: selectPassage(text, place.start, place.end, sha256),
  });
  const anywhere = find(text, exact, '', '');
  const [first] = anywhere.places;
  if (first === undefined) {
    const wording = near(text, exact, prefix, suffix);
    return wording === null ? { state: 'gone' } : { state: 'changed', near: wording, candidates: [] };
  }
  if (anywhere.places.length === 1 && !anywhere.more) return moved(first);
  const inContext = find(text, exact, prefix, suffix);
  const [only] = inContext.places;
  if (only !== undefined && inContext.places.length === 1 && !inContext.more) return moved(only);
  const candidates = only === undefined ? anywhere.places : inContext.places;
  const stays = candidates.find((place) => place.start === start && place.end === end);
  return {
    state: 'changed',
    near: null,
    candidates: stays === undefined ? candidates : [stays, ...candidates.filter((place) => place !== stays)],
  };
}

function find(text: string, exact: string, prefix: string, suffix: string): { places: Place[]; more: boolean } {
  if (exact === '') return { places: [], more: false };
  const found = occurrences(text, prefix + exact + suffix, mostCandidates + 1)
    .map((index) => index + prefix.length)
    .filter((index) => !splitsPair(text, index) && !splitsPair(text, index + exact.length));
  const length = codePointLength(exact);
  const starts = codePointPositions(text, found.slice(0, mostCandidates));
  return { places: starts.map((start) => ({ start, end: start + length })), more: found.length > mostCandidates };
}

function near(text: string, exact: string, prefix: string, suffix: string): Wording | null {
  const stretch: Stretch | null = nearWording(text, exact, prefix, suffix);
  if (stretch === null) return null;
  const words = text.slice(stretch.from, stretch.to);
  const [start = 0] = codePointPositions(text, [stretch.from]);
  return { start, end: start + codePointLength(words), exact: words };
}
