const marks = /[\u0300-\u036f]/g;
const apostrophes = /['’ʼ‘`´]/g;
const letters: Record<string, string> = {
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ґ: 'г',
};
const special = /[ßẞæœøłđðþıґ]/g;
const plain = /^[a-z0-9]*$/;
const cyrillic = /[\u0400-\u052f]/;

/**
 * A word as names are compared: small letters without accents, apostrophes and full stops. Cyrillic letters keep their
 * marks, since й and ї are letters of their own. Folding twice changes nothing.
 *
 * Not the fold that readers search by (domain/name-fold): that one writes Cyrillic in Latin letters at once, without marks,
 * and parts words at every sign; here a word stays one word in its own script, and {@link soundsLike} is told what it was.
 */
export function fold(word: string): string {
  let folded = word.toLowerCase();
  if (plain.test(folded)) return folded;
  folded = cyrillic.test(folded) ? folded.normalize('NFC') : folded.normalize('NFKD').replace(marks, '');
  return folded
    .toLowerCase()
    .replace(apostrophes, '')
    .replaceAll('.', '')
    .replace(special, (letter) => letters[letter] ?? letter);
}

// Resolution 55 of the Cabinet of Ministers of Ukraine (2010), and the letters that only Russian has.
const roman: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y', і: 'i', ї: 'i', й: 'i',
  к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch',
  ш: 'sh', щ: 'shch', ь: '', ю: 'iu', я: 'ia', ё: 'e', ы: 'y', э: 'e', ъ: '',
}; // prettier-ignore
const atStart: Record<string, string> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };

/** A Ukrainian name in Latin letters as Ukraine writes it in passports ("Сергій" → "serhii"); small letters. */
export function romanise(name: string): string {
  return name
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .replaceAll('зг', 'zgh')
    .replace(/(^|[\s-])([єїйюя])/g, (_, before: string, letter: string) => before + (atStart[letter] ?? ''))
    .replace(/[\u0400-\u052f]/g, (letter) => roman[letter] ?? letter);
}

/** Spellings of one sound in the transliterations of English, French, German and Hungarian, in the order they are undone. */
const sounds: [RegExp, string][] = [
  [/shch|schtsch|chtch|scs/g, 's'],
  [/tsch|tch|dzh|dsch/g, 'k'],
  [/sch|sz|sh|zs|zh|z/g, 's'],
  [/ch|cz|cs|tz|ts|ck|kh|c|q/g, 'k'],
  [/ph/g, 'f'],
  [/gh|h/g, 'g'],
  [/tg/g, 't'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/ou/g, 'u'],
  [/[yj]/g, 'i'],
  [/ff$/, 'v'],
  [/([aou])e/g, '$1'],
  [/[ei]i+$/, 'i'],
  [/ine$/, 'in'],
  [/^ie/, 'e'],
  [/(.)\1+/g, '$1'],
  [/(?<=[^aeiou])i(?=[aeou])/g, ''],
];

/**
 * What the transliterations of a name share: Szijjártó, SZIJJARTO and Сіярто all give "sarto". Rough on purpose, so only
 * compare names that have something else in common, such as the first name or the text they stand in.
 */
export function soundsLike(name: string): string {
  const before = heard.get(name);
  if (before !== undefined) return before;
  const key = hear(name);
  if (heard.size > 10_000) heard.clear();
  heard.set(name, key);
  return key;
}

/** The names of a text come again and again. */
const heard = new Map<string, string>();

function hear(name: string): string {
  let key = romanise(fold(name)).replace(/[^a-z]/g, '');
  for (const [spelling, sound] of sounds) key = key.replace(spelling, sound);
  return key;
}
