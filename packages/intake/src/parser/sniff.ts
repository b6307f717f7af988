import { RapporteurError } from '@rapporteur/domain/errors';
import type { DocumentFormat, Received } from '../document';

/**
 * What the first bytes of a file, in hexadecimal, say it is (WHATWG MIME Sniffing, and the formats' own specifications), where
 * it holds no text for us.
 */
const strangers: [signature: RegExp, name: string][] = [
  [/^89504e470d0a/, 'a PNG image'],
  [/^ffd8ff/, 'a JPEG image'],
  [/^47494638(?:37|39)61/, 'a GIF image'],
  [/^52494646.{8}57454250/, 'a WebP image'],
  // `ftyp`, and then avif, avis, mif1, msf1, hei?, hev?.
  [/^.{8}66747970(?:617669[67]|6d696631|6d736631|6865[67]|68657[69])/, 'an AVIF or HEIC image'],
  [/^(?:49492[ab]00|4d4d002[ab])/, 'a TIFF image'],
  [/^38425053/, 'a Photoshop image'],
  [/^424d.{8}00000000/, 'a BMP image'],
  [/^0000(?:01|02)00/, 'an icon'],
  [/^(?:0000000c6a502020|0000000c4a584c20|ff0a)/, 'a JPEG 2000 or JPEG XL image'],
  [/^(?:.{8}66747970|1a45dfa3|52494646.{8}41564920|000001ba)/, 'a film'],
  [/^(?:494433|4f676753|664c6143|52494646.{8}57415645|fff[23b])/, 'a sound recording'],
  [/^d0cf11e0a1b11ae1/, 'a Word, Excel or PowerPoint file of the old kind; save it as DOCX or PDF'],
  [/^7b5c727466/, 'a Rich Text file; save it as DOCX or PDF'],
  [/^252150532d/, 'a PostScript file; save it as PDF'],
  // gzip, bzip2, xz, 7z, rar, zstd.
  [
    /^(?:1f8b|425a68[3-9]|fd377a585a00|377abcaf271c|526172211a|28b52ffd)/,
    'a packed archive; unpack it and send the document inside',
  ],
  // Windows, Linux, macOS, Java, WebAssembly.
  [/^(?:4d5a.{4}0000|7f454c46|c[ef]faedfe|feedfac[ef]|cafebabe|0061736d)/, 'a program'],
  [/^53514c69746520666f726d6174203300/, 'a database'],
  [/^(?:774f46(?:32|46)|4f54544f|0001000000)/, 'a font'],
];

const byName: [ending: RegExp, format: DocumentFormat][] = [
  [/[.](?:md|markdown)$/i, 'markdown'],
  [/[.]eml$/i, 'email'],
  [/[.](?:html?|xhtml)$/i, 'html'],
  [/[.](?:txt|text)$/i, 'text'],
];
const byType: [type: RegExp, format: DocumentFormat][] = [
  [/^text\/(?:x-)?markdown\b/i, 'markdown'],
  [/^message\/rfc822\b/i, 'email'],
  [/^(?:text\/html|application\/xhtml\+xml)\b/i, 'html'],
  [/^text\/plain\b/i, 'text'],
];

/** Of what kind bytes that are text are. A sender's word is believed only where it makes no difference to safety. */
export function textFormat(text: string, { mediaType, fileName }: Received): Exclude<DocumentFormat, 'pdf' | 'docx'> {
  const claimed =
    byName.find(([ending]) => ending.test(fileName ?? ''))?.[1] ??
    byType.find(([type]) => type.test(mediaType ?? ''))?.[1];
  const opening = text.slice(0, 4096);
  // Pasted or saved as text it is text, whatever it looks like: somebody wants these very signs read.
  if (claimed === 'text' || claimed === 'markdown') return claimed;
  const root = /^\s*(?:<\?xml[^>]*>\s*|<!--[^]*?-->\s*|<!doctype[^>]*>\s*)*<([a-z][\w:.-]*)/i
    .exec(opening)?.[1]
    ?.toLowerCase();
  const html =
    /^\s*(?:<!--[^]*?-->\s*)*<!doctype\s+html\b/i.test(opening) || ['html', 'head', 'body'].includes(root ?? '');
  if (root === 'svg' || root?.endsWith(':svg')) throw notDocument('an SVG image');
  if (/^\s*<\?xml\b/i.test(opening) && !html) {
    throw notDocument('an XML file, whose meaning depends on its own rules; send the page or the text made of it');
  }
  if (html || claimed === 'html') return 'html';
  return claimed === 'email' || looksLikeMail(opening) ? 'email' : 'text';
}

/** PDF or DOCX by their own bytes, text for everything that may be it. Throws for what is known to be something else. */
export function container({ bytes, mediaType, fileName }: Received): 'pdf' | 'docx' | 'text' {
  if (bytes.byteLength === 0)
    throw new RapporteurError('invalid_input', 'The file is empty. Send one that holds the document.');
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1');
  const hex = Buffer.from(start.slice(0, 32), 'latin1').toString('hex');
  if (/^504b(?:0304|0506|0708)/.test(hex)) return 'docx';
  // Readers of PDF let something stand before the mark; so do we where nobody says it is something else.
  if (/^\s*%PDF-/.test(start)) return 'pdf';
  if (start.includes('%PDF-') && (/[.]pdf$/i.test(fileName ?? '') || /^application\/pdf\b/i.test(mediaType ?? '')))
    return 'pdf';
  const known = strangers.find(([signature]) => signature.test(hex));
  if (known) throw notDocument(known[1]);
  return 'text';
}

export const notDocument = (what: string): RapporteurError =>
  new RapporteurError(
    'invalid_input',
    `This is ${what}. What can be read: plain text, HTML, PDF, DOCX, Markdown and e-mail (.eml).`,
  );

/** Header lines only, one of which no other text begins with, before the first empty line (RFC 5322, 2.2). */
function looksLikeMail(opening: string): boolean {
  const head = opening.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const names = lines.map((line) => /^([!-9;-~]+):/.exec(line)?.[1]?.toLowerCase());
  // The head may be longer than what is looked at; its last line may be cut.
  if (names.slice(0, -1).includes(undefined) || lines.length < 3) return false;
  const telling = ['message-id', 'mime-version', 'received', 'return-path', 'delivered-to', 'dkim-signature'];
  return names.includes('from') && names.some((name) => telling.includes(name ?? ''));
}
