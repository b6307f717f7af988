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

const word = /[\p{L}\p{M}\p{N}_]+(?:[-‐‑'’ʼ·][\p{L}\p{M}\p{N}_]+)*/uy;
const number = /\p{Nd}+(?:[.,:]\p{Nd}+)*/uy;
const initials = /(?:\p{L}\.){2,}/uy;
const dots = /\.{2,}|-{2,}/y;
const possessive = /['’]s$/iu;
const elided: Partial<Record<Language, RegExp>> = {
  fr: /^(?:(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’])(?=\p{L})/iu,
};
const space = /\s/u;
const letter = /\p{L}/u;
const upper = /^\p{Lu}/u;

export function tokenise(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : at;
  };
  while (at < text.length) {
    const first = text[at] ?? '';
    if (space.test(first)) {
      at++;
      continue;
    }
    const end = Math.max(take(initials), take(word), take(number), take(dots));
    if (end === at) {
      const width = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      tokens.push(token(text, at, at + width, 'mark'));
      at += width;
    } else {
      for (const piece of pieces(text, at, end, language)) tokens.push(piece);
      at = tokens.at(-1)?.end ?? end;
    }
  }
  return tokens;
}

/** One run of letters and digits as one to three tokens. */
function pieces(text: string, start: number, end: number, language: Language): Token[] {
  const run = text.slice(start, end);
  if (!letter.test(run)) return [token(text, start, end, /^[.-]/.test(run) ? 'mark' : 'number')];
  const found: Token[] = [];
  const article = elided[language]?.exec(run);
  const from = article ? start + article[0].length : start;
  if (article) found.push(token(text, start, from, 'word'));
  const ending = language === 'en' && from < end ? possessive.exec(text.slice(from, end)) : null;
  const to = ending && from + ending.index > from ? from + ending.index : end;
  const body = text.slice(from, to).toLowerCase();
  const dot = text[to] === '.' && to === end && keepsDot(text, to, body, upper.test(run)) ? 1 : 0;
  found.push(token(text, from, to + dot, 'word'));
  if (to < end) found.push(token(text, to, end, 'word'));
  return found;
}

function keepsDot(text: string, dot: number, body: string, capital: boolean): boolean {
  const next = text.slice(dot + 1, dot + 4).trimStart();
  if (capital && titles.has(body)) return true;
  if (capital && body.length === 1 && body !== 'i') return upper.test(next);
  if (beforeNumbers.has(body) && /^\p{N}/u.test(next)) return true;
  return inside.has(body) && /^[\p{Ll},;:)]/u.test(next);
}

function token(text: string, start: number, end: number, kind: Token['kind']): Token {
  const piece = text.slice(start, end);
  const lower = piece.toLowerCase().replace(/[’ʼ]/g, "'");
  return { start, end, text: piece, lower, kind, capital: kind === 'word' && upper.test(piece) };
}
