/** Above this length the engine's own search can take the product of both lengths on texts that repeat themselves. */
const long = 256;

/**
 * Where a text holds a pattern: UTF-16 indices, overlapping ones included, at most `limit` of them. Takes time in
 * proportion to the length of the text, whatever both look like, because texts and quotes come from outside.
 */
export function occurrences(text: string, pattern: string, limit: number): number[] {
  if (pattern === '' || limit <= 0) return [];
  return pattern.length <= long ? bySearch(text, pattern, limit) : byAutomaton(text, pattern, limit);
}

function bySearch(text: string, pattern: string, limit: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(pattern); at >= 0 && found.length < limit; at = text.indexOf(pattern, at + 1))
    found.push(at);
  return found;
}

/** Knuth, Morris, Pratt: Fast pattern matching in strings, SIAM J. Comput. 6 (1977). */
function byAutomaton(text: string, pattern: string, limit: number): number[] {
  const border = borders(pattern);
  const found: number[] = [];
  let matched = 0;
  for (let at = 0; at < text.length && found.length < limit; at++) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && unit !== pattern.charCodeAt(matched)) matched = border[matched] ?? 0;
    if (unit === pattern.charCodeAt(matched)) matched++;
    if (matched === pattern.length) {
      found.push(at + 1 - matched);
      matched = border[matched] ?? 0;
    }
  }
  return found;
}

/** For each length of the beginning of a pattern, the longest shorter beginning that it also ends with. */
function borders(pattern: string): Uint32Array {
  const border = new Uint32Array(pattern.length + 1);
  let length = 0;
  for (let at = 1; at < pattern.length; at++) {
    const unit = pattern.charCodeAt(at);
    while (length > 0 && unit !== pattern.charCodeAt(length)) length = border[length] ?? 0;
    if (unit === pattern.charCodeAt(length)) length++;
    border[at + 1] = length;
  }
  return border;
}
