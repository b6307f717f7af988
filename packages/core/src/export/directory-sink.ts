import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Sink } from './sink';

/** Writes the files of an export into a folder. What is there already is an error of the system, and stays. */
export function directorySink(folder: string): Sink {
  return {
    write: async (name, mediaType, content) => {
      const file = path.join(folder, ...name.split('/'));
      await mkdir(path.dirname(file), { recursive: true });
      const measure = new Measure();
      await pipeline(content, measure, createWriteStream(file, { flags: 'wx' }));
      return { path: name, mediaType, ...measure.found() };
    },
  };
}

/** Counts and hashes what goes through. */
export class Measure extends Transform {
  private bytes = 0;
  private readonly hash = createHash('sha256');

  constructor() {
    super({ writableObjectMode: true });
  }

  override _transform(
    chunk: Buffer | string,
    _encoding: BufferEncoding,
    done: (error: null, data: Buffer) => void,
  ): void {
    const data = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    this.bytes += data.length;
    this.hash.update(data);
    done(null, data);
  }

  /** To be asked once all has gone through. */
  found(): { bytes: number; sha256: string } {
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}
