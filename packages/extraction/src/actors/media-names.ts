import { given, isIn } from './lexicon';
import type { Found } from './organisation-names';
import { knownOf, sentenceOf, type Scene } from './scene';

/** How many words the name of a medium may have. */
const longest = 5;
/** Where the line that says who reports may end, in characters. */
const head = 700;
const mediumNouns = new Set(
  (
    'newspaper broadcaster agency daily weekly website portal outlet channel magazine station tabloid newswire podcast newsletter ' +
    'journal quotidien chaîne radio agence hebdomadaire sender zeitung tageszeitung nachrichtenagentur agentur portal hírportál ' +
    'lap lapnak rádió видання газеті газета агентство агентству телеканал телеканалу телеканалі'
  ).split(' '),
);
/** What the last word of the name of a paper or broadcaster often is; with more before it. */
const mediumHeads = new Set(
  (
    'courant dispatch ledger courier observer telegraph mirror express mail globe star sun standard monitor pravda independent wire ' +
    'newswire bulletin echo sentinel argus examiner enquirer today times post herald tribune gazette journal news radio ' +
    'television tv chronicle magazine review press daily weekly online chronik kurier zeitung rundschau anzeiger nachrichten ' +
    'blatt tageblatt presse rádió hírlap'
  ).split(' '),
);
/** Words after which whoever follows was spoken to, or tells it. */
const toldTo = /^(?:told|tells|telling|interview|interviews|by|to|quoted|cited|said|with|from|in|reported)$/;

/**
 * Media that no list has, by what stands around their names: "KYIV, May 3 (Moor Wire) –", "/MOOR/", "the newspaper Moor",
 * "told the Avaburg Ledger", "in an interview with Moor Pravda". In the order of the text.
 */
export function findMediaNames(scene: Scene): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < scene.pieces.length; at++) {
    const one = inBrackets(scene, at) ?? afterNoun(scene, at) ?? spokenTo(scene, at);
    if (!one) continue;
    found.push({ ...one, kind: 'organisation', of: null, head: 'outlet', reason: 'Named as a medium', medium: true });
    at = one.to - 1;
  }
  return found;
}

export interface Place {
  from: number;
  to: number;
}

/** "(Moor Wire)" and "/MOOR/" in a dateline: nothing but capitals, numbers and marks stand before it. */
function inBrackets(scene: Scene, at: number): Place | null {
  const { pieces } = scene;
  const opener = pieces[at]?.text ?? '';
  const close = { '(': ')', '/': '/' }[opener];
  if (close === undefined || (pieces[at]?.start ?? head) >= head) return null;
  const run = runAt(scene, at + 1);
  if (!run) return null;
  const ends = pieces[run.to]?.text === close || (opener === '(' && /^[/,–—-]$/.test(pieces[run.to]?.text ?? ''));
  const { from } = sentenceOf(scene, at);
  const led =
    opener === '/' || at === 0
      ? /^[.,)]$|^$/.test(pieces[at - 1]?.text ?? '') || from === at
      : at > from && at - from < 10;
  const dateline = pieces.slice(from, at).every(({ kind, capital }) => kind !== 'word' || capital);
  const shouted =
    opener === '/' ||
    (at === 0 && pieces[run.from]?.shouted === true) ||
    pieces[from]?.shouted === true ||
    /^[–—-]$/.test(pieces[run.to + 1]?.text ?? '');
  return ends && led && dateline && shouted ? run : null;
}

/** "the broadcaster | Moor", "l'agence | Moor" */
function afterNoun(scene: Scene, at: number): Place | null {
  const before = scene.pieces[at - 1];
  if (
    at === sentenceOf(scene, at).from ||
    before?.kind !== 'word' ||
    before.capital ||
    !mediumNouns.has(before.text.toLowerCase())
  )
    return null;
  const run = runAt(scene, at);
  // "the agency's head", "told daily Moor": one name, and nobody's office after it.
  return run && !isIn(scene.lexicon.roles, scene.pieces[run.to - 1], scene.lexicon.language) ? run : null;
}

/** "told | the Avaburg Ledger", "an interview with | Moor Pravda": by the last word of the name, or capitals throughout. */
function spokenTo(scene: Scene, at: number): Place | null {
  const { pieces } = scene;
  const article = /^(?:the|le|la|the)$/.test(pieces[at - 1]?.fold ?? '') ? 1 : 0;
  const verb = pieces[at - 1 - article]?.fold ?? '';
  if (!toldTo.test(verb)) return null;
  const run = runAt(scene, at);
  if (!run) return null;
  const last = pieces[run.to - 1];
  const leads = /^(?:tv|radio|channel|kanal|canal)$/.test(pieces[run.from]?.fold ?? '');
  if (run.to - run.from > 1 && (leads || mediumHeads.has(last?.fold ?? ''))) return run;
  const clear =
    /^(?:told|tells|telling)$/.test(verb) ||
    /^(?:interview|interviews|reported)$/.test(pieces[at - 2 - article]?.fold ?? '');
  return clear && run.to - run.from === 1 && pieces[at]?.shouted === true && article === 0 ? run : null;
}

/** Capitalised words of one name that nothing else is known of. */
export function runAt(scene: Scene, from: number): Place | null {
  const { pieces } = scene;
  let to = from;
  const { to: end } = sentenceOf(scene, from);
  while (to < end && to - from < longest * 2 && goesOn(scene, from, to)) to++;
  while (to > from && pieces[to - 1]?.kind === 'mark') to--;
  const first = pieces[from];
  if (to === from || to - from > longest || !first?.capital || first.fold.length < 2 || given.has(first.fold))
    return null;
  if (scene.lexicon.courtesies.has(first.fold) || knownAll(scene, from, to)) return null;
  return { from, to };
}

function goesOn(scene: Scene, from: number, at: number): boolean {
  const piece = scene.pieces[at];
  if (piece?.kind === 'mark') return piece.text === '&' && at > from && scene.pieces[at + 1]?.capital === true;
  if (piece?.kind === 'number') return at > from;
  return piece?.kind === 'word' && (piece.capital || piece.hyphened) && !/^['’]s$/.test(piece.text);
}

/** A name that is on a list is found there. */
function knownAll(scene: Scene, from: number, to: number): boolean {
  const known = knownOf(scene, from);
  return known !== null && known.from === from && known.to >= to;
}
