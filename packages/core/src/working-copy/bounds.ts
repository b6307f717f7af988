import { RapporteurError } from '@rapporteur/domain/errors';
import { formatPointer } from '@rapporteur/domain/json-pointer';

/** How large an unfinished text may be, as JSON in UTF-8 bytes. */
export const largestText = 2_000_000;
/** How deeply it may nest. The deepest content schema, rich text with its citations, needs about a dozen levels. */
const deepest = 40;
const mostNodes = 200_000;

type Path = readonly (string | number)[];

/**
 * Refuses with `invalid_input` or `limit_exceeded` what PostgreSQL cannot hold as JSON or a form would never make: NUL,
 * half of a character pair, too deep, too large. Everything else is a text that somebody has not finished yet.
 */
export function boundText(value: { content: unknown; citations: unknown }): void {
  // With a stack of its own: nesting deep enough to overflow the program's is what is being looked for.
  const stack: { value: unknown; path: Path }[] = [{ value, path: [] }];
  for (let seen = 0; ; seen++) {
    const next = stack.pop();
    if (next === undefined) break;
    if (seen > mostNodes) throw new RapporteurError('limit_exceeded', 'This text has too many parts to be kept.');
    if (next.path.length > deepest) throw refused(next.path.slice(0, 5), 'is nested too deeply');
    if (typeof next.value === 'string') boundString(next.value, next.path);
    else if (typeof next.value === 'object' && next.value !== null) {
      for (const [key, inner] of Object.entries(next.value)) {
        const path = [...next.path, key];
        boundString(key, path);
        stack.push({ value: inner, path });
      }
    }
  }
  const size = Buffer.byteLength(JSON.stringify(value), 'utf8');
  if (size > largestText) {
    throw new RapporteurError(
      'limit_exceeded',
      `This text is too large to be kept: ${size.toLocaleString('en')} bytes of at most ${largestText.toLocaleString('en')}. Copy it somewhere safe and shorten it.`,
    );
  }
}

function boundString(text: string, path: Path): void {
  if (text.includes('\0')) throw refused(path, 'holds a NUL character; remove it');
  if (/\p{Surrogate}/u.test(text)) throw refused(path, 'holds half of a character pair; remove it');
}

const refused = (path: Path, message: string) =>
  new RapporteurError('invalid_input', 'This text cannot be kept.', [{ path: formatPointer(path), message }]);
