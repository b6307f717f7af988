import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RapporteurError } from '@rapporteur/domain/errors';

/** The bytes of a bundle: they are read through once, and then again line by line, so that they need not be held. */
export interface BundleBytes {
  length: number;
  /** Reads at most so many bytes from a place. */
  read: (from: number, length: number) => Promise<Buffer>;
}

/** A bundle that is held. Refuses half of a character pair, which has no bytes. */
export function bytesOfText(text: string): BundleBytes {
  if (/\p{Surrogate}/u.test(text))
    throw new RapporteurError('invalid_input', 'The bundle holds half of a character pair.');
  const bytes = Buffer.from(text);
  return { length: bytes.length, read: async (from, length) => bytes.subarray(from, from + length) };
}

/** Works with the bytes of a file, which must stay as it is meanwhile. What is no file, such as a pipe, is kept in one first. */
export async function withBundleFile<T>(file: string, work: (bytes: BundleBytes) => Promise<T>): Promise<T> {
  const handle = await open(file).catch((error: unknown) => {
    throw new RapporteurError('not_found', `The bundle ${file} cannot be read; is the name right?`, [], {
      cause: error,
    });
  });
  try {
    const found = await handle.stat();
    if (found.isDirectory()) throw new RapporteurError('invalid_input', `${file} is a folder; name the bundle in it.`);
    if (!found.isFile()) return await withBundleStream(handle.createReadStream({ autoClose: false }), work);
    const { size } = found;
    return await work({
      length: size,
      read: async (from, length) => {
        const buffer = Buffer.alloc(Math.min(length, Math.max(size - from, 0)));
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, from);
        return buffer.subarray(0, bytesRead);
      },
    });
  } finally {
    await handle.close();
  }
}

/** Works with what a stream gives, which is put into a file meanwhile, because it is read twice. */
export async function withBundleStream<T>(stream: Readable, work: (bytes: BundleBytes) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-'));
  try {
    const kept = path.join(folder, 'bundle.jsonl');
    await pipeline(stream, createWriteStream(kept, { mode: 0o600 }));
    return await withBundleFile(kept, work);
  } finally {
    await rm(folder, { recursive: true });
  }
}
