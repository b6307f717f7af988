import type { Piece } from '../gazetteer/pieces';
import { groupNouns } from './data/organisation-words';
import { isIn } from './lexicon';
import type { Run } from './runs';
import type { Scene } from './scene';

/** How long the name of what somebody works for may be. */
const longestEmployer = 8;

/** "Ada Moor of the Avaburg Institute", "Bo Holm, of Avaburg College". */
export function worksFor({ pieces, lexicon }: Scene, run: Run): boolean {
  const at = pieces[run.to]?.text === ',' ? run.to + 1 : run.to;
  if (lexicon.language !== 'en' || !/^(?:of|at|from)$/.test(pieces[at]?.text ?? '')) return false;
  let last = -1;
  for (let i = at + 1; i < at + longestEmployer; i++) {
    const piece = pieces[i];
    if (piece?.kind !== 'word' || (!piece.capital && !/^(?:the|of|for|on|and)$/.test(piece.text))) break;
    if (piece.capital) last = i;
  }
  return last > at + 1 && isIn(lexicon.organisations, pieces[last], lexicon.language);
}

const kin =
  /^(?:wife|husband|son|daughter|brother|sister|father|mother|widow|widower|partner|fiancee?|cousin|nephew|niece)$/;

/** "her husband Bo Moor", "spoke with Ute Holm": what is only done with people. */
export function isCompany({ pieces, lexicon }: Scene, run: Run): boolean {
  if (lexicon.language !== 'en') return false;
  const [before, verb] = [pieces[run.from - 1], pieces[run.from - 2]];
  if (before && !before.capital && kin.test(before.fold)) return true;
  return before?.fold === 'with' && /^(?:spoke|speaks|talked|talks|met|meets)$/.test(verb?.fold ?? '');
}

/** "the ferry operator | Moorline": what follows is no person. */
export const isFirm = (before: Piece | undefined): boolean =>
  before !== undefined && !before.capital && groupNouns.has(before.fold);
