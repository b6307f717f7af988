import type { Language } from '../extraction';

/**
 * A word, a number, or one mark of punctuation. Offsets are UTF-16 units, end exclusive. Hyphenated words are one token
 * ("Secretary-General"), as are initialisms with their full stops ("U.N.") and shortened titles ("Mr.", "Gen."); a
 * possessive ending ("’s") and, in French, an elided article ("l’", "qu’") are tokens of their own.
 */
export interface Token {
  start: number;
  end: number;
  text: string;
  /** In lower case, with straight apostrophes: what word lists are written in. */
  lower: string;
  kind: 'word' | 'number' | 'mark';
  /** Begins with a capital letter. */
  capital: boolean;
}

/** Titles and months that keep their full stop where they begin with a capital letter ("Gen.", "Nov. 29"). */
const titles = new Set(
  (
    'mr mrs ms mx dr prof gen lt col maj capt cmdr sgt adm brig sen rep gov pres hon rev fr st sr jr messrs amb dipl ' +
    'jan feb mar apr jun jul aug sept sep oct nov dec mme mlle mgr hr frl ing'
  ).split(' '),
);
/** These keep it before a number ("No. 3", "Art. 5"). */
const beforeNumbers = new Set('no nos art arts para paras fig vol nr abs vgl ch sec p pp ca approx st'.split(' '));
/** These keep it unless a capital letter follows, since they may as well end a sentence. */
const inside = new Set('inc ltd co corp plc etc cf vs bzw bspw usw approx dept univ assn bros str ed'.split(' '));

/** Initialisms, numbers with their points, words, runs of dots and dashes; a number such as 15 is a word here. */
const piece =
  /(?:\p{L}\.){2,}|\p{Nd}+(?:[.,:]\p{Nd}+)+|[\p{L}\p{M}\p{N}_]+(?:[-‐‑'’ʼ·][\p{L}\p{M}\p{N}_]+)*|\.{2,}|-{2,}/uy;
const upper = /^\p{Lu}/u;
const elided: Partial<Record<Language, RegExp>> = {
  fr: /^(?:(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’])(?=\p{L})/iu,
};
const letter = /\p{L}/u;
const space = /\s/;

export function tokenise(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 10 || (code < 14 && code > 8) || (code > 127 && space.test(text.charAt(at)))) {
      at++;
      continue;
    }
    piece.lastIndex = at;
    const end = piece.test(text) ? piece.lastIndex : at;
    if (end === at) {
      const width = code >= 0xd800 && code < 0xdc00 && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      tokens.push(token(text, at, at + width, 'mark'));
      at += width;
    } else at = addPieces(tokens, text, at, end, language);
  }
  return tokens;
}

/** Adds one run of letters and digits as one to three tokens, and gives the place after it. */
function addPieces(tokens: Token[], text: string, start: number, end: number, language: Language): number {
  const first = text.charCodeAt(start);
  if (first === 46 || first === 45) {
    tokens.push(token(text, start, end, 'mark'));
    return end;
  }
  const run = text.slice(start, end);
  const ascii = (first > 64 && first < 91) || (first > 96 && first < 123);
  if (!ascii && !letter.test(run)) {
    tokens.push(token(text, start, end, 'number'));
    return end;
  }
  const article = elided[language]?.exec(run);
  const from = article ? start + article[0].length : start;
  if (article) tokens.push(token(text, start, from, 'word'));
  const to = language === 'en' && isPossessive(text, end) && end - 2 > from ? end - 2 : end;
  const dot = text.charCodeAt(to) === 46 && to === end && keepsDot(text, from, to) ? 1 : 0;
  tokens.push(token(text, from, to + dot, 'word'));
  if (to < end) tokens.push(token(text, to, end, 'word'));
  return to < end ? end : to + dot;
}

/** Ends in "’s". */
function isPossessive(text: string, end: number): boolean {
  const [mark, last] = [text.charCodeAt(end - 2), text.charCodeAt(end - 1)];
  return (last === 115 || last === 83) && (mark === 39 || mark === 0x2019);
}

function keepsDot(text: string, from: number, dot: number): boolean {
  const body = text.slice(from, dot).toLowerCase();
  const next = text.slice(dot + 1, dot + 4).trimStart();
  const capital = body[0] !== text[from];
  if (capital && titles.has(body)) return true;
  if (capital && body.length === 1 && body !== 'i') return upper.test(next);
  if (beforeNumbers.has(body) && /^\p{N}/u.test(next)) return true;
  return inside.has(body) && /^[\p{Ll},;:)]/u.test(next);
}

function token(text: string, start: number, end: number, kind: Token['kind']): Token {
  const piece = text.slice(start, end);
  if (kind === 'mark') return { start, end, text: piece, lower: piece, kind, capital: false };
  const small = piece.toLowerCase();
  const lower = small.includes('’') || small.includes('ʼ') ? small.replace(/[’ʼ]/g, "'") : small;
  return {
    start,
    end,
    text: piece,
    lower,
    kind,
    capital: kind === 'word' && small.charCodeAt(0) !== piece.charCodeAt(0),
  };
}
