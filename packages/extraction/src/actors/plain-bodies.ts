import { isIn, modifying, pairs } from './lexicon';
import { stateIn, type Found } from './organisation-names';
import { isPossessive, knownOf, type Scene } from './scene';

/** A name that may be that of the head of an administration. */
function isName(scene: Scene, at: number): boolean {
  const { pieces, lexicon } = scene;
  const piece = pieces[at];
  if (!piece?.capital || piece.hyphened) return false;
  if (isIn(lexicon.ordinary, piece, 'en') || isIn(lexicon.portfolio, piece, 'en') || isIn(lexicon.roles, piece, 'en'))
    return false;
  const before = pieces[at - 1];
  return !before?.capital && before?.fold !== 'and' && !/ic$|al$/.test(piece.fold) && piece.fold !== 'our';
}

/** "the Labour party", "the Scottish National party": British papers leave the last word small. */
export function smallParty(scene: Scene, at: number): Found | null {
  const { pieces, lexicon } = scene;
  if (lexicon.language !== 'en' || pieces[at - 1]?.fold !== 'the' || !pieces[at]?.capital) return null;
  let to = at;
  while (to < at + 4 && pieces[to]?.capital && !isIn(lexicon.ordinary, pieces[to], 'en') && !isPossessive(pieces[to]))
    to++;
  const before = pieces[to - 1];
  const national = to === at + 1 && knownOf(scene, at) !== null;
  if (to === at || pieces[to]?.text !== 'party' || national || pieces[to + 1]?.hyphened || !before) return null;
  return {
    from: at,
    to: to + 1,
    kind: 'organisation',
    of: stateIn(scene, at, to),
    head: 'party',
    reason: 'A name made with "party"',
  };
}

/** "the Hungarian government", "Ukraine's armed forces", "the Moor administration"; in French "l'armée ukrainienne". */
export function plainBody(scene: Scene, at: number): Found | null {
  const { pieces, lexicon } = scene;
  if (lexicon.language === 'fr') return frenchBody(scene, at);
  const known = knownOf(scene, at);
  const of = known?.from === at ? (known.namings[0]?.entry ?? null) : null;
  const name = !known && lexicon.language === 'en' && isName(scene, at);
  if (!of && !name) return null;
  if (of && of.kind !== 'state') return null;
  let head = known ? known.to : at + 1;
  // "the Moor-Lund administration"
  while (name && pieces[head]?.hyphened && pieces[head]?.capital) head++;
  if (isPossessive(pieces[head])) head++;
  const first = pieces[head];
  const pair = pairs.has(`${first?.fold ?? ''} ${pieces[head + 1]?.fold ?? ''}`);
  if (pair) head++;
  const noun = pieces[head];
  if (!noun || noun.kind !== 'word') return null;
  if (!pair && !isIn(lexicon.plainBodies, noun, lexicon.language)) return null;
  if (!of && noun.fold !== 'administration' && noun.fold !== 'government') return null;
  if (modifying.has(noun.fold) && beforeNoun(scene, head + 1)) return null;
  if (noun.capital && (first?.capital === false || lexicon.language === 'uk')) return null;
  // "Russia's foreign ministry spokeswoman" speaks of the person.
  if (isIn(lexicon.roles, pieces[head + 1], lexicon.language)) return null;
  return { from: at, to: head + 1, kind: 'body', of, head: noun.fold, reason: 'A body named by its state or head' };
}

function frenchBody(scene: Scene, at: number): Found | null {
  const { pieces, lexicon } = scene;
  if (!isIn(lexicon.plainBodies, pieces[at], 'fr')) return null;
  const known = knownOf(scene, at + 1);
  if (known?.from !== at + 1 || known.namings[0]?.meaning !== 'adjective') return null;
  return {
    from: at,
    to: known.to,
    kind: 'body',
    of: known.namings[0].entry,
    head: pieces[at]?.fold ?? '',
    reason: 'A body named by its state',
  };
}

/** Whether another noun follows, so that the word only says of what kind it is ("government officials"). */
function beforeNoun(scene: Scene, at: number): boolean {
  const { pieces, lexicon } = scene;
  const next = pieces[at];
  if (!next || next.kind !== 'word' || isPossessive(next)) return false;
  if (next.hyphened || next.capital) return true;
  if (isIn(lexicon.speech, next, lexicon.language) || lexicon.links.has(next.fold)) return false;
  return !/(?:ed|ly)$|^(?:is|was|are|were|be|has|had|have|will|would|can|could|may|might|should|must|shall|does|did|do|not|or|as|by|from|with|after|before|since|that|which|who|whose|over|under|against|about|into|when|while|if|because|but|than|also|still|now|then|plans|wants|needs|seeks|took|made|gave|began|led|came|went)$/.test(
    next.fold,
  );
}
