import { RapporteurError } from '@rapporteur/domain/errors';
import sniffDeclared from 'html-encoding-sniffer';
import { detect } from 'jschardet';
import type { Received } from '../document';

export interface Decoded {
  text: string;
  /** As `TextDecoder` names it. */
  encoding: string;
  warnings: string[];
}

/** What texts of the last forty years are written in, and `TextDecoder` can read. */
const candidates =
  `windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258
  iso-8859-2 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-10 iso-8859-13 iso-8859-15 iso-8859-16 koi8-r
  koi8-u ibm866 macintosh x-mac-cyrillic windows-874 gb18030 big5 shift_jis euc-jp iso-2022-jp euc-kr`.split(/\s+/);

/** Enough to tell by, in bytes; more only takes longer. */
const sampleSize = 100_000;

/**
 * Bytes as text. A byte order mark decides; then UTF-8 where the bytes are valid UTF-8 and say more than ASCII, since no
 * other encoding comes out so by chance; then what the sender or the page declares, unless the bytes cannot be it; then
 * what the letters make likely. Throws `invalid_input` for bytes that are no text.
 */
export function decode({ bytes, mediaType }: Pick<Received, 'bytes' | 'mediaType'>): Decoded {
  const marked = byMark(bytes) ?? wide(bytes);
  if (marked) return decodeAs(marked, bytes, []);
  if (isBinary(bytes)) throw noText();
  const utf8 = tryDecode('utf-8', bytes);
  const declared = declaredEncoding(bytes, mediaType);
  if (utf8 !== null) {
    const odd = declared !== null && declared !== 'utf-8' && utf8.length < bytes.byteLength;
    return {
      text: utf8,
      encoding: 'utf-8',
      warnings: odd ? [`The document says it is written in ${declared}; it is UTF-8 and was read as such.`] : [],
    };
  }
  const likely = byLetters(bytes);
  if (declared === null || declared === 'utf-8' || tryDecode(declared, bytes) === null) {
    const said =
      declared === null ? 'does not say how it is written' : `says it is written in ${declared}, which it is not`;
    return decodeAs(likely.encoding, bytes, [
      `The document ${said}; it was read as ${likely.encoding}. Look at the letters with accents.`,
    ]);
  }
  // Servers that know nothing say Latin 1 of everything. Another script is unmistakable; another accent is not.
  const text = decodeAs(declared, bytes, []).text;
  const other = decodeAs(likely.encoding, bytes, []).text;
  if (declared === 'windows-1252' && foreignLetters(other) > 0.3 && foreignLetters(text) < 0.05) {
    return decodeAs(likely.encoding, bytes, [
      `The document says it is written in ${declared}; its letters say ${likely.encoding}, in which it was read.`,
    ]);
  }
  return { text, encoding: declared, warnings: [] };
}

function decodeAs(encoding: string, bytes: Uint8Array, warnings: string[]): Decoded {
  const decoder = new TextDecoder(encoding);
  // In parts, because Node 20 takes windows-1252 read in one go for ISO-8859-1, and loses its quotation marks.
  return { text: decoder.decode(bytes, { stream: true }) + decoder.decode(), encoding: decoder.encoding, warnings };
}

function tryDecode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function byMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without a mark: the spaces of a text are a zero beside a 32, always on the same side. */
function wide(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.byteLength, sampleSize) & ~1;
  if (bytes.byteLength % 2 !== 0 || length < 4) return null;
  const ascii = { le: 0, be: 0 };
  for (let index = 0; index < length; index += 2) {
    const [low, high] = [bytes[index] ?? 0, bytes[index + 1] ?? 0];
    if (high === 0 && (low >= 0x20 || low === 10 || low === 13)) ascii.le += 1;
    if (low === 0 && (high >= 0x20 || high === 10 || high === 13)) ascii.be += 1;
  }
  const [name, most, least] =
    ascii.le >= ascii.be ? (['utf-16le', ascii.le, ascii.be] as const) : (['utf-16be', ascii.be, ascii.le] as const);
  if (most < (length / 2) * 0.05 || least > most * 0.1) return null;
  const text = tryDecode(name, bytes);
  return text !== null && controls(text) === 0 ? name : null;
}

/** What the sender or, in its first bytes, the page itself declares; null where neither does or nobody knows the name. */
function declaredEncoding(bytes: Uint8Array, mediaType: string | null): string | null {
  const charset = /;\s*charset\s*=\s*["']?([\w.:+-]+)/i.exec(mediaType ?? '')?.[1];
  // Looks like nothing a page declares, so that what is not declared is told from what is.
  const name = sniffDeclared(bytes.subarray(0, 1024), {
    ...(charset ? { transportLayerEncodingLabel: charset } : {}),
    defaultEncoding: '',
  });
  if (!name) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function byLetters(bytes: Uint8Array): { encoding: string } {
  const { encoding } = detect(sample(bytes), { detectEncodings: candidates });
  try {
    return { encoding: new TextDecoder(encoding ?? 'windows-1252').encoding };
  } catch (error) {
    if (error instanceof RangeError) return { encoding: 'windows-1252' };
    throw error;
  }
}

/** From a little before the first letter that is not ASCII: a long page may begin with a script. */
function sample(bytes: Uint8Array): Uint8Array {
  if (bytes.byteLength <= sampleSize) return bytes;
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const from = Math.max(0, first - 1000);
  return bytes.subarray(from, from + sampleSize);
}

function foreignLetters(text: string): number {
  const part = text.slice(0, sampleSize);
  const letters = part.match(/\p{L}/gu)?.length ?? 0;
  const foreign = part.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0;
  return letters === 0 ? 0 : foreign / letters;
}

function isBinary(bytes: Uint8Array): boolean {
  let odd = 0;
  for (const byte of bytes.subarray(0, sampleSize)) {
    if (byte === 0) return true;
    if (byte < 0x20 && (byte < 0x07 || byte > 0x0d) && byte !== 0x1b) odd += 1;
  }
  return odd > Math.min(bytes.byteLength, sampleSize) / 1000;
}

/** Control characters other than tabs and line ends. */
const controls = (text: string): number => text.match(/[^\P{Cc}\t-\r]/gu)?.length ?? 0;

const noText = (): RapporteurError =>
  new RapporteurError(
    'invalid_input',
    'These bytes are no text and no document that is known here. What can be read: plain text, HTML, PDF, DOCX, Markdown and e-mail (.eml).',
  );
