import { genderIn, isIn, type Gender } from './lexicon';
import { isInitial } from './runs';
import { isPossessive, knownOf, sentenceOf, type Scene } from './scene';
import type { Entry } from '../gazetteer/entries';

/** The words that say which office or part somebody has. Places of pieces, end exclusive. */
export interface RolePhrase {
  from: number;
  to: number;
  /** As the text has it, without the state or organisation: "Deputy Foreign Minister". */
  role: string;
  /** The state or organisation that the words name. */
  of: Entry | null;
  gender: Gender | null;
}

const longest = 16;
const towards = new Set('to at for in on towards aupres pour in fur bei з у в із при'.split(' '));
const pronouns = new Set(
  'his her their its said then the a an ce cet cette son sa der die das ein eine az ez'.split(' '),
);

/** The office that stands right before a name: "Hungarian Foreign Minister X", "the envoy of the Union, X,". */
export function roleBefore(scene: Scene, name: { from: number; to: number }): RolePhrase | null {
  const { from: first, to: end } = sentenceOf(scene, name.from);
  let to = name.from;
  const before = scene.pieces[to - 1];
  if (before?.text === ',') {
    const last = name.to - name.from > 1 && (scene.pieces[name.to]?.text === '.' || name.to === end);
    if (!/^[,(]$/.test(scene.pieces[name.to]?.text ?? '') && !last) return null;
    to--;
  }
  // "The Minister for Trade (Ada Moor)"
  if (before?.text === '(' && name.to - name.from > 1 && scene.pieces[name.to]?.text === ')') to--;
  const last = scene.pieces[to - 1];
  if (!last || isPossessive(last) || (isLink(scene, to - 1) && !isRoleWord(scene, to - 1))) return null;
  let from = to;
  while (from > first && to - from < longest && belongs(scene, from - 1)) {
    from--;
    if (isWholeTitle(scene, from, to)) break;
  }
  return phraseOf(scene, from, to);
}

/**
 * Whether the words so far are the whole title of who follows: in "an adviser to President Moor" the adviser is somebody
 * else. After an article the office is that of the one before: "the Office of the President Ada Moor".
 */
function isWholeTitle(scene: Scene, from: number, to: number): boolean {
  const before = scene.pieces[from - 1];
  if (!before || isPossessive(before) || !isLink(scene, from - 1) || /^(?:a|az|és)$/.test(before.text)) return false;
  const article = /^(?:the|der|die|das|dem|den|la|le|les|l)$/.test(before.fold);
  if (article && scene.lexicon.language === 'en') return false;
  for (let at = from; at < to; at++) if (isLink(scene, at) || isPossessive(scene.pieces[at])) return false;
  for (let at = from; at < to; at++) {
    if (!knownOf(scene, at) && isIn(scene.lexicon.roles, scene.pieces[at], scene.lexicon.language)) return true;
  }
  return false;
}

/** How far before a name its office may begin. */
const farthest = 12;

/** "the leader of the Free Farmers, | Ada Moor,": an office of something that no list has, and the name between commas. */
export function apposedOffice({ pieces, lexicon }: Scene, name: { from: number; to: number }): string | null {
  if (pieces[name.from - 1]?.text !== ',' || !/^[,.(]$|^$/.test(pieces[name.to]?.text ?? '')) return null;
  let text = '';
  for (let at = name.from - 2; at > name.from - farthest; at--) {
    const piece = pieces[at];
    if (piece?.kind !== 'word') return null;
    text = `${piece.text} ${text}`;
    if (!piece.capital && isIn(lexicon.roles, piece, lexicon.language))
      return pieces[at + 1]?.fold === 'of' ? text.trim() : null;
    if (!piece.capital && !/^(?:of|for|the|and)$/.test(piece.fold)) return null;
  }
  return null;
}

/** The office that stands after a name: "X, the Hungarian foreign minister,", "X is the envoy of Y". */
export function roleAfter(scene: Scene, at: number): RolePhrase | null {
  const { to: end } = sentenceOf(scene, at);
  const opener = scene.pieces[at];
  // In Hungarian the office follows the name: "Moór Ádám magyar külügyminiszter".
  const bare = scene.lexicon.language === 'hu' && opener?.kind === 'word';
  if (!opener || at + 1 >= end || !(bare || /^(?:,|\(|–|—|is|was)$/.test(opener.text))) return null;
  const copula = opener.kind === 'word' && !bare;
  let from = bare ? at : at + 1;
  if (scene.pieces[from]?.fold === 'who' && /^(?:is|was)$/.test(scene.pieces[from + 1]?.fold ?? '')) from += 2;
  let to = from;
  while (to < end && to - from < longest && belongs(scene, to)) to++;
  while (to > from && isLink(scene, to - 1)) to--;
  const next = scene.pieces[to];
  if (next?.capital && !isPossessive(next) && !knownOf(scene, to)) return null;
  if (copula && !/^(?:the|a|an)$/.test(scene.pieces[from]?.fold ?? '') && !knownOf(scene, from)) return null;
  return phraseOf(scene, from, to);
}

/** Whether a piece may be part of the words of an office. */
function belongs(scene: Scene, at: number): boolean {
  const piece = scene.pieces[at];
  if (!piece || piece.kind !== 'word') return false;
  if (isPossessive(piece) || knownOf(scene, at) || scene.placeAt[at] === 1) return true;
  return isRoleWord(scene, at) || isLink(scene, at) || pronouns.has(piece.fold);
}

function isRoleWord(scene: Scene, at: number): boolean {
  const { lexicon, pieces } = scene;
  const piece = pieces[at];
  if (!piece || isInitial(scene, at)) return false;
  // "energiaügyi államtitkár"
  if (lexicon.language === 'hu' && piece.fold.endsWith('ugyi')) return true;
  return [lexicon.roles, lexicon.portfolio, lexicon.bodies, lexicon.organisations].some((list) =>
    isIn(list, piece, lexicon.language),
  );
}

const isLink = ({ lexicon, pieces }: Scene, at: number): boolean =>
  pieces[at]?.kind === 'word' && lexicon.links.has(pieces[at]?.fold ?? '') && pieces[at]?.capital === false;

function phraseOf(scene: Scene, from: number, to: number): RolePhrase | null {
  const { pieces, lexicon } = scene;
  let start = from;
  // "porte-parole" is one word.
  while (pieces[start]?.hyphened && start > 0) start--;
  while (start < to && (isLink(scene, start) || pronouns.has(pieces[start]?.fold ?? '') || isPossessive(pieces[start])))
    start++;
  const heads: number[] = [];
  for (let at = start; at < to; at++) {
    if ((!knownOf(scene, at) || isOfficeName(scene, at)) && isIn(lexicon.roles, pieces[at], lexicon.language))
      heads.push(at);
  }
  const head = heads[0];
  if (head === undefined) return null;
  const gender =
    heads.map((at) => (pieces[at] ? genderIn(lexicon.roles, pieces[at], lexicon.language) : null)).find((one) => one) ??
    null;
  const speaks = heads.some((at) => pieces[at]?.fold.startsWith('spokes') ?? false);
  return { from: start, to, role: roleText(scene, start, to), of: whose(scene, start, to, speaks), gender };
}

/** "the United Nations High Commissioner for Refugees": an organisation by the name of the office that heads it. */
const isOfficeName = (scene: Scene, at: number): boolean => {
  const known = knownOf(scene, at);
  return known?.namings[0]?.entry.kind === 'organisation' && known.to - known.from > 3;
};

/** Of the names in the words of an office, the one it is of: not the place an envoy is sent to. */
function whose(scene: Scene, from: number, to: number, speaks: boolean): Entry | null {
  let state: Entry | null = null;
  for (let at = from; at < to; at++) {
    const known = knownOf(scene, at);
    if (!known) continue;
    at = known.to - 1;
    const before = scene.pieces[known.from - 1];
    const beforeThat = scene.pieces[known.from - 2];
    const link = before && pronouns.has(before.fold) ? beforeThat : before;
    if (link && known.from > from && towards.has(link.fold) && !(speaks && link.fold === 'for')) continue;
    const entry = known.namings[0]?.entry;
    if (!entry) continue;
    if (entry.kind !== 'state') return entry;
    state ??= entry;
  }
  return state;
}

/** Without a state or organisation before it ("Hungarian", "NATO") or after it ("of Hungary"). */
function roleText(scene: Scene, from: number, to: number): string {
  const { pieces, reading, lexicon } = scene;
  let start = from;
  for (let known = knownOf(scene, start); known && known.to < to; known = knownOf(scene, start)) {
    start = known.to;
    while (
      start < to - 1 &&
      (isPossessive(pieces[start]) || isLink(scene, start) || pronouns.has(pieces[start]?.fold ?? ''))
    )
      start++;
  }
  let end = to;
  const last = knownOf(scene, to - 1);
  if (last && last.from > start) {
    end = last.from;
    while (end > start + 1 && (isLink(scene, end - 1) || isPossessive(pieces[end - 1]))) end--;
  }
  // French sets the state inside: "ministre hongrois des Affaires étrangères".
  if (lexicon.language === 'fr') {
    let text = '';
    for (let at = start; at < end; at++) {
      if (knownOf(scene, at)?.namings[0]?.meaning === 'adjective') continue;
      const piece = pieces[at];
      if (piece) text += `${piece.hyphened ? '-' : /['’]$/.test(text) ? '' : ' '}${piece.text}`;
    }
    return text.trim();
  }
  return reading.text.slice(pieces[start]?.start ?? 0, pieces[end - 1]?.end ?? 0).replaceAll(/\s+/g, ' ');
}
