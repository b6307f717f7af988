import { deflateSync } from 'node:zlib';
import { RapporteurError } from '@rapporteur/domain/errors';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document';
import { received } from '../testing/received';
import { column, printed, stream, writeObjects, writePdf } from '../testing/write-pdf';

const catalogue = '<< /Type /Catalog /Pages 2 0 R >>';
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const leaf = (contents: number, more = '') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> ${more} >> /Contents ${contents} 0 R >>`;
const words = stream(printed(column(['Words of the page.'])));
const whole = writePdf([column(['Words of the page.'])]);

/** Files made to break a reader (F07), and what may come of each: its words, or a refusal. */
const hostile: [name: string, bytes: () => Buffer, refused?: RegExp][] = [
  [
    'a cross-reference table that lies',
    () => Buffer.from(whole.toString('latin1').replaceAll(/\d{10} 00000 n/g, '0000000007 00000 n'), 'latin1'),
  ],
  [
    'no cross-reference table',
    () =>
      Buffer.from(
        whole
          .toString('latin1')
          .replace(/xref[^]*(?=trailer)/, '')
          .replace(/startxref[^]*$/, ''),
        'latin1',
      ),
  ],
  ['half a file', () => whole.subarray(0, whole.byteLength / 2), /damaged|no text/],
  ['a mark and nothing else', () => Buffer.from('%PDF-1.7\n%%EOF'), /damaged/],
  [
    'a page tree that leads to itself',
    () => writeObjects([catalogue, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>', font, '<< >>']),
    /damaged/,
  ],
  [
    'a page tree with a circle of two',
    () =>
      writeObjects([
        catalogue,
        '<< /Type /Pages /Kids [5 0 R] /Count 1 >>',
        font,
        '<< >>',
        '<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 1 >>',
      ]),
    /damaged/,
  ],
  [
    'a million pages that are not there',
    () => writeObjects([catalogue, '<< /Type /Pages /Kids [5 0 R] /Count 1000000 >>', font, '<< >>', leaf(6), words]),
  ],
  [
    'a million pages out of ten objects',
    () => {
      // Each node has the next one ten times.
      const node = (next: number, count: number) =>
        `<< /Type /Pages /Kids [${`${next} 0 R `.repeat(10)}] /Count ${count} >>`;
      const nodes = [8, 9, 10, 11, 5].map((next, index) => node(next, 10 ** (5 - index)));
      return writeObjects([catalogue, node(7, 1_000_000), font, '<< >>', leaf(6), words, ...nodes]);
    },
    /1000000 pages; at most 5000/,
  ],
  [
    'the same page ten thousand times',
    () =>
      writeObjects([
        catalogue,
        `<< /Type /Pages /Kids [${'5 0 R '.repeat(10_000)}] /Count 10000 >>`,
        font,
        '<< >>',
        leaf(6),
        words,
      ]),
    /10000 pages/,
  ],
  [
    'a page tree a hundred thousand deep',
    () => {
      const depth = 100_000;
      const nodes = Array.from({ length: depth }, (_, index) => `<< /Type /Pages /Kids [${index + 6} 0 R] /Count 1 >>`);
      return writeObjects([
        catalogue,
        '<< /Type /Pages /Kids [5 0 R] /Count 1 >>',
        font,
        '<< >>',
        ...nodes,
        leaf(depth + 6),
        words,
      ]);
    },
  ],
  [
    'a stream that unpacks to two gigabytes',
    () => {
      const inner = deflateSync(deflateSync(Buffer.alloc(256 * 1024 * 1024, ' '), { level: 9 }), { level: 9 });
      return writeObjects([
        catalogue,
        '<< /Type /Pages /Kids [5 0 R] /Count 8 >>',
        font,
        '<< >>',
        leaf(6).replace('/Contents 6 0 R', `/Contents [${'6 0 R '.repeat(8)}]`),
        stream(inner, '/Filter [/FlateDecode /FlateDecode]'),
      ]);
    },
    /memory|seconds|no text|damaged/,
  ],
  [
    'a picture of ten billion points',
    () =>
      writeObjects([
        catalogue,
        '<< /Type /Pages /Kids [5 0 R] /Count 1 >>',
        font,
        '<< >>',
        leaf(6, '/XObject << /I 7 0 R >>'),
        stream(`/I Do ${printed(column(['Words of the page.']))}`),
        stream(
          'x',
          '/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB',
        ),
      ]),
  ],
  [
    'a form that shows itself',
    () =>
      writeObjects([
        catalogue,
        '<< /Type /Pages /Kids [5 0 R] /Count 1 >>',
        font,
        '<< >>',
        leaf(6, '/XObject << /X 7 0 R >>'),
        stream(`/X Do ${printed(column(['Words of the page.']))}`),
        stream('/X Do /X Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 7 0 R >> >>'),
      ]),
  ],
  [
    'a script and a file inside',
    () =>
      writeObjects([
        catalogue.replace(
          '>>',
          '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> /EmbeddedFiles << /Names [(x.exe) << /Type /Filespec /F (x.exe) /EF << /F 7 0 R >> >>] >> >> >>',
        ),
        '<< /Type /Pages /Kids [5 0 R] /Count 1 >>',
        font,
        '<< >>',
        leaf(6),
        words,
        stream('MZ program'),
      ]),
  ],
  [
    'a font program of nonsense',
    () =>
      writeObjects([
        catalogue,
        '<< /Type /Pages /Kids [5 0 R] /Count 1 >>',
        '<< /Type /Font /Subtype /TrueType /BaseFont /Odd /FirstChar 0 /LastChar 255 /Widths [] /FontDescriptor 7 0 R /Encoding /WinAnsiEncoding /FontMatrix [1 0 0 (0\\); process.exit\\(7\\)//) 0 0] >>',
        '<< >>',
        leaf(6),
        words,
        '<< /Type /FontDescriptor /FontName /Odd /Flags 4 /FontFile2 8 0 R >>',
        stream('\0\x01\0\0\xff\xff\xff\xff'.repeat(50)),
      ]),
  ],
  [
    'a PostScript function without end',
    () =>
      writeObjects([
        catalogue,
        '<< /Type /Pages /Kids [5 0 R] /Count 1 >>',
        font,
        '<< >>',
        leaf(6, '/ColorSpace << /C [/Separation /A /DeviceRGB 7 0 R] >>'),
        stream(`/C cs 1 sc ${printed(column(['Words of the page.']))}`),
        stream(
          `{ ${'{ dup '.repeat(50_000)} ${'} if '.repeat(50_000)} }`,
          '/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]',
        ),
      ]),
  ],
  [
    'a lock',
    () =>
      writeObjects(
        [
          catalogue,
          '<< /Type /Pages /Kids [5 0 R] /Count 1 >>',
          font,
          '<< >>',
          leaf(6),
          words,
          `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'61'.repeat(32)}> /U <${'62'.repeat(32)}> >>`,
        ],
        `/Encrypt 7 0 R /ID [<${'63'.repeat(16)}> <${'63'.repeat(16)}>]`,
      ),
    /locked with a password.*paste its text/,
  ],
];

describe('a PDF made to break a reader (F07)', () => {
  it.each(hostile)('is read or refused in words, within bounds: %s', async (_, make, refused) => {
    const begun = performance.now();
    const outcome = await readDocument(received(make()), { time: 15_000 }).catch((error: unknown) => error);
    expect(performance.now() - begun).toBeLessThan(17_000);
    if (refused) {
      expect(outcome).toBeInstanceOf(RapporteurError);
      expect((outcome as RapporteurError).message).toMatch(refused);
    } else {
      expect(outcome).toMatchObject({ text: 'Words of the page.' });
    }
  });

  it('hinders no other document that is read at the same time', async () => {
    const circle = writeObjects([catalogue, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>', font, '<< >>']);
    const [bad, good] = await Promise.allSettled([readDocument(received(circle)), readDocument(received(whole))]);
    expect(bad.status).toBe('rejected');
    expect(good).toMatchObject({ status: 'fulfilled', value: { text: 'Words of the page.' } });
  });
});
