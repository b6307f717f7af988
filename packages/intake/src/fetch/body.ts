import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { RapporteurError } from '@rapporteur/domain/errors';

/** The body of a response, unpacked. What comes out is counted as it comes; at `most` bytes reading stops. */
export async function readBody(response: IncomingMessage, most: number): Promise<Buffer> {
  const said = Number(response.headers['content-length'] ?? 0);
  if (said > most) throw tooLong(most);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of unpacked(response)) {
      size += (chunk as Buffer).byteLength;
      if (size > most) throw tooLong(most);
      chunks.push(chunk as Buffer);
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}

function unpacked(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  switch (encoding) {
    case 'identity':
    case '':
      return response;
    case 'gzip':
    case 'x-gzip':
      return joined(response, createGunzip());
    case 'deflate':
      return joined(response, createInflate());
    case 'br':
      return joined(response, createBrotliDecompress());
    default:
      throw new RapporteurError(
        'invalid_input',
        `The page is packed in a way that was not asked for (${encoding.slice(0, 40)}). Save it in a browser and upload it.`,
      );
  }
}

function joined(response: IncomingMessage, unpack: NodeJS.ReadWriteStream & Readable): Readable {
  response.once('error', (error) => unpack.destroy(error));
  response.once('aborted', () => unpack.destroy(new Error('the connection was lost')));
  unpack.once('close', () => response.destroy());
  response.pipe(unpack);
  return unpack;
}

const tooLong = (most: number): RapporteurError =>
  new RapporteurError(
    'limit_exceeded',
    `The page is longer than ${Math.floor(most / 1024 / 1024)} MB. Save the part that matters and upload it.`,
  );
