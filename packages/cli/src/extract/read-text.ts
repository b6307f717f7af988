import { open } from 'node:fs/promises';
import { RapporteurError } from '@rapporteur/domain/errors';

/** Longer than any document that people read, in bytes. */
const most = 64 * 1024 * 1024;

/**
 * A text from a file, or from standard input for "-", exactly as it is there: a byte order mark and carriage returns stay,
 * so that spans count what whoever wrote it will count. Refuses what is no text in UTF-8, and what is longer than 64 MiB.
 */
export async function readText(file: string): Promise<string> {
  const name = file === '-' ? 'Standard input' : file;
  const bytes = await readBytes(file, name);
  if (bytes.subarray(0, 1024).includes('%PDF-'))
    throw notText(name, 'is a PDF, not a text; extract its text first, or bring it in at the desk.');
  if (bytes.includes(0))
    throw notText(name, 'is not a text: it holds NUL bytes. A text in UTF-16 has to be saved as UTF-8.');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw notText(name, 'is not a text in UTF-8; save it as UTF-8 and try again.');
  }
}

async function readBytes(file: string, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  const source = file === '-' ? process.stdin : (await open(file)).createReadStream();
  for await (const chunk of source as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most)
      throw new RapporteurError(
        'limit_exceeded',
        `${name} is longer than ${most / 1024 ** 2} MiB; split it and try again.`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

const notText = (name: string, why: string) => new RapporteurError('invalid_input', `${name} ${why}`);
