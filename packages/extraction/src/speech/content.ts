import type { Token } from '../text/tokens';
import type { Quotation } from './quotations';
import type { Range } from './unit';

const trailing = new Set([',', '.', ';', ':', '—', '–', '--', '-', '…', '!', '?', '|']);
const leading = new Set([',', '.', ';', ':', '—', '–', '--', '|', '…']);

/** Content as it is given out: without outer quotation marks, the comma before a cue, and the final mark outside quotations. */
export function asContent(
  tokens: Token[],
  range: Range,
  quotations: Quotation[],
): { range: Range; direct: boolean } | null {
  let { from, to } = range;
  while (from < to && tokens[from]?.kind === 'mark' && leading.has(tokens[from]?.text ?? '')) from++;
  const ends = (at: number): boolean => tokens[at]?.kind === 'mark' && trailing.has(tokens[at]?.text ?? '');
  while (to > from && ends(to - 1)) to--;
  if (to <= from) return null;
  const whole = quotations.find(
    ({ open, to: close, closed }) => open === from && (closed ? close === to - 1 : close >= to),
  );
  if (!whole) return { range: { from, to: withMark(tokens, range, to) }, direct: false };
  to = whole.to;
  while (to > whole.from && [',', '—', '–'].includes(tokens[to - 1]?.text ?? '')) to--;
  return to > whole.from ? { range: { from: whole.from, to }, direct: true } : null;
}

/** A question keeps its mark. */
const withMark = (tokens: Token[], range: Range, to: number): number =>
  to < range.to && (tokens[to]?.text === '?' || tokens[to]?.text === '!') ? to + 1 : to;
