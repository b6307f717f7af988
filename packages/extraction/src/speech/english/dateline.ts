import type { Token } from '../../text/tokens';
import type { Unit } from '../unit';

const dashes = new Set(['-', '–', '—', '--']);

/** Where the words of a paragraph begin, past "KYIV, Nov. 3 (Agency) —", "BRUSSELS –" or a bullet. */
export function pastDateline(tokens: Token[], unit: Unit, first: boolean): number {
  let from = unit.from;
  while (from < unit.to && isBullet(tokens, from)) from++;
  if (first) from = pastClock(tokens, from, unit.to);
  if (!first || !tokens[from]?.capital) return from;
  const paren = afterParenthesis(tokens, from, unit.to);
  if (paren !== null) return paren;
  for (let i = from + 1; i < Math.min(unit.to - 2, from + 12); i++) {
    const token = tokens[i];
    if (!token) break;
    if (dashes.has(token.text)) return spaced(tokens, i) && isShouted(tokens, from, i) ? i + 1 : from;
    if (token.kind === 'word' && !token.capital) break;
  }
  return from;
}

/** "16:55 “We came to listen”", "10.02am": the time that an entry of a live report begins with. */
function pastClock(tokens: Token[], from: number, high: number): number {
  const half = /^[ap]\.?m\.?$/.test(tokens[from + 1]?.lower ?? '');
  const clock = half ? /^\d{1,2}(?:[:.][0-5]\d)?$/ : /^(?:[01]?\d|2[0-4])[:h][0-5]\d$/;
  if (!clock.test(tokens[from]?.text ?? '')) return from;
  let at = from + (half ? 2 : 1);
  while (dashes.has(tokens[at]?.text ?? '') || /^[:|]$/.test(tokens[at]?.text ?? '')) at++;
  return at < high ? at : from;
}

const isBullet = (tokens: Token[], at: number): boolean =>
  ['-', '–', '—', '•', '*', '>', '·', '■', '▪', '●'].includes(tokens[at]?.text ?? '') &&
  tokens[at + 1]?.kind !== 'mark';

function afterParenthesis(tokens: Token[], from: number, high: number): number | null {
  for (let i = from + 1; i < Math.min(high, from + 8); i++) {
    if (tokens[i]?.text === '(') {
      let close = i;
      while (close < Math.min(high, i + 16) && tokens[close]?.text !== ')') close++;
      if (tokens[close]?.text !== ')' || !isShouted(tokens, from, i)) return null;
      if (dashes.has(tokens[close + 1]?.text ?? '') || tokens[close + 1]?.text === ':') return close + 2;
      return isInCapitals(tokens[from]) ? close + 1 : null;
    }
    if (tokens[i]?.kind === 'word' && !tokens[i]?.capital) return null;
  }
  return null;
}

const spaced = (tokens: Token[], at: number): boolean =>
  (tokens[at]?.start ?? 0) > (tokens[at - 1]?.end ?? 0) || (tokens[at + 1]?.start ?? 0) > (tokens[at]?.end ?? 0);

/** A place in capitals ("KYIV"), or a name of at most three words with nothing but a date after it. */
const isShouted = (tokens: Token[], from: number, to: number): boolean => isInCapitals(tokens[from]) || to - from <= 3;

const isInCapitals = (token: Token | undefined): boolean => /^\p{Lu}{2,}/u.test(token?.text ?? '');
