import type { Language } from '../extraction';
import { tokenise } from '../text/tokens';
import { lookupKeys, ukrainianStem } from './inflection';
import { toPieces, type Piece } from './pieces';

/** How a piece of a phrase has to be written: an abbreviation in capitals, a name with a capital letter, or anyhow. */
type Shape = 'abbreviation' | 'capital' | 'any';

interface Leaf<T> {
  value: T;
  shapes: Shape[];
  /** How long each piece is in the list, which a text may add an ending to. */
  lengths: number[];
}

interface Node<T> {
  next: Map<string, Node<T>> | null;
  leaves: Leaf<T>[] | null;
}

export interface Match<T> {
  /** Places of pieces, end exclusive. */
  from: number;
  to: number;
  values: T[];
}

const cyrillic = /[\u0400-\u052f]/;
/** Abbreviations that are words too, and so are never written with one capital. */
const alsoWords = new Set('who us it un ue aids start quad fed mol'.split(' '));

/** Written with a small letter too, after the name: "NATO-Ukraine commission". */
const heads = new Set(
  'council commission committee parliament assembly agency department ministry court bank union'.split(' '),
);

/** Phrases of one or more pieces, found longest first, in time that does not grow with their number. */
export class Phrases<T> {
  private readonly root: Node<T> = { next: null, leaves: null };

  /** `anyCase`: the phrase is no name, and may be written with or without capitals. */
  add(phrase: string, value: T, { anyCase = false } = {}): void {
    for (const language of /['’]/.test(phrase) ? (['en', 'fr'] as const) : (['en'] as const)) {
      const pieces = toPieces(tokenise(phrase, language));
      let node = this.root;
      for (const piece of pieces) {
        const key = keyOf(piece);
        node.next ??= new Map();
        let next = node.next.get(key);
        if (!next) node.next.set(key, (next = { next: null, leaves: null }));
        node = next;
      }
      const shapes = pieces.map((piece, nth) =>
        anyCase || (nth > 0 && heads.has(piece.fold)) ? 'any' : shapeOf(piece),
      );
      (node.leaves ??= []).push({ value, shapes, lengths: pieces.map(({ fold }) => fold.length) });
    }
  }

  /** The longest phrases that begin at `at`; several values where one phrase means several things. */
  longestAt(pieces: readonly Piece[], at: number, language: Language): Match<T> | null {
    let found: Match<T> | null = null;
    const walk = (node: Node<T>, place: number): void => {
      if (node.leaves && place > (found?.to ?? at)) {
        const fitting = node.leaves.filter(({ shapes, lengths }) =>
          shapes.every((shape, nth) => fits(shape, pieces[at + nth], lengths[nth] ?? 0)),
        );
        if (fitting.length > 0)
          found = { from: at, to: place, values: [...new Set(fitting.map(({ value }) => value))] };
      }
      const piece = pieces[place];
      if (!node.next || !piece) return;
      for (const key of lookupKeys(piece.fold, language, piece.shouted)) {
        const next = node.next.get(key);
        if (next) walk(next, place + 1);
      }
    };
    walk(this.root, at);
    return found;
  }
}

const keyOf = (piece: Piece): string =>
  cyrillic.test(piece.fold) && !piece.shouted ? ukrainianStem(piece.fold) : piece.fold;

function shapeOf({ text, capital, shouted }: Piece): Shape {
  if (shouted || /^\p{Lu}\p{N}+/u.test(text)) return 'abbreviation';
  return capital ? 'capital' : 'any';
}

function fits(shape: Shape, piece: Piece | undefined, length: number): boolean {
  if (!piece) return false;
  if (shape === 'any') return true;
  if (shape === 'capital' || piece.shouted) return piece.capital;
  return piece.capital && (length > 3 || /\p{N}/u.test(piece.fold)) && !alsoWords.has(piece.fold);
}
