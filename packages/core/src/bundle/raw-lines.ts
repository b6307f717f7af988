import { isUtf8 } from 'node:buffer';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { BundleBytes } from './bytes';
import { longestLine } from './format';

/** Where a line stands in its bundle: its number, from 1, and its bytes. */
export interface Place {
  line: number;
  from: number;
  length: number;
}

/** How much is read at once, in bytes. */
const piece = 1_048_576;

/** No line within its limit has more bytes: a UTF-16 unit takes at most three. */
const longestBytes = 3 * longestLine;

/** Every line that is not empty, or why it cannot be read. Tells how many bytes are read. */
export async function* rawLines(
  bytes: BundleBytes,
  onRead: (done: number) => void = () => undefined,
): AsyncGenerator<Place & { raw: string | RapporteurError }> {
  let held: Buffer[] = [];
  const place = { line: 1, from: 0, length: 0 };
  const hold = (part: Buffer) => {
    place.length += part.length;
    if (place.length <= longestBytes) held.push(part);
    else held = [];
  };
  const close = (lineFeed: number) => {
    const raw = place.length <= longestBytes ? textOf(Buffer.concat(held)) : tooLong();
    const closed = { ...place, raw };
    Object.assign(place, { line: place.line + 1, from: place.from + place.length + lineFeed, length: 0 });
    held = [];
    return closed;
  };
  for (let at = 0; at < bytes.length;) {
    const read = await bytes.read(at, piece);
    if (read.length === 0) throw changedMeanwhile();
    let begin = 0;
    for (let end = read.indexOf(10); end >= 0; end = read.indexOf(10, begin)) {
      hold(read.subarray(begin, end));
      begin = end + 1;
      const closed = close(1);
      if (isThere(closed)) yield closed;
    }
    hold(read.subarray(begin));
    at += read.length;
    onRead(at);
  }
  const last = close(0);
  if (isThere(last)) yield last;
}

/** One line once more. */
export async function rawLine(bytes: BundleBytes, { from, length }: Place): Promise<string | RapporteurError> {
  return textOf(await bytes.read(from, length));
}

const isThere = ({ raw }: { raw: string | RapporteurError }) => typeof raw !== 'string' || raw.trim() !== '';

/** Some programs write a byte order mark, which RFC 8259 allows to be ignored. */
function textOf(bytes: Buffer): string | RapporteurError {
  if (!isUtf8(bytes)) return new RapporteurError('invalid_input', 'is not UTF-8');
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

export const tooLong = () =>
  new RapporteurError('limit_exceeded', `is longer than ${longestLine.toLocaleString('en')} characters`);

/** What is read twice must be the same. */
export const changedMeanwhile = () =>
  new RapporteurError(
    'state_conflict',
    'Nothing was imported: the bundle was changed while it was read. Import it again.',
  );
