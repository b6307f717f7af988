/** Longer quotes are named by their first and last words: addresses are bounded, and a fragment stops at a block's end. */
const longest = 200;

/**
 * The `#:~:text=` fragment that makes a browser scroll to a quote on the original page (WICG Scroll To Text Fragment).
 * A long quote, or one of several lines, becomes `start,end`. Empty for a quote without words.
 */
export function textFragment(exact: string): string {
  const text = exact.replaceAll(/\s+/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return '';
  if (text.length <= longest && !/\S\s*\n\s*\S/.test(exact)) return `#:~:text=${encode(text)}`;
  const words = text.split(' ');
  // Both ends together at most the whole quote, and neither across a line break: a match must lie within one block.
  const ends = Math.min(5, Math.floor(words.length / 2));
  if (ends === 0) return `#:~:text=${encode(text)}`;
  const first = firstLine(exact).split(' ').slice(0, ends).join(' ');
  const last = lastLine(exact).split(' ').slice(-ends).join(' ');
  return `#:~:text=${encode(first)},${encode(last)}`;
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
const firstLine = (text: string) => lines(text)[0] ?? '';
const lastLine = (text: string) => lines(text).at(-1) ?? '';

/** encodeURIComponent leaves the hyphen alone, which marks a prefix or suffix in this syntax; and the rest for old parsers. */
function encode(text: string): string {
  const wellFormed = text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
  return encodeURIComponent(wellFormed).replaceAll(
    /[-!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
