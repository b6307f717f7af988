import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { RapporteurError } from '@rapporteur/domain/errors';
import { describe, expect, it } from 'vitest';
import { unpack } from '../docx/archive';
import { readDocument } from '../read-document';
import { docxWith, fourGigabytes, packedSpaces, sharedBytes } from '../testing/bombs';
import { received } from '../testing/received';
import { docxParts, paragraph, writeDocx } from '../testing/write-docx';
import { writeZip, type ZipEntry } from '../testing/write-zip';
import { readDocx } from './docx';

const read = async (bytes: Uint8Array) => readDocx(await unpack(bytes));

const mebibyte = 1024 * 1024;

describe('a DOCX', () => {
  it('becomes its paragraphs, tables and notes', async () => {
    const body = [
      paragraph('The plan & its costs'),
      '<w:p><w:r><w:t xml:space="preserve">She said: “We </w:t></w:r><w:del w:id="1"><w:r><w:delText>will not</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>may</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> pay.”</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
      '<w:p/>',
      `<w:tbl><w:tr><w:tc>${paragraph('Party')}</w:tc><w:tc>${paragraph('Share')}</w:tc></w:tr><w:tr><w:tc>${paragraph('First')}</w:tc><w:tc>${paragraph('Half')}</w:tc></w:tr></w:tbl>`,
    ].join('');
    const document = await read(writeZip(docxParts(body)));
    expect(document.text.split('\n\n')).toEqual([
      'The plan & its costs',
      'She said: “We may pay.”',
      'Party\tShare\nFirst\tHalf',
      'Said in the hall.',
    ]);
    expect(document).toMatchObject({ format: 'docx', encoding: null, map: [], title: null, authors: [], warnings: [] });
  });

  it('says what it says of itself', async () => {
    const core =
      '<dc:title>Plan &amp; costs</dc:title><dc:creator>Ada Example;Bo Other</dc:creator><dcterms:created>2031-02-03T04:05:06Z</dcterms:created><dc:language>hu-HU</dc:language>';
    expect(await read(writeDocx(['Text.'], core))).toMatchObject({
      title: 'Plan & costs',
      authors: ['Ada Example', 'Bo Other'],
      published: '2031-02-03',
      language: 'hu-HU',
      warnings: [expect.stringContaining('the file was made')],
    });
  });
});

const parts = docxParts(paragraph('Words.'));
const nothing = packedSpaces(0);
const many: ZipEntry[] = Array.from({ length: 100_000 }, (_, index) => ({
  name: `word/${index}.xml`,
  data: '',
  packed: nothing,
  saidSize: 0,
}));

/** Archives made to fill memory or to show different readers different things (F05). */
const hostile: [name: string, bytes: () => Buffer, refused: RegExp][] = [
  [
    'a part that unpacks to a thousand times its size, said rightly',
    () => docxWith({ packed: packedSpaces(64 * mebibyte), saidSize: 64 * mebibyte }),
    /packed as no document is/,
  ],
  [
    'a part that unpacks to four gigabytes, said to be small',
    () => docxWith({ packed: fourGigabytes(), saidSize: 900 }),
    /damaged|packed as no document is/,
  ],
  [
    'a part that unpacks slowly to more than any text',
    () => {
      // Letters in no order, and more of them than are read.
      const noise = Buffer.alloc(50 * mebibyte, randomBytes(200_000).toString('base64'));
      return docxWith({ packed: deflateRawSync(noise, { level: 1 }), saidSize: noise.byteLength });
    },
    /packed as no document is/,
  ],
  ['a hundred thousand parts', () => writeZip([...parts, ...many]), /It says it has 65535 parts|more than 5000/],
  ['fifty kilobytes that unpack to four gigabytes', sharedBytes, /damaged/],
  [
    'parts that share their bytes',
    () => writeZip([...parts, { name: 'word/again.xml', data: '', saidOffset: 0 }]),
    /damaged/,
  ],
  [
    'two parts of one name',
    () =>
      writeZip([
        ...parts,
        { name: 'WORD/document.xml', data: '<other/>' },
        { name: 'word/document.xml', data: '<other/>' },
      ]),
    /damaged/,
  ],
  ['a part that is larger than said', () => docxWith({ saidSize: 5 }), /damaged/],
  ['a part that is smaller than said', () => docxWith({ saidSize: 50_000 }), /damaged/],
  ['a part that is locked', () => docxWith({ saidFlags: 0x801 }), /locked with a password/],
  ['a name that climbs out', () => writeZip([...parts, { name: '../../etc/passwd', data: 'x' }]), /damaged/],
  ['the first half', () => writeDocx(['Words.']).subarray(0, 700), /damaged/],
  [
    'an archive in an archive',
    () => writeZip([{ name: 'a.zip', data: writeZip([{ name: 'b.zip', data: packedSpaces(64 * mebibyte) }]) }]),
    /packed archive; unpack it/,
  ],
  [
    'a workbook',
    () =>
      writeZip([
        { name: '[Content_Types].xml', data: '' },
        { name: 'xl/workbook.xml', data: '' },
      ]),
    /an Excel workbook/,
  ],
  [
    'an OpenDocument text',
    () =>
      writeZip([
        { name: 'mimetype', data: '' },
        { name: 'content.xml', data: '' },
      ]),
    /an OpenDocument file/,
  ],
  [
    'entities that multiply',
    () => {
      const entities = Array.from(
        { length: 12 },
        (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
      ).join('');
      const document = parts.find(({ name }) => name === 'word/document.xml')?.data.toString() ?? '';
      return docxWith({
        data: document.replace('?>', `?><!DOCTYPE w [<!ENTITY e0 "ha">${entities}]>`).replace('Words.', '&e12;'),
      });
    },
    /cannot be read|damaged/,
  ],
];

describe('a DOCX made to fill memory or to deceive (F05)', () => {
  it.each(hostile)('is refused within ten seconds and 200 MB: %s', async (_, make, refused) => {
    const bytes = make();
    const begun = performance.now();
    // What the process needs for a file of nothing is 150 MB; 200 MB more is what it may take.
    const outcome = await readDocument(received(bytes), { memory: 350 * mebibyte, time: 10_000 }).catch(
      (error: unknown) => error,
    );
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(outcome).toBeInstanceOf(RapporteurError);
    expect((outcome as RapporteurError).message).toMatch(refused);
  });

  it('may be as small as fifty kilobytes', () => {
    expect(sharedBytes().byteLength).toBeLessThan(64 * 1024);
  });

  it('may say of a hundred thousand parts that they are six: no more are looked at', async () => {
    expect((await read(writeZip([...parts, ...many], { saidCount: 6 }))).text).toBe('Words.');
  });

  it('is noticed by a reader that believes what is said', async () => {
    // Takes the sizes that the archive tells for true, as naive guards do, and unpacks if they are small.
    const believes = (bytes: Buffer) =>
      bytes.readUInt32LE(bytes.indexOf('word/document.xml', bytes.indexOf('PK\x01\x02')) - 22) < mebibyte;
    const bomb = docxWith({ packed: packedSpaces(64 * mebibyte), saidSize: 900 });
    expect(believes(bomb)).toBe(true);
    await expect(unpack(bomb)).rejects.toThrow(RapporteurError);
    expect(believes(docxWith({ packed: packedSpaces(64 * mebibyte), saidSize: 64 * mebibyte }))).toBe(false);
  });

  it('leaves pictures and files inside packed', async () => {
    const bomb = {
      name: 'word/media/image1.png',
      data: '',
      packed: packedSpaces(64 * mebibyte),
      saidSize: 64 * mebibyte,
    };
    const nested = {
      name: 'word/embeddings/book.zip',
      data: writeZip([{ name: 'inner', data: packedSpaces(64 * mebibyte) }]),
    };
    const unpacked = await unpack(writeZip([...parts, bomb, nested]));
    expect([...unpacked.keys()].filter((name) => /media|embeddings/.test(name))).toEqual([]);
    expect((await read(writeZip([...parts, bomb, nested]))).text).toBe('Words.');
  });
});
