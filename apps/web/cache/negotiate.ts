export type Encoding = 'br' | 'gzip' | 'identity';

/**
 * The encoding to answer in (RFC 9110 §12.5.3): br before gzip where both are accepted. `identity` is the answer when
 * nothing else fits, refused or not, because a readable page serves better than a 406.
 */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined || acceptEncoding.length > 1000) return 'identity';
  const accepted = new Map<string, boolean>();
  for (const part of acceptEncoding.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    accepted.set(coding === 'x-gzip' ? 'gzip' : coding, Number(weight) > 0);
  }
  const accepts = (coding: string): boolean => accepted.get(coding) ?? accepted.get('*') ?? false;
  return accepts('br') ? 'br' : accepts('gzip') ? 'gzip' : 'identity';
}

/** Whether an If-None-Match names the tag, by weak comparison (RFC 9110 §13.1.2). */
export function matchesTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined || ifNoneMatch.length > 4000) return false;
  if (ifNoneMatch.trim() === '*') return true;
  for (const [, opaque] of ifNoneMatch.matchAll(/(?:W\/)?("[^"]*")/g)) {
    if (opaque === tag) return true;
  }
  return false;
}

/** Whether an If-Match names the tag, by strong comparison (RFC 9110 §13.1.1). */
export function isTag(ifMatch: string, tag: string): boolean {
  if (ifMatch.trim() === '*') return true;
  return [...ifMatch.slice(0, 4000).matchAll(/(W\/)?("[^"]*")/g)].some(([, weak, opaque]) => !weak && opaque === tag);
}
