import { formatPointer } from './json-pointer';

/** How deeply an input may nest. The deepest content schema, rich text with its citations, needs about a dozen levels. */
const deepest = 40;

type Path = readonly (string | number)[];

/** Why a value cannot be kept, and where in it, as a JSON pointer. */
export interface Unstorable {
  path: string;
  message: string;
}

/**
 * What in a value no text of the database can hold (NUL, half of a character pair), or nests deeper than any form makes;
 * null where there is nothing of it. `parts` is told the number of values and names in it, as it is counted.
 */
export function unstorable(value: unknown, parts: (seen: number) => void = () => undefined): Unstorable | null {
  // With a stack of its own: nesting deep enough to overflow the program's is what is being looked for.
  const stack: { value: unknown; path: Path }[] = [{ value, path: [] }];
  for (let seen = 1; ; seen++) {
    const next = stack.pop();
    if (next === undefined) return null;
    parts(seen);
    if (next.path.length > deepest) return at(next.path.slice(0, 5), 'is nested too deeply');
    if (typeof next.value === 'string') {
      const fault = faultOf(next.value);
      if (fault !== null) return at(next.path, fault);
    } else if (typeof next.value === 'object' && next.value !== null) {
      for (const [key, inner] of Object.entries(next.value)) {
        const path = [...next.path, key];
        const fault = faultOf(key);
        if (fault !== null) return at(path, fault);
        stack.push({ value: inner, path });
      }
    }
  }
}

function faultOf(text: string): string | null {
  if (text.includes('\0')) return 'holds a NUL character; remove it';
  return /\p{Surrogate}/u.test(text) ? 'holds half of a character pair; remove it' : null;
}

const at = (path: Path, message: string): Unstorable => ({
  path: formatPointer(path).replaceAll(/\p{Surrogate}/gu, '\ufffd'),
  message,
});
