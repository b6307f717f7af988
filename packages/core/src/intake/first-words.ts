/** How many characters of a text stand for its title where it has none. */
const longest = 80;

/** The beginning of a text as its name: its first line where that is short, otherwise its first words, cut between two. */
export function firstWords(text: string): string {
  const [line = ''] = text.trim().split('\n');
  const words = line.replaceAll(/[\p{Cc}\ufffe\uffff\s]+/gu, ' ').trim();
  if (words.length <= longest) return words;
  const cut = words.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
  return `${cut.replace(/\s+\S*$/, '').replace(/[,;:.–—-]+$/, '')} …`;
}
