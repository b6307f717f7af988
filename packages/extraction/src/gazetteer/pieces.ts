import type { Token } from '../text/tokens';
import { fold } from './fold';

/**
 * The smallest part of a text that a name is made of: tokens are parted at hyphens, so that "NATO-Ukraine Council" and
 * "Saudi-Arabien" are found part by part. Offsets are UTF-16 units.
 */
export interface Piece {
  start: number;
  end: number;
  text: string;
  fold: string;
  kind: Token['kind'];
  capital: boolean;
  /** All its letters are capitals, and there are at least two. */
  shouted: boolean;
  /** Joined to the piece before it by a hyphen. */
  hyphened: boolean;
  /** Place of its token. */
  token: number;
}

const hyphen = /[-‐‑]/;
const upper = /^\p{Lu}/u;
const lowerAny = /\p{Ll}/u;
const twoUppers = /\p{Lu}.*\p{Lu}/u;

export function toPieces(tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  const folds = new Map<string, string>();
  const add = (token: Token, place: number, from: number, to: number, hyphened: boolean): void => {
    const text = from === 0 && to === token.text.length ? token.text : token.text.slice(from, to);
    let folded = folds.get(text);
    if (folded === undefined) folds.set(text, (folded = token.kind === 'mark' ? text : fold(text)));
    const capital = token.kind === 'word' && upper.test(text);
    const shouted = capital && !lowerAny.test(text) && twoUppers.test(text);
    const start = token.start + from;
    pieces.push({
      start,
      end: token.start + to,
      text,
      fold: folded,
      kind: token.kind,
      capital,
      shouted,
      hyphened,
      token: place,
    });
  };
  tokens.forEach((token, place) => {
    if (token.kind !== 'word' || !hyphen.test(token.text)) return add(token, place, 0, token.text.length, false);
    let from = 0;
    for (let at = 0; at <= token.text.length; at++) {
      if (at < token.text.length && !hyphen.test(token.text[at] ?? '')) continue;
      if (at > from) add(token, place, from, at, from > 0);
      from = at + 1;
    }
  });
  return pieces;
}
