import type { ActorKind } from '../extraction';
import type { Entry } from '../gazetteer/entries';
import { given, isIn, things } from './lexicon';
import { isPossessive, knownOf, sentenceOf, type Scene } from './scene';

/** A body or organisation found by the pattern of its name. Places of pieces, end exclusive. */
export interface Found {
  from: number;
  to: number;
  kind: ActorKind;
  /** The state or organisation its name names. */
  of: Entry | null;
  head: string;
  reason: string;
  medium?: true;
}

/** How many words of a name may stand before its head. */
const longest = 10;
const linking = new Set('of for on de du des la le les l d pour der des für von and & against the'.split(' '));

/** Head nouns that a name may begin with: "Ministry of …", "Institute for …". */
const standsFirst = new Set(
  (
    'campaign ministry department council bank university institute office committee court centre center academy association organisation organization federation league ' +
    'bureau embassy commission agency chamber fund foundation house government parliament service ministere conseil banque universite institut comite cour agence ' +
    'міністерство рада комітет інститут університет суд служба посольство'
  ).split(' '),
);

/** A capitalised head noun with its capitalised words before it, or after "of". */
export function namedBody(scene: Scene, at: number, reached: number): Found | null {
  const { pieces, lexicon } = scene;
  const head = pieces[at];
  if (!head?.capital || knownOf(scene, at) || scene.placeAt[at] === 1 || head.shouted) return null;
  const sentence = sentenceOf(scene, at);
  if (sentence.titleCase || lexicon.language === 'de' || lexicon.language === 'hu') return null;
  const body = isIn(lexicon.bodies, head, lexicon.language);
  if (!body && !isIn(lexicon.organisations, head, lexicon.language)) return null;
  let from = at;
  while (from > Math.max(sentence.from, reached, at - longest) && isNamePart(scene, from - 1)) from--;
  from = withoutOrdinary(scene, from, at);
  from = acrossAnd(scene, from, Math.max(sentence.from, reached));
  if (
    notOrganisations.has(
      pieces
        .slice(from, at + 1)
        .map(({ fold }) => fold)
        .join(' '),
    )
  )
    return null;
  let to = at + 1;
  while (to < sentence.to && pieces[to]?.capital && isHead(scene, to)) to++;
  const extended = afterOf(scene, to, sentence.to);
  if (extended !== null) to = extended;
  to = whereItIs(scene, head.fold, from, to, sentence.to);
  if (
    /^(?:administration|government)$/.test(head.fold) &&
    /^(?:officials?|members?|sources?)$/.test(pieces[to]?.fold ?? '')
  )
    return null;
  if (to - from < 2 || (from === at && !standsFirst.has(head.fold))) return null;
  // "the NATO Alliance" is NATO.
  const whole = knownOf(scene, from);
  if (whole?.from === from && whole.to === at && to === at + 1 && whole.namings[0]?.entry.nouns.includes(head.fold))
    return null;
  if (pieces[to]?.capital && /^(?:one|two|three|i|ii|iii)$/.test(pieces[to]?.fold ?? '')) return null;
  if (pieces[to]?.capital && things.has(pieces[to]?.fold ?? '')) return null;
  return {
    from,
    to,
    kind: kindOf(scene, at, body),
    of: stateIn(scene, from, to),
    head: head.fold,
    reason: `A name made with "${head.text}"`,
  };
}

/** With these the name of a ministry is complete. */
const complete =
  /^(?:affairs|defence|defense|justice|commerce|treasury|interior|energy|finance|health|education|etrangeres)$/;
const notOrganisations = new Set([
  'oval office',
  'electoral college',
  'home office',
  'drawdown authority',
  'presidential drawdown authority',
  'the government',
  'our government',
  'major league',
]);
const starters = new Set('national international federal royal central state joint supreme'.split(' '));

/** "National Oceanic and Atmospheric Administration": a name that goes on before an "and". */
function acrossAnd({ pieces }: Scene, from: number, least: number): number {
  if (pieces[from - 1]?.fold !== 'and') return from;
  for (let at = from - 2; at >= Math.max(least, from - 5) && pieces[at]?.capital; at--) {
    if (starters.has(pieces[at]?.fold ?? '')) return at;
  }
  return from;
}

const isHead = ({ pieces, lexicon }: Scene, at: number): boolean =>
  isIn(lexicon.bodies, pieces[at], lexicon.language) || isIn(lexicon.organisations, pieces[at], lexicon.language);

function isNamePart(scene: Scene, at: number): boolean {
  const piece = scene.pieces[at];
  if (!piece || piece.kind !== 'word' || isPossessive(piece)) return false;
  if (!piece.capital) return piece.text === '&';
  const known = knownOf(scene, at);
  return !known || known.to - known.from < 4;
}

/** Not the word that only begins the sentence, nor a title or a courtesy. */
function withoutOrdinary(scene: Scene, from: number, head: number): number {
  const { pieces, lexicon } = scene;
  let start = from;
  while (start < head) {
    const piece = pieces[start];
    if (!piece) break;
    const opening = start === sentenceOf(scene, start).from && isIn(lexicon.ordinary, piece, lexicon.language);
    const skip =
      opening || /^(?:the|a|an|le|la|les|of|for)$/.test(piece.fold) || isIn(lexicon.roles, piece, lexicon.language);
    if (!skip || (knownOf(scene, start) && !opening)) break;
    start++;
  }
  return start;
}

/** A title or a name that only follows: "Department of Commerce Secretary", "Ministry of Foreign Affairs Ada Moor". */
function isNextName(scene: Scene, at: number): boolean {
  const { pieces, lexicon } = scene;
  const [before, piece] = [pieces[at - 1], pieces[at]];
  if (!before?.capital || !piece) return false;
  if (isIn(lexicon.roles, piece, lexicon.language)) return true;
  return complete.test(before.fold) && !isHead(scene, at) && !isIn(lexicon.portfolio, piece, lexicon.language);
}

const months =
  /^(?:january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** "Ministry of Foreign Affairs and Trade", "Institute for the Study of War". */
function afterOf(scene: Scene, from: number, end: number): number | null {
  const { pieces, lexicon } = scene;
  if (
    !linking.has(pieces[from]?.fold ?? '') ||
    pieces[from]?.kind !== 'word' ||
    /^(?:and|the)$/.test(pieces[from]?.fold ?? '')
  )
    return null;
  let at = from;
  let last: number | null = null;
  while (at < end && at < from + 12) {
    const known = knownOf(scene, at);
    if (known?.from === at && pieces[at]?.capital && pieces[at - 1]?.fold !== 'and' && known.to <= end) {
      last = at = known.to;
      continue;
    }
    const piece = pieces[at];
    if (piece?.kind !== 'word' || isPossessive(piece)) break;
    if (piece.capital && months.test(piece.fold)) break;
    if (piece.capital && (given.has(piece.fold) || isIn(lexicon.courtesies, piece, lexicon.language))) break;
    if (
      piece.capital &&
      (pieces[at - 1]?.fold === 'and'
        ? knownOf(scene, at) !== null || isIn(lexicon.bodies, piece, lexicon.language)
        : isNextName(scene, at))
    )
      break;
    if (piece.capital) last = at + 1;
    else if (!linking.has(piece.fold) || (piece.fold === 'the' && pieces[at - 1]?.fold === 'and')) break;
    at++;
  }
  return last;
}

/** These are named by the country they are in: "United Nations Mission in Liberia". */
const sent = new Set('mission force operation'.split(' '));

function whereItIs(scene: Scene, head: string, from: number, to: number, end: number): number {
  if (!sent.has(head) || to - from < 2 || scene.pieces[to]?.fold !== 'in') return to;
  const known = knownOf(scene, to + 1);
  const state = known?.from === to + 1 && known.to <= end && known.namings[0]?.entry.kind === 'state';
  return state && known.namings[0]?.meaning !== 'adjective' ? known.to : to;
}

function kindOf(scene: Scene, at: number, body: boolean): ActorKind {
  const head = scene.pieces[at]?.fold ?? '';
  if (body) return 'body';
  // "the Office of the President", "the Prosecutor General's Office"
  const office = [at - 2, at + 2, at + 3].map((one) => scene.pieces[one]);
  if (head === 'office' && office.some((piece) => isIn(scene.lexicon.roles, piece, scene.lexicon.language)))
    return 'body';
  const before = scene.pieces[at - 1]?.fold ?? '';
  return (head === 'agency' || head === 'agence') && !/^(?:news|information|press|presse)$/.test(before)
    ? 'body'
    : 'organisation';
}

export function stateIn(scene: Scene, from: number, to: number): Entry | null {
  for (let at = from; at < to; at++) {
    const known = knownOf(scene, at);
    const naming = known?.namings[0];
    if (naming && !naming.meaning.endsWith('seat')) return naming.entry;
  }
  const owner = isPossessive(scene.pieces[from - 1]) ? knownOf(scene, from - 2) : null;
  return owner?.namings[0]?.entry ?? null;
}
