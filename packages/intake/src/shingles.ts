/** How many words make a shingle: fewer are common property, more break at every edit. */
const shingleLength = 5;
export const signatureLength = 128;

/**
 * The runs of five words of a text as numbers, one for each place; a shorter text is one run. Numbers of 32 bits collide
 * so seldom among the runs of one text that no figure here shows it.
 */
export function shinglesOf(text: string): Uint32Array {
  const words: number[] = [];
  for (const [word] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}\p{M}]+/gu))
    words.push(hashOf(word));
  const length = Math.min(shingleLength, words.length);
  const shingles = new Uint32Array(words.length === 0 ? 0 : words.length - length + 1);
  for (let at = 0; at < shingles.length; at += 1) {
    let shingle = 0;
    for (let index = at; index < at + length; index += 1) shingle = mix(Math.imul(shingle, 31) ^ (words[index] ?? 0));
    shingles[at] = shingle;
  }
  return shingles;
}

/** The least number of the shingles in each of the orders. */
export function minima(shingles: Uint32Array): Uint32Array {
  const least = new Uint32Array(signatureLength).fill(0xffffffff);
  for (const shingle of new Set(shingles)) {
    for (let order = 0; order < signatureLength; order += 1) {
      const place = mix(shingle ^ (seeds[order] ?? 0));
      if (place < (least[order] ?? 0)) least[order] = place;
    }
  }
  return least;
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The finalizer of MurmurHash3: every bit of the number changes half of the others; no two numbers become one. */
function mix(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** One number for each order, always the same. */
const seeds = Uint32Array.from({ length: signatureLength }, (_, order) => mix(0x9e3779b9 * (order + 1)));
