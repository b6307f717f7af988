import { foldName } from '@rapporteur/domain/name-fold';

// Names that nobody has, made of syllables: what is measured is how names are compared, and not whose they are.

const consonants = 'b d f g h j k l m n p r s t v z br dr gr kr st tr'.split(' ');
const vowels = [...'aeiou'];
const ends = 'n r s l m k ski ov enko sen t nd rt vic ton'.split(' ');

const pick = (from: readonly string[], n: number): string => from[n % from.length] ?? '';
/** Numbers that seem drawn by chance, the same in every run (the finaliser of MurmurHash3). */
function scatter(n: number): number {
  let mixed = Math.imul(n ^ (n >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function word(n: number): string {
  const syllable = (at: number) => pick(consonants, scatter(n + at)) + pick(vowels, scatter(n + at + 1));
  const letters = syllable(1) + syllable(3) + (n % 3 === 0 ? syllable(5) : '') + pick(ends, scatter(n + 7));
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}

/** The n-th name, of a given name and two others. */
export function personName(n: number): string {
  const [given, middle, last] = [scatter(n * 3 + 1), scatter(n * 3 + 2), scatter(n * 3 + 3)];
  return `${word(given)} ${word(middle)} ${word(last)}`;
}

/** Another name under which the n-th is known, with its words in another order and none of its middle. */
export function alias(n: number): string {
  const [given = '', , last = ''] = personName(n).split(' ');
  return `${last} ${given.slice(0, 1)} ${word(scatter(n + 77))}`;
}

const cyrillic: Record<string, string> = {
  a: 'а', b: 'б', c: 'ц', d: 'д', e: 'е', f: 'ф', g: 'ґ', h: 'г', i: 'і', j: 'й', k: 'к', l: 'л', m: 'м', n: 'н', o: 'о', p: 'п',
  r: 'р', s: 'с', t: 'т', u: 'у', v: 'в', z: 'з',
}; // prettier-ignore

/** A name in Cyrillic letters. */
export const inCyrillic = (name: string): string =>
  Array.from(foldName(name), (letter) => cyrillic[letter] ?? letter).join('');

/** A name as somebody writes it who has heard it: a letter of each long word doubled, left out, or another. */
export const misspelt = (name: string, n: number): string =>
  name
    .split(' ')
    .map((one, nth) => {
      const at = 1 + ((n + nth) % (one.length - 2));
      const instead = [pick([...one], at).repeat(2), '', pick(['a', 'e', 'i', 'o', 'u'], n)][(n + nth) % 3] ?? '';
      return one.length < 5 ? one : one.slice(0, at) + instead + one.slice(at + 1);
    })
    .join(' ');
