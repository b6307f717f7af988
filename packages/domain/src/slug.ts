import { z } from 'zod';

const longest = 120;

/** The last part of a record's address: lower-case ascii letters, digits and single hyphens between them, 1–120. */
export const slugSchema = z
  .string()
  .min(1, 'must not be empty')
  .max(longest, `is longer than ${longest} characters`)
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'may hold lower-case letters, digits and single hyphens between them, as in "nato-ukraine-2024"',
  );

// Ukrainian as in the official romanisation (Cabinet of Ministers resolution 55 of 2010); letters of other Cyrillic
// alphabets, and Latin letters that do not decompose, in their usual plain spelling.
const letters: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ь: '',
  ю: 'iu',
  я: 'ia',
  ё: 'io',
  ы: 'y',
  э: 'e',
  ъ: '',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  ђ: 'dj',
  ћ: 'c',
  џ: 'dz',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
  ŧ: 't',
};
// The same resolution spells these in full at the beginning of a word.
const firstLetters: Record<string, string> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };

/**
 * A slug made of a title: diacritics dropped, Cyrillic transliterated, everything else a hyphen; cut at a word where it
 * can be. Empty when the title has no letter or digit it can spell: the caller has to ask for one.
 */
export function slugify(text: string): string {
  const spelled = text
    .normalize('NFC')
    .toLowerCase()
    // Apostrophes and soft signs join, as in "Кам'янець" or "d'Ivoire".
    .replaceAll(/['’ʼ‘`]/g, '')
    .replaceAll(/зг/g, 'zgh')
    .replaceAll(/(?<![\p{L}\p{M}])[єїйюя]/gu, (letter) => firstLetters[letter] ?? letter)
    .replaceAll(/\p{L}/gu, (letter) => letters[letter] ?? letters[letter.normalize('NFD').charAt(0)] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (spelled.length <= longest) return spelled;
  const cut = spelled.lastIndexOf('-', longest);
  return spelled.slice(0, cut > longest / 2 ? cut : longest);
}
