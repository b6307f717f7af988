import { occurrences } from './occurrences';

/** A stretch of a text in UTF-16 indices, end exclusive. */
export interface Stretch {
  from: number;
  to: number;
}

// Scripts that write without spaces count character by character.
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu;

/**
 * The stretch of a text that reads most like a quote that is no longer in it, or null. First what now stands between the
 * quote's old neighbours, then the stretch that shares most words with it, if it shares at least half. A hint for a
 * person: nothing may rest on it unseen.
 */
export function nearWording(text: string, quote: string, prefix: string, suffix: string): Stretch | null {
  const between = betweenNeighbours(text, quote, prefix, suffix);
  if (between === 'removed') return null;
  return between ?? mostSharedWords(text, quote);
}

function betweenNeighbours(text: string, quote: string, prefix: string, suffix: string): Stretch | 'removed' | null {
  if (prefix.trim().length < 12 || suffix.trim().length < 12) return null;
  const places = occurrences(text, prefix, 2);
  const [place] = places;
  if (place === undefined || places.length > 1) return null;
  const from = place + prefix.length;
  const reach = text.slice(from, from + quote.length * 2 + 200 + suffix.length);
  const length = reach.indexOf(suffix);
  if (length < 0) return null;
  return reach.slice(0, length).trim() === '' ? 'removed' : { from, to: from + length };
}

function mostSharedWords(text: string, quote: string): Stretch | null {
  const wanted = [...quote.matchAll(word)].map(([found]) => found.toLowerCase());
  if (wanted.length < 3) return null;
  const left = new Map<string, number>();
  for (const item of wanted) left.set(item, (left.get(item) ?? 0) + 1);

  // A window as long as the quote slides over the words; `left` says how many of each the window still lacks.
  const window: { found: string; at: number; end: number }[] = [];
  let oldest = 0;
  let shared = 0;
  let best = 0;
  let stretch: Stretch | null = null;
  for (const match of text.matchAll(word)) {
    const found = match[0].toLowerCase();
    window.push({ found, at: match.index, end: match.index + match[0].length });
    const lacking = left.get(found);
    if (lacking !== undefined) {
      if (lacking > 0) shared++;
      left.set(found, lacking - 1);
    }
    if (window.length - oldest > wanted.length) {
      const dropped = window[oldest++];
      const had = dropped === undefined ? undefined : left.get(dropped.found);
      if (dropped !== undefined && had !== undefined) {
        if (had >= 0) shared--;
        left.set(dropped.found, had + 1);
      }
    }
    if (shared > best) {
      best = shared;
      stretch = { from: window[oldest]?.at ?? 0, to: match.index + match[0].length };
    }
    if (oldest > 4096) {
      window.splice(0, oldest);
      oldest = 0;
    }
  }
  return best * 2 >= wanted.length ? stretch : null;
}
