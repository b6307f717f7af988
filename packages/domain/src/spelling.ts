/** What is one letter in Cyrillic and several in Latin, longest first; `public.name_spellings` says the same in SQL. */
const oneLetter: readonly (readonly [letters: string, sign: string])[] = [
  ['shch', 'Q'], ['zh', 'Z'], ['kh', 'K'], ['ts', 'T'], ['ch', 'C'], ['sh', 'S'], ['ie', 'E'], ['iu', 'U'], ['ia', 'A'],
]; // prettier-ignore

/** How many signs of a word are compared at most, so that no question takes long. */
const longest = 40;

/** How many letters more one word may have to be compared at all. */
const mostApart = 2;

/**
 * How many mistakes there are between two words, which are folded (`foldName`): letters missing, too many, wrong, or swapped
 * with their neighbour (the optimal string alignment distance). A letter of a word in Cyrillic counts once, however many
 * Latin ones it folds to. Words whose lengths differ much are not compared: they have as many mistakes as that at least.
 */
export function mistakesBetween(one: string, other: string): number {
  return Math.min(distance(one, other), distance(inSigns(one), inSigns(other)));
}

const inSigns = (word: string): string =>
  oneLetter.reduce((text, [letters, sign]) => text.replaceAll(letters, sign), word);

function distance(one: string, other: string): number {
  const [a, b] = [one.slice(0, longest), other.slice(0, longest)];
  if (Math.abs(a.length - b.length) > mostApart) return Math.abs(a.length - b.length);
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= b.length; at += 1) {
      const wrong = (last[at - 1] ?? 0) + (a[row - 1] === b[at - 1] ? 0 : 1);
      const least = Math.min(wrong, (last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1);
      const swapped = row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1];
      next.push(swapped ? Math.min(least, (before[at - 2] ?? 0) + 1) : least);
    }
    [before, last] = [last, next];
  }
  return last[b.length] ?? 0;
}
