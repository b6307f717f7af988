import type { Language } from '../extraction';

const ukrainian =
  /(?:ого|ому|ими|ої|ій|их|им|ою|ею|єю|ами|ями|ах|ях|ам|ям|ові|еві|єві|ів|їв|ом|ем|єм|ий|у|ю|а|я|о|е|є|и|і|ї|ь|й)$/;
const hungarian =
  /(?:ban|ben|bol|rol|tol|hoz|hez|nak|nek|ra|re|ba|be|on|en|ot|et|at|ert|kent|ig|val|vel|n|t|(?<double>[bcdfghjklmnpqrstvz])\k<double>[ae]l|[aeiou]l)$/;
const german = /(?:es|en|er|em)$/;
const cyrillic = /^[\u0400-\u052f]/;

/** A Ukrainian word without its ending. Names are kept under it, so that every case of them is found. */
export function ukrainianStem(folded: string): string {
  // "Кравець" is "Кравця".
  const stem = folded.replace(ukrainian, '').replace(/[еє]ц$/, 'ц');
  return stem.length >= 3 ? stem : folded;
}

/**
 * Under what a word of a text may stand in a list of names: itself, and without the endings that its language adds.
 * Abbreviations (`shouted`) take none.
 */
export function lookupKeys(folded: string, language: Language, shouted: boolean): string[] {
  if (cyrillic.test(folded)) return shouted ? [folded] : [ukrainianStem(folded)];
  if (shouted || folded.length < 4) return [folded];
  if (language === 'hu') return withStem(folded, folded.replace(hungarian, '$<double>'));
  if (language !== 'de') return [folded];
  const keys = withStem(folded, folded.replace(german, ''));
  if (/[esnmr]$/.test(folded)) keys.push(folded.slice(0, -1));
  return keys;
}

const withStem = (folded: string, stem: string): string[] =>
  stem === folded || stem.length < 3 ? [folded] : [folded, stem];
