import { RapporteurError } from '@rapporteur/domain/errors';
import { normaliseText } from '@rapporteur/domain/passage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Received } from '../document';
import { received } from '../testing/received';
import { writeDocx } from '../testing/write-docx';
import { column, writePdf } from '../testing/write-pdf';
import { readHere } from './read';
import { container, textFormat } from './sniff';

const html = '<!doctype html><html><body><p>Some words.</p></body></html>';
const mail =
  'From: Ada <ada@post.example>\r\nTo: b@post.example\r\nMessage-ID: <1@post.example>\r\n\r\nSome words.\r\n';
const pdf = writePdf([column(['Some words.'])]);
const docx = writeDocx(['Some words.']);

/** Of what format bytes are taken to be. */
const formatOf = (it: Received) => {
  const kind = container(it);
  return kind === 'text' ? textFormat(Buffer.from(it.bytes).toString(), it) : kind;
};

describe('what bytes are', () => {
  it('is told by themselves, whatever is claimed of them', () => {
    for (const hints of [
      {},
      { mediaType: 'image/png' },
      { mediaType: 'text/html', fileName: 'page.html' },
      { mediaType: 'text/plain', fileName: 'notes.txt' },
    ]) {
      expect(formatOf(received(pdf, hints))).toBe('pdf');
      expect(formatOf(received(docx, hints))).toBe('docx');
    }
    expect(formatOf(received(html))).toBe('html');
    expect(formatOf(received(`\n<!-- saved -->\n${html}`, { mediaType: 'application/octet-stream' }))).toBe('html');
    expect(
      formatOf(
        received(
          `<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html xmlns="http://www.w3.org/1999/xhtml"></html>`,
        ),
      ),
    ).toBe('html');
    expect(formatOf(received(mail))).toBe('email');
    expect(formatOf(received('From here on: all is well.\n\nNothing else.'))).toBe('text');
  });

  it('is text where somebody pasted or saved it as such, though it looks like a page or a letter', () => {
    expect(formatOf(received(html, { mediaType: 'text/plain' }))).toBe('text');
    expect(formatOf(received(mail, { fileName: 'letter.txt' }))).toBe('text');
    expect(formatOf(received('# Title', { fileName: 'notes.md' }))).toBe('markdown');
    expect(formatOf(received('Just a fragment', { mediaType: 'text/html; charset=utf-8' }))).toBe('html');
  });
});

const box = (kind: string) => Buffer.from(`\0\0\0\x20ftyp${kind}\0\0\0\0`, 'latin1');
/** Files that hold no document, by their first bytes (F04, F09). */
const strangers: Record<string, Buffer | string> = {
  'a PNG image': Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xc3\x50\0\0\xc3\x50\x08\x06', 'latin1'),
  'a JPEG image': Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF', 'latin1'),
  'a GIF image': `GIF89a${'!\xf9\x04'.repeat(10_000)}`,
  'a WebP image': Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1'),
  'an AVIF or HEIC image': box('avif'),
  'a TIFF image': Buffer.from('II*\0\x08\0\0\0', 'latin1'),
  'a Photoshop image': Buffer.from('8BPS\0\x01', 'latin1'),
  'a BMP image': Buffer.from('BM\x46\0\0\0\0\0\0\0\x36', 'latin1'),
  'an SVG image':
    '<?xml version="1.0"?><!-- a --><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  'an XML file':
    '<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="x.xsl"?><data><script>alert(1)</script></data>',
  'a film': box('isom'),
  'a sound recording': 'ID3\x03\0',
  'a Word, Excel or PowerPoint file of the old kind': Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'latin1'),
  'a Rich Text file': '{\\rtf1\\ansi Hello}',
  'a packed archive': Buffer.from('\x1f\x8b\x08\0\0\0\0\0', 'latin1'),
  'a program': Buffer.from('\x7fELF\x02\x01\x01', 'latin1'),
};

/** What a sender may say of a file. */
const claims: Partial<Received>[] = [
  {},
  { mediaType: 'application/pdf', fileName: 'a.pdf' },
  { mediaType: 'text/html' },
  { fileName: 'a.docx' },
];

/** The files that a reader does not refuse by what they are, under at least one claim. */
async function faults(read: (file: Received) => Promise<unknown>): Promise<string[]> {
  const taken: string[] = [];
  for (const [name, bytes] of Object.entries(strangers)) {
    for (const hints of claims) {
      const file = received(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, hints);
      const error: unknown = await read(file).catch((reason: unknown) => reason);
      if (!(error instanceof RapporteurError) || !error.message.includes(`This is ${name}`)) taken.push(name);
    }
  }
  return [...new Set(taken)];
}

describe('a file that holds no document', () => {
  it('is refused by its first bytes, whatever is claimed of it', async () => {
    expect(await faults(readHere)).toEqual([]);
  });

  it('is noticed where the claim decides', async () => {
    const believes = async (file: Received) => {
      if (file.mediaType === null && file.fileName === null) return readHere(file);
      return { text: Buffer.from(file.bytes).toString('latin1') };
    };
    expect(await faults(believes)).toEqual(Object.keys(strangers));
  });

  it('is not read though it holds a document too', async () => {
    const image = Buffer.concat([Buffer.from('GIF89a\0\0'), pdf]);
    await expect(readHere(received(image, { fileName: 'a.gif' }))).rejects.toThrow('This is a GIF image');
    // With something before its mark, as readers of PDF allow, it is one where it is said to be.
    expect((await readHere(received(Buffer.concat([Buffer.from('\n\n'), pdf])))).text).toBe('Some words.');
  });
});

it('reads or refuses any bytes at all, and never fails otherwise', async () => {
  const starts = [
    '',
    '%PDF-1.7\n',
    'PK\x03\x04',
    '<!doctype html>',
    '<',
    mail,
    '\ufeff',
    '\xff\xfe',
    '---\n',
    pdf.toString('latin1').slice(0, 400),
    docx.toString('latin1').slice(0, 300),
  ];
  const bytes = fc
    .tuple(
      fc.constantFrom(...starts),
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 100 }).map((text) => Buffer.from(text)),
      ),
    )
    .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest]));
  const hints = fc.record({
    mediaType: fc.constantFrom(
      null,
      'text/plain',
      'text/html; charset=koi8-u',
      'text/markdown',
      'message/rfc822',
      'nonsense',
    ),
    fileName: fc.constantFrom(null, 'a.md', 'b.eml', 'c'),
  });
  await fc.assert(
    fc.asyncProperty(bytes, hints, async (some, claims) => {
      try {
        const { text, map } = await readHere(received(some, claims));
        expect(normaliseText(text)).toBe(text);
        expect(text).not.toContain('\0');
        let done = 0;
        for (const { start, end } of map) {
          expect(start).toBeGreaterThanOrEqual(done);
          done = end;
        }
        expect(done).toBeLessThanOrEqual(Array.from(text).length);
      } catch (error) {
        if (!(error instanceof RapporteurError)) throw error;
        expect(error.message).toMatch(/[.]$/);
      }
    }),
    { numRuns: 200 },
  );
}, 120_000);
