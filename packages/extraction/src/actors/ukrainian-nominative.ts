import { ukrainianMen, ukrainianWomen } from './data/ukrainian-first-names';

const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
const men = listed(ukrainianMen);
const women = listed(ukrainianWomen);

/** A rule for the genitive of a word: what it ends in, and what the nominative ends in instead. */
type Rule = readonly [ending: RegExp, nominative: string];

const ofMen: readonly Rule[] = [
  [/ія$/, 'ій'],
  [/я$/, ''],
  [/я$/, 'ь'],
  [/и$/, 'а'],
  [/і$/, 'я'],
  [/а$/, 'о'],
  [/а$/, ''],
];
const ofWomen: readonly Rule[] = [
  [/ії$/, 'ія'],
  [/и$/, 'а'],
  [/і$/, 'я'],
  [/ї$/, 'я'],
];
const familyOfMen: readonly Rule[] = [
  [/(?<=[сцз]ьк)ого$/, 'ий'],
  [/ого$/, 'ий'],
  [/ця$/, 'ець'],
  [/(?<=[бвгґджзйлмнпрстфхцчшщь])ка$/, 'ко'],
  [/ія$/, 'ій'],
  [/я$/, 'ь'],
  [/(?<=[бвгґджзклмнпрстфхчшщ])а$/, ''],
];
const familyOfWomen: readonly Rule[] = [
  [/(?<=[сцз]ьк)ої$/, 'а'],
  [/ої$/, 'а'],
];

/**
 * "Романа Кравця" as "Роман Кравець": a first name that is listed, in the genitive, with the family name after it. Null for
 * what is no such pair, so that a name is never put into a form that nobody bears.
 */
export function nominative(name: string): string | null {
  const [first = '', family = '', ...more] = name.split(' ');
  if (family === '' || more.length > 0) return null;
  const man = restored(first, ofMen, men);
  if (man !== null) {
    const rule = familyOfMen.find(([ending]) => ending.test(family));
    return rule ? `${man} ${family.replace(...rule)}` : null;
  }
  const woman = restored(first, ofWomen, women);
  if (woman === null) return null;
  const rule = familyOfWomen.find(([ending]) => ending.test(family));
  // Other family names of women have one form.
  return `${woman} ${rule ? family.replace(...rule) : family}`;
}

/** A first name that is not in the nominative, in the form in which it is listed. */
function restored(form: string, rules: readonly Rule[], names: ReadonlySet<string>): string | null {
  const lower = form.toLowerCase().replaceAll('’', "'");
  if (names.has(lower)) return null;
  for (const [ending, end] of rules) {
    if (ending.test(lower) && names.has(lower.replace(ending, end))) return form.replace(ending, end);
  }
  return null;
}
