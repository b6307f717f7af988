import { open } from 'node:fs/promises';
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

/** Works with the bytes of a file, which must stay as it is meanwhile. */
export async function withBundleFile<T>(file: string, work: (bytes: BundleBytes) => Promise<T>): Promise<T> {
  const handle = await open(file).catch((error: unknown) => {
    throw new RapporteurError('not_found', `The bundle ${file} cannot be read; is the name right?`, [], {
      cause: error,
    });
  });
  try {
    const { size } = await handle.stat();
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
