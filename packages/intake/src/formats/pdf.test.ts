import { deflateSync } from 'node:zlib';
import { RapporteurError } from '@rapporteur/domain/errors';
import { sliceCodePoints } from '@rapporteur/domain/passage';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document';
import { received } from '../testing/received';
import { refusal } from '../testing/refusal';
import { column, printed, stream, writeObjects, writePdf, type PrintedLine } from '../testing/write-pdf';
import { readPdf } from './pdf';

const read = (bytes: Uint8Array) => readPdf(received(bytes));
/** A page of a report with a running head and a number at its foot. */
const page = (number: number): PrintedLine[] => [
  ...column([
    `Annual record, volume ${number}`,
    '',
    `On day ${number} the chair said that the par-`,
    'ties had agreed to a long-term plan, and that',
    'the long-term costs were known to all.',
    '',
    'The next day nobody came. What had been said in',
    `the hall was written down on sheet ${number} and the`,
  ]),
  { text: `Page ${number} of 3`, x: 280, y: 40 },
];

describe('a PDF', () => {
  it('becomes paragraphs that know their page, without what runs through all pages', async () => {
    const { text, map, warnings } = await read(writePdf([page(1), page(2), page(3)]));
    expect(text.split('\n\n')).toEqual([
      'On day 1 the chair said that the parties had agreed to a long-term plan, and that the long-term costs were known to all.',
      expect.stringMatching(
        /^The next day nobody came[.] What .* sheet 1 and the On day 2 the chair .* known to all[.]$/,
      ),
      expect.stringMatching(/sheet 2 and the On day 3/),
      'The next day nobody came. What had been said in the hall was written down on sheet 3 and the',
    ]);
    for (const number of [1, 2, 3]) {
      const own = map
        .filter((stretch) => stretch.page === number)
        .map(({ start, end }) => sliceCodePoints(text, start, end));
      expect(own.join('')).toContain(`sheet ${number}`);
      expect(own.join('')).not.toMatch(new RegExp(`(?:day|sheet) (?!${number})\\d`));
    }
    expect(warnings).toEqual([]);
  });

  it('keeps headings, lists and short paragraphs apart', async () => {
    const lines = [
      { text: 'What was agreed', y: 740, size: 18 },
      { text: 'The parties meet in spring. They said so at length, and', y: 716 },
      { text: 'signed.', y: 702 },
      { text: 'Then they left the town by the northern gate, one by one, in', y: 688 },
      { text: 'two cars:', y: 674 },
      { text: '1. the first to the river,', y: 660 },
      { text: '2. the second to the lake.', y: 646 },
    ];
    expect((await read(writePdf([lines]))).text.split('\n\n')).toEqual([
      'What was agreed',
      'The parties meet in spring. They said so at length, and signed.',
      'Then they left the town by the northern gate, one by one, in two cars:',
      '1. the first to the river,',
      '2. the second to the lake.',
    ]);
  });

  it('says what it says of itself', async () => {
    const info = '/Title (A plan) /Author (Ada Example; Bo Other) /CreationDate (D:20310203040506+01)';
    expect(await read(writePdf([column(['Text.'])], info))).toMatchObject({
      format: 'pdf',
      encoding: null,
      title: 'A plan',
      authors: ['Ada Example', 'Bo Other'],
      published: '2031-02-03',
      warnings: [expect.stringContaining('the file was made')],
    });
  });

  it('names pages that hold no text', async () => {
    const { warnings } = await read(writePdf([column(['Text.']), [], column(['More text.']), []]));
    expect(warnings).toEqual([expect.stringMatching(/^Pages 2 and 4 hold no text/)]);
  });

  it('without any text says so and asks for text', async () => {
    const { code, message } = await refusal(read(writePdf([[], []])));
    expect(code).toBe('invalid_input');
    expect(message).toMatch(/no text.*OCR.*paste the text/);
  });

  it('of 500 pages is read with its page numbers', async () => {
    const pages = Array.from({ length: 500 }, (_, index) =>
      column(
        Array.from(
          { length: 40 },
          (_line, line) => `Page ${index + 1}, line ${line + 1}: the delegate asked for the floor again.`,
        ),
      ),
    );
    const { text, map } = await readDocument(received(writePdf(pages)));
    expect(new Set(map.map(({ page: number }) => number)).size).toBe(500);
    const at = map.find(({ start, end }) => sliceCodePoints(text, start, end).includes('Page 437, line 12:'));
    expect(at?.page).toBe(437);
  });
});

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
    const begun = Date.now();
    const outcome = await readDocument(received(make()), { time: 15_000 }).catch((error: unknown) => error);
    expect(Date.now() - begun).toBeLessThan(17_000);
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
