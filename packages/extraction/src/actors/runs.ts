import { endings, given, isIn, smallWords, things } from './lexicon';
import { isPossessive, knownOf, sentenceOf, type Scene } from './scene';

/** A run of capitalised words that may be the name of a person. Places of pieces, end exclusive. */
export interface Run {
  from: number;
  to: number;
}

/** Longer runs are titles or lists. */
const longest = 12;
const contracted = /['’](?:ve|ll|m|re|d|t)$/i;
/** After a hyphen these say something about a name, and are no part of it: "Moor-led". */
const described = new Set(
  'based led born backed style era wide sponsored funded controlled occupied held like type made brokered run aligned friendly proposed'.split(
    ' ',
  ),
);
const initial = /^\p{Lu}\.?$/u;
const timeWords =
  /day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|i|in|on|at|the|and)$/;
const doubleInitial = /^(?:\p{Lu}\.){2,3}$/u;

/** Runs that may be names, in the order of the text; each within one sentence. */
export function findRuns(scene: Scene): Run[] {
  const runs: Run[] = [];
  for (const sentence of scene.sentences) {
    for (let at = sentence.from; at < sentence.to; at++) {
      if (!begins(scene, at)) continue;
      const to = endOf(scene, at, sentence.to);
      if (to - at <= longest) runs.push({ from: at, to });
      at = to - 1;
    }
  }
  return runs;
}

function begins(scene: Scene, at: number): boolean {
  return isNameWord(scene, at) || (isInitial(scene, at) && isNameWord(scene, at + 1));
}

function endOf(scene: Scene, from: number, end: number): number {
  let to = from + 1;
  while (to < end) {
    if (isNameWord(scene, to) || isInitial(scene, to) || isSurnameAfterGiven(scene, to) || isHyphened(scene, to)) to++;
    else if (isIn(endings, scene.pieces[to], 'en') && scene.pieces[to]?.capital) to++;
    else if (
      scene.pieces[to]?.text === ',' &&
      isIn(endings, scene.pieces[to + 1], 'en') &&
      scene.pieces[to + 1]?.capital
    )
      to += 2;
    else {
      const after = afterParticles(scene, to, end);
      if (after === null) break;
      to = after;
    }
  }
  return to;
}

/** Where small words of a name ("van der") lead on to another word of it. */
function afterParticles(scene: Scene, from: number, end: number): number | null {
  let at = from;
  while (at < end && at < from + 3 && isIn(smallWords, scene.pieces[at], 'en') && !scene.pieces[at]?.capital) at++;
  if (at === from || at >= end || !isNameWord(scene, at)) return null;
  const { language } = scene.lexicon;
  // "ministre Lavrov et Kuleba" and "Außenminister Moor von Avaland" are no names of one person.
  if (['y', 'und', 'e', 'et'].includes(scene.pieces[from]?.fold ?? '') && language !== 'en') return null;
  return at + 1;
}

function isNameWord(scene: Scene, at: number): boolean {
  const piece = scene.pieces[at];
  if (!piece || piece.kind !== 'word' || !piece.capital || piece.fold.length < 2 || isPossessive(piece)) return false;
  if (isNamedState(scene, at)) return true;
  if (knownOf(scene, at) || scene.placeAt[at] === 1 || contracted.test(piece.text)) return false;
  // "Ending", "Meeting": a verb that begins the sentence.
  const verb = piece.fold.endsWith('ing') && at === sentenceOf(scene, at).from && !given.has(piece.fold);
  if (verb && scene.lexicon.language === 'en') return false;
  const { lexicon } = scene;
  const { language } = lexicon;
  if (lexicon.courtesies.has(piece.fold) || initial.test(piece.text)) return false;
  if (isIn(lexicon.ordinary, piece, language) || things.has(piece.fold)) return false;
  // In Hungarian an office has no capital, and "Bíró Anna" is no judge.
  const next = scene.pieces[at + 1];
  const hungarian = language === 'hu' && next?.capital === true && given.has(next.fold);
  if (!hungarian && (isIn(lexicon.roles, piece, language) || isIn(lexicon.portfolio, piece, language))) return false;
  return !isIn(lexicon.bodies, piece, language) && !isIn(lexicon.organisations, piece, language);
}

/** Names of people that are states or capitals too: Israel Moor, Ada Holland. */
function isNamedState(scene: Scene, at: number): boolean {
  const known = knownOf(scene, at);
  if (!known || known.to - known.from !== 1 || known.namings[0]?.entry.kind !== 'state') return false;
  const before = scene.pieces[at - 1];
  if (before?.capital && given.has(before.fold) && !scene.pieces[at]?.shouted && !isPossessive(scene.pieces[at + 1]))
    return known.namings[0].meaning !== 'adjective' && !knownOf(scene, at - 1);
  if (!['jordan', 'chad', 'georgia', 'israel'].includes(scene.pieces[at]?.fold ?? '')) return false;
  const next = scene.pieces[at + 1];
  if (!next?.capital || next.hyphened || knownOf(scene, at + 1) || sentenceOf(scene, at).titleCase) return false;
  return sentenceOf(scene, at).to > at + 1 && isNameWord(scene, at + 1);
}

/** The second part of "Ki-moon". */
function isHyphened({ pieces, lexicon }: Scene, at: number): boolean {
  const piece = pieces[at];
  if (piece?.hyphened !== true || piece.kind !== 'word' || described.has(piece.fold)) return false;
  // "Der Grünen-Politiker | Bo Rohde"
  return lexicon.language !== 'de' || !isIn(lexicon.roles, piece, 'de');
}

/** "John Major", "Angus King", "John E. Long": an ordinary word is a family name after a first name or initial. */
function isSurnameAfterGiven(scene: Scene, at: number): boolean {
  const piece = scene.pieces[at];
  const before = scene.pieces[at - 1];
  if (!piece?.capital || piece.hyphened || piece.shouted || knownOf(scene, at) || scene.pieces[at + 1]?.capital)
    return false;
  if (!before || knownOf(scene, at - 1)) return false;
  const led =
    given.has(before.fold) ||
    isInitial(scene, at - 1) ||
    (given.has(scene.pieces[at - 2]?.fold ?? '') && isNameWord(scene, at - 1));
  if (!led) return false;
  const { lexicon } = scene;
  const { language } = lexicon;
  return (
    (language === 'en' && isIn(lexicon.ordinary, piece, language) && !timeWords.test(piece.fold)) ||
    (things.has(piece.fold) && given.has(before.fold) && scene.pieces[at + 1]?.text === ',') ||
    isIn(lexicon.roles, piece, language)
  );
}

export function isInitial(scene: Scene, at: number): boolean {
  const piece = scene.pieces[at];
  if (piece?.kind !== 'word' || !piece.capital || knownOf(scene, at) || scene.lexicon.courtesies.has(piece.fold))
    return false;
  if (/^[ap]m$/.test(piece.fold)) return false;
  if (doubleInitial.test(piece.text)) return true;
  return (
    initial.test(piece.text) && (piece.text.endsWith('.') || (isNameWord(scene, at + 1) && isNameWord(scene, at - 1)))
  );
}
