import { constants, deflateRawSync } from 'node:zlib';
import { docxParts, paragraph } from './write-docx';
import { writeZip, type ZipEntry } from './write-zip';

const mebibyte = 1024 * 1024;

/** So many bytes of spaces, packed a thousand to one. */
export const packedSpaces = (size: number): Buffer => deflateRawSync(Buffer.alloc(size, ' '), { level: 9 });

/** Four gigabytes of spaces, packed: a block that is not the last one and ends on a byte, again and again. */
export function fourGigabytes(): Buffer {
  const block = deflateRawSync(Buffer.alloc(16 * mebibyte, ' '), { level: 9, finishFlush: constants.Z_SYNC_FLUSH });
  return Buffer.concat([...Array.from({ length: 256 }, () => block), packedSpaces(1)]);
}

/** A document whose text is told otherwise than it should be. */
export const docxWith = (text: Partial<ZipEntry>): Buffer =>
  writeZip(
    docxParts(paragraph('Words.')).map((part) => (part.name === 'word/document.xml' ? { ...part, ...text } : part)),
  );

/** Fifty kilobytes that a directory lists again and again, under ever other names (Fifield, "A better zip bomb", 2019). */
export function sharedBytes(): Buffer {
  const size = 45 * mebibyte;
  const core = { name: 'word/document.xml', data: '', packed: packedSpaces(size), saidSize: size };
  const again = Array.from({ length: 100 }, (_, index) => ({
    ...core,
    name: `word/part${index}.xml`,
    packed: Buffer.alloc(0),
    saidOffset: 0,
  }));
  return writeZip([core, { name: '[Content_Types].xml', data: '' }, { name: '_rels/.rels', data: '' }, ...again]);
}
