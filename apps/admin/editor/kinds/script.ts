/** Scripts as ISO 15924 codes. */
export interface Script {
  code: string;
  name: string;
}

const scripts = [
  'Latn',
  'Cyrl',
  'Arab',
  'Hebr',
  'Grek',
  'Hans',
  'Jpan',
  'Kore',
  'Geor',
  'Armn',
  'Deva',
  'Thai',
] as const;
const letters: Record<(typeof scripts)[number], RegExp> = {
  Latn: /\p{Script=Latin}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Arab: /\p{Script=Arabic}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Grek: /\p{Script=Greek}/gu,
  Hans: /\p{Script=Han}/gu,
  Jpan: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Kore: /\p{Script=Hangul}/gu,
  Geor: /\p{Script=Georgian}/gu,
  Armn: /\p{Script=Armenian}/gu,
  Deva: /\p{Script=Devanagari}/gu,
  Thai: /\p{Script=Thai}/gu,
};
const rightToLeft = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm']);

/** The script that most letters of a text are in; null for a text without letters of a script known here. */
export function scriptOfText(text: string): Script | null {
  const counts = scripts.map((code) => ({ code, count: text.match(letters[code])?.length ?? 0 }));
  const most = counts.reduce((one, other) => (other.count > one.count ? other : one));
  return most.count === 0 ? null : { code: most.code, name: nameOf(most.code) };
}

/**
 * The script that a language tag says or, where it says none, that its language is usually written in, and its direction.
 * `covers`: letters of other scripts that texts in it may be in wholly. Null for what is not a tag.
 */
export function scriptOfTag(tag: string): (Script & { direction: 'ltr' | 'rtl'; covers?: readonly string[] }) | null {
  try {
    const code = new Intl.Locale(tag).maximize().script;
    if (code === undefined) return null;
    const direction = rightToLeft.has(code) ? 'rtl' : 'ltr';
    const covers = code === 'Hant' || code === 'Jpan' || code === 'Kore' ? ['Hans', 'Jpan', 'Kore'] : [];
    return { code, name: nameOf(code), direction, covers };
  } catch {
    return null;
  }
}

const names = new Intl.DisplayNames('en-GB', { type: 'script', fallback: 'code' });
const nameOf = (code: string) => (code === 'Hans' ? 'Chinese' : (names.of(code) ?? code));
