import fc from 'fast-check';

/** The mistakes that readers make in a word. */
const mistakes = {
  missing: (word: string, at: number) => word.slice(0, at) + word.slice(at + 1),
  doubled: (word: string, at: number) => word.slice(0, at + 1) + word.slice(at),
  swapped: (word: string, at: number) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  wrong: (word: string, at: number, letter: string) => word.slice(0, at) + letter + word.slice(at + 1),
} as const;

export const mistakesMade = Object.keys(mistakes) as (keyof typeof mistakes)[];

/** A word of several letters with one mistake in it, of a given sort, which makes it another word. */
export const withMistake = (word: string, sort: keyof typeof mistakes): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.nat(word.length - 2),
      fc.constantFrom(...(/\p{Script=Cyrillic}/u.test(word) ? 'абвгдкмрщю' : 'abdgkmrxz')),
    )
    .map(([at, letter]) => mistakes[sort](word, at, letter))
    .filter((spelt) => spelt.toLowerCase() !== word.toLowerCase());
