import { commonSubsequence } from '../sequence';

// A word, a run of white space, or one sign, as in the comparison of words.
const token = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

/**
 * One text out of two edits of it, for a person to read over: what one side put in stays, what one side took out goes,
 * and where both changed the same words, theirs stand before mine. Without a common origin the two texts follow each
 * other, as paragraphs where either has some and otherwise in one line.
 */
export function joinTexts(base: string | null, theirs: string, mine: string): string {
  if (base === null) return follow(theirs, mine, `${theirs}${mine}`.includes('\n') ? '\n\n' : ' ');
  const [old, hers, his] = [words(base), words(theirs), words(mine)];
  const inHers = new Map(commonSubsequence(old, hers).map(({ from, to }) => [from, to]));
  const inHis = new Map(commonSubsequence(old, his).map(({ from, to }) => [from, to]));
  let joined = '';
  let [from, left, right] = [0, 0, 0];
  for (let index = 0; index <= old.length; index++) {
    const stays = index === old.length || (inHers.has(index) && inHis.has(index));
    if (!stays) continue;
    const [toLeft, toRight] = [inHers.get(index) ?? hers.length, inHis.get(index) ?? his.length];
    joined += stretch(
      old.slice(from, index).join(''),
      hers.slice(left, toLeft).join(''),
      his.slice(right, toRight).join(''),
    );
    joined += old[index] ?? '';
    [from, left, right] = [index + 1, toLeft + 1, toRight + 1];
  }
  return joined;
}

const words = (text: string): string[] => text.match(token) ?? [];

function stretch(base: string, theirs: string, mine: string): string {
  if (theirs === mine || mine === base) return theirs;
  return theirs === base ? mine : follow(theirs, mine, ' ');
}

function follow(one: string, other: string, between: string): string {
  if (one.trim() === '' || other.trim() === '') return one.length > other.length ? one : other;
  return /\s$/.test(one) || /^\s/.test(other) ? one + other : one + between + other;
}
