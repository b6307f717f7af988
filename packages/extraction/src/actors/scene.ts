import { gazetteer } from '../gazetteer/gazetteer';
import type { Naming } from '../gazetteer/entries';
import type { Phrases } from '../gazetteer/phrases';
import { toPieces, type Piece } from '../gazetteer/pieces';
import type { Reading } from '../text/reading';
import { placeList } from '../places/place-list';
import { given, lexiconOf, type Lexicon } from './lexicon';

/** A name of the gazetteer, where it stands. Places of pieces, end exclusive. */
export interface Known {
  from: number;
  to: number;
  namings: Naming[];
}

/** A text as the search for actors sees it. */
export interface Scene {
  reading: Reading;
  pieces: Piece[];
  lexicon: Lexicon;
  known: Known[];
  /** By piece: the place in `known` of the name it belongs to, or -1. */
  knownAt: Int32Array;
  /** Names of places that are nobody's. Places of pieces, end exclusive. */
  places: { from: number; to: number }[];
  /** By piece: whether it belongs to one of them. */
  placeAt: Uint8Array;
  sentences: SceneSentence[];
  /** By piece: its sentence. */
  sentenceAt: Int32Array;
}

/** Places of pieces, end exclusive. */
export interface SceneSentence {
  from: number;
  to: number;
  /** Every word has a capital letter, as in a title: a capital letter says nothing there. */
  titleCase: boolean;
  /** Closed by a mark as sentences are; a line of a menu is not. */
  closed: boolean;
}

export function setScene(reading: Reading, more: Phrases<Naming> | null = null): Scene {
  const pieces = toPieces(reading.tokens);
  const names = gazetteer(reading.language);
  const known: Known[] = [];
  const knownAt = new Int32Array(pieces.length).fill(-1);
  const places: { from: number; to: number }[] = [];
  const placeAt = new Uint8Array(pieces.length);
  for (let at = 0; at < pieces.length; at++) {
    if (pieces[at]?.kind === 'mark') continue;
    const one = names.longestAt(pieces, at, reading.language);
    const other = more?.longestAt(pieces, at, reading.language) ?? null;
    const found = other && (!one || other.to >= one.to) ? other : one;
    const place = pieces[at]?.capital === true ? placeList().longestAt(pieces, at, reading.language) : null;
    if (place && place.to > (found?.to ?? at) && !isOfPerson(pieces, place)) {
      placeAt.fill(1, place.from, place.to);
      places.push({ from: place.from, to: place.to });
      at = place.to - 1;
      continue;
    }
    if (!found) continue;
    const all = found === other && one?.to === other.to ? [...other.values, ...one.values] : found.values;
    const certain = all.filter(({ meaning }) => meaning !== 'medium by context');
    const namings = certain.length > 0 || !asMedium(pieces, found) ? certain : all;
    if (namings.length === 0) continue;
    knownAt.fill(known.length, found.from, found.to);
    known.push({ from: found.from, to: found.to, namings });
    at = found.to - 1;
  }
  const sentenceAt = new Int32Array(pieces.length).fill(-1);
  const sentences: SceneSentence[] = [];
  let from = 0;
  for (const sentence of reading.sentences) {
    let to = from;
    while (to < pieces.length && (pieces[to]?.token ?? 0) < sentence.to) to++;
    sentenceAt.fill(sentences.length, from, to);
    sentences.push({ from, to, ...styleOf(pieces, from, to, knownAt) });
    from = to;
  }
  return {
    reading,
    pieces,
    lexicon: lexiconOf(reading.language),
    known,
    knownAt,
    places,
    placeAt,
    sentences,
    sentenceAt,
  };
}

/** Places are family names after a first name ("Jack Lyon"), and first names before one ("Florence Moor"). */
function isOfPerson(pieces: readonly Piece[], { from, to }: { from: number; to: number }): boolean {
  if (to - from > 1) return false;
  const [before, piece, after] = [pieces[from - 1], pieces[from], pieces[to]];
  if (before?.capital && given.has(before.fold)) return true;
  return piece !== undefined && given.has(piece.fold) && after?.capital === true;
}

const mediumBefore =
  /^(?:interview|told|agency|newspaper|daily|weekly|website|portal|outlet|channel|magazine|broadcaster|source|quotidien|journal|magazin|zeitung|agentur|lapnak|видання|газеті|агентство)$/;

/** Whether a text treats a name that is a common word as a medium: "an interview with Index", "(Moor News / Sputnik". */
function asMedium(pieces: readonly Piece[], { from, to }: { from: number; to: number }): boolean {
  if (pieces[from - 1]?.text === '/' || pieces[to]?.text === '/') return true;
  for (let at = from - 1; at >= Math.max(0, from - 3); at--) if (mediumBefore.test(pieces[at]?.fold ?? '')) return true;
  return /^(?:newspaper|magazine|reporter|correspondent)$/.test(pieces[to]?.fold ?? '');
}

/** Words that titles leave small. */
const smallInTitles = new Set('the and for with from but nor yet via per into onto over upon than'.split(' '));

function styleOf(
  pieces: Piece[],
  from: number,
  to: number,
  knownAt: Int32Array,
): Pick<SceneSentence, 'titleCase' | 'closed'> {
  let capitals = 0;
  let small = 0;
  let words = 0;
  for (let at = from; at < to; at++) {
    const piece = pieces[at];
    if (piece?.kind !== 'word') continue;
    words++;
    if (knownAt[at] !== -1) continue;
    if (!piece.capital) small += piece.text.length < 3 || smallInTitles.has(piece.fold) ? 0 : 1;
    else if (piece.text.length > 3) capitals++;
  }
  const last = pieces[to - 1]?.text ?? '';
  const closed = /^[.!?…:"”»“’')\]]/.test(last) || last.endsWith('.');
  const enough = words >= 5 && capitals >= 3;
  return { titleCase: enough && (closed ? small === 0 : capitals >= small * 4), closed };
}

/** The sentence of a piece; an empty one outside the text. */
export function sentenceOf({ sentences, sentenceAt }: Scene, at: number): SceneSentence {
  return sentences[sentenceAt[at] ?? -1] ?? { from: at, to: at, titleCase: false, closed: false };
}

export const isPossessive = (piece: Piece | undefined): boolean => piece !== undefined && /^['’ʼ]s$/i.test(piece.text);

/** A name known to the gazetteer at a piece, by what it may be. */
export function knownOf({ known, knownAt }: Scene, at: number): Known | null {
  return known[knownAt[at] ?? -1] ?? null;
}
