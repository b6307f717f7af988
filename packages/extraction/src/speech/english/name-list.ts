import type { Token } from '../../text/tokens';
import { prepositions } from './words';

/** How long a list of names may be from a comma of it to its "and", in tokens. */
const longestList = 16;
const inNames = new Set(['the', 'of']);

/** "Ostland, Westland and the Northern Union said": the comma is part of a list of names, and closes no "In Ostburg,". */
export function isListed(tokens: Token[], comma: number, conjunction: number): boolean {
  const isName = (at: number): boolean => tokens[at]?.capital === true || inNames.has(tokens[at]?.lower ?? '');
  if (conjunction - comma > longestList || !tokens[comma - 1]?.capital) return false;
  for (let i = comma + 1; i < conjunction; i++) if (tokens[i]?.kind === 'word' && !isName(i)) return false;
  const next = tokens[conjunction + 1]?.lower === 'the' ? conjunction + 2 : conjunction + 1;
  if (tokens[next]?.capital !== true) return false;
  let first = comma - 1;
  while (first > comma - 8 && isName(first - 1) && !prepositions.has(tokens[first - 1]?.lower ?? '')) first--;
  return !(prepositions.has(tokens[first - 1]?.lower ?? '') && opensClause(tokens, first - 1));
}

const opensClause = (tokens: Token[], at: number): boolean =>
  tokens[at]?.capital === true || tokens[at - 1]?.kind !== 'word';
