import { officeHolders } from '../gazetteer/offices';
import { fold } from '../gazetteer/fold';
import { given, isIn, things } from './lexicon';
import { findRuns } from './runs';
import { isPossessive, knownOf, sentenceOf, type Scene } from './scene';

/** A state that is on no list, by what a text says of its name. Places of pieces, end exclusive. */
export interface UnlistedState {
  name: string;
  at: { from: number; to: number }[];
}

const stateNouns = new Set('state country nation republic kingdom principality'.split(' '));
const institutions = new Set('envoy ambassador delegation parliament government army legislature'.split(' '));
const ministers = new Set('minister ministers ministry parliament ambassador envoy president'.split(' '));
const comesFrom = new Set('from in with between against'.split(' '));
/** How many words may stand between "'s" and "minister": "Avaland's deputy foreign minister". */
const longestOffice = 3;

/**
 * "The region's smallest state, Avaland, …"; "Avaland, whose envoy …"; "Avaland's foreign minister" where something is also
 * from or in Avaland. A word that is part of a longer name, or the family name of somebody in office, is no state.
 */
export function findUnlistedStates(scene: Scene): UnlistedState[] {
  if (scene.lexicon.language !== 'en') return [];
  const places = placesOfNames(scene);
  return [...places.values()].filter(({ at }) => {
    const grounds = at.map(({ from }) => groundAt(scene, from));
    return grounds.includes('said') || (grounds.includes('has a minister') && grounds.includes('a place'));
  });
}

/** Every unknown name of one word, with all its places. */
function placesOfNames(scene: Scene): Map<string, UnlistedState> {
  const { pieces } = scene;
  const places = new Map<string, UnlistedState>();
  const parts = new Set<string>(familyNames());
  for (const { from, to } of findRuns(scene)) {
    const piece = pieces[from];
    if (!piece) continue;
    const alone = to - from === 1 && !pieces[from - 1]?.hyphened && !isPartOfName(scene, from);
    if (!alone) for (let at = from; at < to; at++) parts.add(pieces[at]?.fold ?? '');
    else if (isName(scene, from)) {
      const state = places.get(piece.fold) ?? { name: piece.text, at: [] };
      state.at.push({ from, to });
      places.set(piece.fold, state);
    }
  }
  for (const part of parts) places.delete(part);
  return places;
}

function isName(scene: Scene, at: number): boolean {
  const piece = scene.pieces[at];
  if (!piece || piece.shouted || piece.fold.length < 4 || sentenceOf(scene, at).titleCase) return false;
  return !knownOf(scene, at) && scene.placeAt[at] !== 1 && !given.has(piece.fold) && !things.has(piece.fold);
}

/** A capital or a title beside it: "Mr. Moor", "Minister Moor", "Moor University". */
function isPartOfName(scene: Scene, at: number): boolean {
  const { pieces, lexicon } = scene;
  const [before, after] = [pieces[at - 1], pieces[at + 1]];
  if (after?.kind === 'word' && after.capital && !isPossessive(after)) return true;
  if (before?.kind !== 'word' || at === sentenceOf(scene, at).from) return false;
  const opening = at - 1 === sentenceOf(scene, at).from && comesFrom.has(before.fold);
  return (before.capital && !opening && !isPossessive(before)) || isIn(lexicon.roles, before, lexicon.language);
}

type Ground = 'said' | 'has a minister' | 'a place' | null;

function groundAt(scene: Scene, at: number): Ground {
  const { pieces } = scene;
  const [before, after] = [pieces[at - 1], pieces[at + 1]];
  if (before?.text === ',' && after?.text === ',' && stateNouns.has(pieces[at - 2]?.fold ?? '')) return 'said';
  if (after?.text === ',' && pieces[at + 2]?.fold === 'whose' && institutions.has(pieces[at + 3]?.fold ?? ''))
    return 'said';
  if (isPossessive(after)) {
    for (let i = at + 2; i < at + 3 + longestOffice && pieces[i]?.kind === 'word'; i++)
      if (ministers.has(pieces[i]?.fold ?? '')) return 'has a minister';
    return null;
  }
  return comesFrom.has(before?.fold ?? '') ? 'a place' : null;
}

let families: ReadonlySet<string> | null = null;

/** Words of the names of all who are known to have held office. */
function familyNames(): ReadonlySet<string> {
  families ??= new Set(officeHolders().flatMap(({ names }) => names.flatMap((name) => name.split(' ').map(fold))));
  return families;
}
