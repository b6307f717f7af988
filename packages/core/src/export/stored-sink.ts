import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { Measure } from './directory-sink';
import type { Sink } from './sink';

/** How long each piece of a stored file is but the last, in bytes. The site counts by it: it stays as it is. */
export const chunkBytes = 1_048_576;

/** Keeps the files of an export in the database, where every instance finds them. */
export function storedSink(db: PrismaClient, version: bigint): Sink {
  return {
    write: async (path, mediaType, content) => {
      // Its size and fingerprint are known at the end; the export is shown to nobody before.
      await db.exportFile.create({ data: { version, path, mediaType, bytes: 0n, sha256: '' } });
      const measure = new Measure();
      await pipeline(content, measure, new Chunks(db, version, path));
      const { bytes, sha256 } = measure.found();
      await db.exportFile.update({
        where: { version_path: { version, path } },
        data: { bytes: BigInt(bytes), sha256 },
      });
      return { path, mediaType, bytes, sha256 };
    },
  };
}

/** Cuts what is written into pieces of one length and stores them, one after the other. */
class Chunks extends Writable {
  private waiting: Buffer[] = [];
  private length = 0;
  private number = 0;

  constructor(
    private readonly db: PrismaClient,
    private readonly version: bigint,
    private readonly path: string,
  ) {
    super({ highWaterMark: chunkBytes });
  }

  override _write(data: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.waiting.push(data);
    this.length += data.length;
    if (this.length < chunkBytes) done();
    else settle(this.store(), done);
  }

  override _final(done: (error?: Error | null) => void): void {
    settle(this.store(true), done);
  }

  private async store(all = false): Promise<void> {
    const held = Buffer.concat(this.waiting, this.length);
    let from = 0;
    while (held.length - from >= chunkBytes || (all && from < held.length)) {
      // A copy: a view would keep the whole of what it is a part of.
      const bytes = Uint8Array.from(held.subarray(from, from + chunkBytes));
      await this.db.exportChunk.create({
        data: { version: this.version, path: this.path, number: this.number, bytes },
        select: { number: true },
      });
      this.number += 1;
      from += bytes.length;
    }
    const rest = Buffer.from(held.subarray(from));
    this.waiting = [rest];
    this.length = rest.length;
  }
}

function settle(work: Promise<void>, done: (error?: Error | null) => void): void {
  work.then(
    () => done(),
    (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
  );
}

/** The bytes of a stored file, a piece at a time. */
export function storedFile(db: PrismaClient, version: bigint, path: string): Readable {
  return Readable.from(
    (async function* () {
      for (let number = 0; ; number += 1) {
        const chunk = await db.exportChunk.findUnique({
          where: { version_path_number: { version, path, number } },
          select: { bytes: true },
        });
        if (chunk === null) return;
        yield Buffer.from(chunk.bytes);
      }
    })(),
    { objectMode: false, highWaterMark: chunkBytes },
  );
}
