import { groupNouns } from './data/organisation-words';
import { isIn } from './lexicon';
import { runAt } from './media-names';
import type { Found } from './organisation-names';
import type { Scene } from './scene';

/** "the ferry operator Moorline", "the militant group Jund al-Moor": a name after what it is the name of. */
export function findNamedGroups(scene: Scene): Found[] {
  const { pieces, lexicon } = scene;
  if (lexicon.language !== 'en') return [];
  const found: Found[] = [];
  for (let at = 1; at < pieces.length; at++) {
    const noun = pieces[at - 1];
    if (noun?.kind !== 'word' || noun.capital || !groupNouns.has(noun.fold)) continue;
    const run = runAt(scene, at);
    if (!run || isIn(lexicon.roles, pieces[run.from], 'en')) continue;
    const reason = `"${noun.text}" stands before the name`;
    found.push({ ...run, kind: 'organisation', of: null, head: noun.fold, reason });
    at = run.to - 1;
  }
  return found;
}
