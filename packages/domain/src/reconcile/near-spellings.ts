/** Shorter words have too many neighbours, and longer ones are none. */
const shortest = 4;
const longest = 40;

/**
 * Every word of a folded name, and every word with one letter left out: two words share one of these where one letter was left
 * out, put in or changed. Whatever else shares one is weighed like it. The same as `public.near_spellings` in the database,
 * which keeps an index of them.
 */
export function nearSpellings(folded: string): string[] {
  const words = folded.split(' ').map((word) => Array.from(word));
  const long = words.filter(({ length }) => length >= shortest && length <= longest);
  return [
    ...new Set(
      long.flatMap((word) => [
        word.join(''),
        ...word.map((_, at) => [...word.slice(0, at), ...word.slice(at + 1)].join('')),
      ]),
    ),
  ];
}
