import { RapporteurError } from '@rapporteur/domain/errors';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

/** A document has some dozens of parts; more are a trap. */
const mostEntries = 5_000;
/** What the parts that are read may hold together, in bytes. */
const mostBytes = 48 * 1024 * 1024;
/** How many times its packed size a part may hold, once it is larger than a mebibyte: XML reaches about fifty. */
const steepest = 250;

/** The parts of a DOCX that hold text or say where text is. Pictures and embedded files are never unpacked. */
const wanted =
  /^(?:\[Content_Types\][.]xml|_rels\/[.]rels|docProps\/core[.]xml|word\/[\w-]+[.]xml|word\/_rels\/[\w-]+[.]xml[.]rels)$/;

/**
 * The wanted parts of a packed document, unpacked by us: real output is counted as it comes, whatever the sizes in the file
 * say. Throws `invalid_input` or `limit_exceeded` for a file that is not what it says or unpacks to too much.
 */
export async function unpack(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const zip = await fromBufferPromise(file, { lazyEntries: true, strictFileNames: true });
    if (zip.entryCount > mostEntries) throw tooMuch(`It says it has ${zip.entryCount} parts`);
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      if (entries.length > mostEntries) throw tooMuch(`It has more than ${mostEntries} parts`);
    }
    checkKind(entries.map(({ fileName }) => fileName));
    checkPlaces(entries);
    const parts = new Map<string, Buffer>();
    let left = mostBytes;
    for (const entry of entries.filter(({ fileName }) => wanted.test(fileName))) {
      const part = await unpackPart(zip, entry, left);
      left -= part.byteLength;
      parts.set(entry.fileName, part);
    }
    return parts;
  } catch (error) {
    if (error instanceof RapporteurError) throw error;
    throw damaged(error);
  }
}

async function unpackPart(zip: ZipFile, entry: Entry, left: number): Promise<Buffer> {
  if (entry.isEncrypted()) throw locked();
  const chunks: Buffer[] = [];
  let size = 0;
  const stream = await zip.openReadStreamPromise(entry);
  try {
    for await (const chunk of stream) {
      size += (chunk as Buffer).byteLength;
      if (size > left) throw tooMuch('It unpacks to more text than any document has');
      if (size > 1024 * 1024 && size > entry.compressedSize * steepest) {
        throw tooMuch(`Its part ${entry.fileName} unpacks to more than ${steepest} times its size`);
      }
      chunks.push(chunk as Buffer);
    }
  } finally {
    stream.destroy();
  }
  return Buffer.concat(chunks);
}

/** Refuses parts of one name, and parts that share bytes: both show different readers different documents. */
function checkPlaces(entries: Entry[]): void {
  const names = new Set(entries.map(({ fileName }) => fileName.toLowerCase()));
  if (names.size < entries.length) throw damaged(new Error('two parts have one name'));
  const inOrder = entries.toSorted((one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader);
  for (const [index, entry] of inOrder.entries()) {
    // A local header has 30 bytes and the name, then come the packed bytes (APPNOTE 4.3.7).
    const end = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize;
    const next = inOrder[index + 1];
    if (next && end > next.relativeOffsetOfLocalHeader) throw damaged(new Error('parts share bytes'));
  }
}

/** Says what another packed file is. */
function checkKind(names: string[]): void {
  if (
    names.includes('word/document.xml') ||
    (names.includes('[Content_Types].xml') &&
      names.includes('_rels/.rels') &&
      !names.some((name) => /^(?:xl|ppt)\//.test(name)))
  )
    return;
  const kinds: [RegExp, string][] = [
    [/^xl\//, 'an Excel workbook'],
    [/^ppt\//, 'a PowerPoint presentation; save it as PDF'],
    [/^META-INF\/container[.]xml$/, 'an e-book; save the chapter as PDF or text'],
    [/^content[.]xml$/, 'an OpenDocument file; save it as DOCX or PDF'],
    [/^EncryptedPackage$/, 'a document locked with a password; unlock it'],
  ];
  const kind = kinds.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1];
  throw new RapporteurError(
    'invalid_input',
    `This is ${kind ?? 'a packed archive; unpack it and send the document inside'}. What can be read: plain text, HTML, PDF, DOCX, Markdown and e-mail (.eml).`,
  );
}

const tooMuch = (what: string): RapporteurError =>
  new RapporteurError(
    'limit_exceeded',
    `This file is not read: it is packed as no document is. ${what}. Save it anew in its program, or send its text.`,
  );

const damaged = (cause: unknown): RapporteurError =>
  new RapporteurError(
    'invalid_input',
    'This DOCX file is damaged. Open it in its program, save it anew, and send that; or paste its text.',
    [],
    { cause },
  );

const locked = (): RapporteurError =>
  new RapporteurError('invalid_input', 'This DOCX file is locked with a password. Unlock it and send it again.');
