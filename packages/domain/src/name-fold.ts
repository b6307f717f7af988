const marks = /\p{M}+/gu;
const apostrophes = /['’‘ʼ`´]/g;
/** What needs no folding but small letters: most words of most texts. */
const isPlain = /^[a-zA-Z0-9]+$/;
const gaps = /[^\p{L}\p{N}]+/gu;

/** Latin letters that are no other letter with a mark. */
const letters: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ŋ: 'n', ħ: 'h', ə: 'a',
}; // prettier-ignore

// Ukrainian as Resolution 55 of the Cabinet of Ministers of Ukraine (2010) writes it, and the letters of its neighbours.
// Letters such as й and ї come here without their marks, as и and і.
const cyrillic: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y', і: 'i', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '', ъ: '',
  ю: 'iu', я: 'ia', ы: 'y', э: 'e', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', ђ: 'dj', џ: 'dz', ѕ: 'dz',
}; // prettier-ignore

/**
 * A name as names are compared: small Latin letters and digits without accents, its words apart by one space. Cyrillic is
 * written in Latin letters, so that one name in two scripts is nearly one text. Folding twice changes nothing.
 *
 * Extraction folds otherwise on purpose (`gazetteer/fold`): within one text й and и are letters that tell names apart, while a
 * reader who searches may type either. One fold for both would find fewer names here or confuse more there.
 */
export function foldName(name: string): string {
  if (isPlain.test(name)) return name.toLowerCase();
  const bare = name.normalize('NFKD').replaceAll(marks, '').toLowerCase().replaceAll(apostrophes, '');
  // Small letters may have marks of their own (İ): they go as well.
  const plain = bare.normalize('NFKD').replaceAll(marks, '');
  const latin = Array.from(plain, (letter) => letters[letter] ?? cyrillic[letter] ?? letter).join('');
  return latin.replaceAll(gaps, ' ').trim();
}

/** What one sound is written as in English, French, German, Hungarian and Polish, and in transliterations. Longest first. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/shch|schtsch|chtch|szcz/g, 's'],
  [/tsch|tch/g, 'k'],
  [/sch|sz|sh|zs|zh|z/g, 's'],
  [/ch|cz|cs|ck|kh|ts|tz|c|q/g, 'k'],
  [/x/g, 'ks'],
  [/ph|v|w/g, 'f'],
  [/gh|h/g, 'g'],
  // One vowel is like another, and j and y are written for i.
  [/[aeiouyj]+/g, 'a'],
  [/(.)\1+/g, '$1'],
];

/**
 * What the spellings of one word of a name share: szijjarto, sijarto and Сіярто all give "sart". Rough on purpose: compare
 * it only where nothing is spelt alike. Empty for words too short to be told apart by their sound.
 */
export function soundOf(word: string): string {
  let key = foldName(word).replaceAll(/[^a-z]/g, '');
  for (const [spelling, sound] of sounds) key = key.replaceAll(spelling, sound);
  // A silent or declined ending: Poutine, Putin; Szijjártó, Szijjártó's.
  const stem = key.replace(/as?$/, '');
  return stem.length >= 3 ? stem : '';
}
