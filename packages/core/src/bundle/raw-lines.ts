import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { BundleBytes } from './bytes';
import { longestLine } from './format';

/** Where a line stands in its bundle: its number, from 1, and its bytes, with their fingerprint. */
export interface Place {
  line: number;
  from: number;
  length: number;
  digest: string;
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
    const whole = Buffer.concat(held);
    const raw = place.length <= longestBytes ? textOf(whole) : tooLong();
    const closed = { ...place, digest: digestOf(whole), raw };
    Object.assign(place, { line: place.line + 1, from: place.from + place.length + lineFeed, length: 0 });
    held = [];
    return closed;
  };
  for (let at = 0; at < bytes.length;) {
    const read = await bytes.read(at, piece);
    if (read.length === 0) throw cutOff();
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

/** One line once more. Refuses where it is another one. */
export async function rawLine(bytes: BundleBytes, { from, length, digest }: Place): Promise<string | RapporteurError> {
  const read = await bytes.read(from, length);
  if (digestOf(read) !== digest)
    throw new RapporteurError(
      'state_conflict',
      'Nothing was imported: the bundle was changed while it was read. Import it again.',
    );
  return textOf(read);
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64').slice(0, 22);

const isThere = ({ raw }: { raw: string | RapporteurError }) => typeof raw !== 'string' || raw.trim() !== '';

/** Some programs write a byte order mark, which RFC 8259 allows to be ignored. */
function textOf(bytes: Buffer): string | RapporteurError {
  if (!isUtf8(bytes)) return new RapporteurError('invalid_input', 'is not UTF-8');
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

export const tooLong = () =>
  new RapporteurError('limit_exceeded', `is longer than ${longestLine.toLocaleString('en')} characters`);

const cutOff = () =>
  new RapporteurError('state_conflict', 'Nothing was imported: the bundle became shorter while it was read.');
