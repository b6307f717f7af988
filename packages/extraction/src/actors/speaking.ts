import { isIn } from './lexicon';
import type { Run } from './runs';
import { sentenceOf, type Scene } from './scene';

/** How long "who drafted the text" between two commas may be. */
const longestInsertion = 16;

/** "Moor, paraphrasing a song, | told": past what stands between two commas. */
function pastInsertion({ pieces }: Scene, at: number, end: number): number {
  if (pieces[at]?.text !== ',' || !/^(?:who|whose|\w+ing)$/.test(pieces[at + 1]?.fold ?? '')) return at;
  for (let i = at + 2; i < Math.min(end, at + longestInsertion); i++) if (pieces[i]?.text === ',') return i + 1;
  return at;
}

/** Whether a verb of speech stands beside the run. */
export function speaks(scene: Scene, run: Run): boolean {
  const { lexicon, pieces } = scene;
  const { from, to } = sentenceOf(scene, run.from);
  const start = pastInsertion(scene, run.to, to);
  for (let at = start; at < Math.min(to, start + 3); at++) {
    const piece = pieces[at];
    if (piece?.kind !== 'word') break;
    if (isIn(lexicon.speech, piece, lexicon.language) && !piece.capital) return true;
    if (!/(?:^has|^had|^have|^also|^a|^ont|^hat|^then|^later|^again|^now|^est|^is|ly)$/.test(piece.fold)) break;
  }
  const before = pieces[run.from - 1];
  return run.from > from && before !== undefined && !before.capital && isIn(lexicon.speech, before, lexicon.language);
}

/** How long the name of what somebody speaks for may be. */
const longestOwner = 10;

/** "Ada Moor of the Avaburg Institute | believes", "said Ada Moor of the Avaburg Institute". */
export function speaksFor(scene: Scene, run: Run): boolean {
  const { pieces, lexicon } = scene;
  if (!/^(?:of|at|from)$/.test(pieces[run.to]?.fold ?? '')) return false;
  const { from, to } = sentenceOf(scene, run.from);
  const before = pieces[run.from - 1];
  if (run.from > from && before && !before.capital && isIn(lexicon.speech, before, lexicon.language)) return true;
  for (let at = run.to + 1; at < Math.min(to, run.to + longestOwner); at++) {
    const piece = pieces[at];
    if (piece?.kind !== 'word') return false;
    if (piece.capital || /^(?:the|of|for|and|on|in)$/.test(piece.fold)) continue;
    return at > run.to + 1 && pieces[at - 1]?.capital === true && isIn(lexicon.speech, piece, lexicon.language);
  }
  return false;
}
