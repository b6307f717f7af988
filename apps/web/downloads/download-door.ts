import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { networkOf } from '@rapporteur/api/public/client-address';
import { matchesTag } from '../cache/negotiate';
import { securityHeaders } from '../cache/security-headers';
import type { ReadLimits } from '../programs/read-limits';
import { isSameFile, readRange } from './range';
import type { Gone, Kept, Shelf } from './shelf';

/** How many downloads there may be at the same time, and from one network: each holds a piece of a file in memory. */
const [atOnce, fromOne] = [32, 6];
/** How long a reader may take nothing of what is sent before the connection is closed, in milliseconds. */
const patience = 30_000;
/** How long a reader may take for a piece of a file, in milliseconds: whoever trickles gives the place to others. */
const piecePatience = 60_000;

const wanted = /^\/data\/([1-9]\d{0,17})\/([a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*(?:[.][a-z0-9]+)+)$/i;

export interface DownloadParts {
  shelf: Pick<Shelf, 'find' | 'gone' | 'read'>;
  /** What programs may read: a part of a file is a read like any other. */
  limits: Pick<ReadLimits, 'take'>;
  clientOf: (request: IncomingMessage) => string;
  onError: (error: unknown, path: string) => void;
}

/**
 * Hands out the files of exports, which are as long as the record and go by no cache: as they are kept, piece by piece, and
 * from where a download was broken off (Range, If-Range with the strong tag).
 */
export class DownloadDoor {
  private readonly underway = new Map<string, number>();
  private all = 0;

  constructor(
    private readonly parts: DownloadParts,
    private readonly perPiece: number = piecePatience,
  ) {}

  /** Answers a request for a file; gives whether it is one. */
  takes(request: IncomingMessage, response: ServerResponse): boolean {
    const [, version, path] = wanted.exec(request.url?.split('?')[0] ?? '') ?? [];
    if (version === undefined || path === undefined) return false;
    this.answer(version, path, request, response).catch((error: unknown) => {
      // Whoever went away took the rest of it along, and that is no fault.
      if (!response.destroyed) this.parts.onError(error, `/data/${version}/${path}`);
      if (response.headersSent) response.destroy();
      else tell(response, 503, 'This file cannot be read just now. Try again in a moment.', ['retry-after', '5']);
    });
    return true;
  }

  private async answer(
    version: string,
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return tell(response, 405, 'Only GET and HEAD are answered here.', ['allow', 'GET, HEAD']);
    const network = networkOf(this.parts.clientOf(request));
    const admission = this.parts.limits.take(network);
    for (let at = 0; at < admission.headers.length; at += 2)
      response.setHeader(admission.headers[at] ?? '', admission.headers[at + 1] ?? '');
    if (admission.let === 'wait')
      return tell(response, 429, `This budget of requests is used up. Ask again in ${admission.seconds} s.`, [
        'retry-after',
        String(admission.seconds),
      ]);
    const own = this.underway.get(network) ?? 0;
    if (this.all >= atOnce || own >= fromOne)
      return tell(response, 503, 'There are too many downloads at once. Try again in a moment.', ['retry-after', '10']);
    this.all += 1;
    this.underway.set(network, own + 1);
    try {
      const file = await this.parts.shelf.find(version, path);
      if (file === null) return await this.miss(version, response);
      await this.send(version, path, file, request, response);
    } finally {
      this.all -= 1;
      const left = (this.underway.get(network) ?? 1) - 1;
      if (left === 0) this.underway.delete(network);
      else this.underway.set(network, left);
    }
  }

  /** An export is cited by its address: one that was here is told of for good. */
  private async miss(version: string, response: ServerResponse): Promise<void> {
    const gone = await this.parts.shelf.gone(version);
    if (gone === null)
      return tell(response, 404, 'There is no such file. What there is to download now is told at /data.', []);
    tell(response, 410, whyGone(version, gone), [
      'link',
      gone.newest === null
        ? '</data>; rel="latest-version"'
        : `</data/${gone.newest}/datapackage.json>; rel="latest-version"`,
    ]);
  }

  private async send(
    version: string,
    path: string,
    file: Kept,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const tag = `"${file.sha256}"`;
    const { range: asked, 'if-range': ifRange, 'if-none-match': known } = request.headers;
    const headers = headersOf(path, file, tag);
    if (known !== undefined && matchesTag(known, tag)) {
      response.writeHead(304, headers).end();
      return;
    }
    // Only GET knows of parts (RFC 9110 §14.2).
    const isPart = request.method === 'GET' && isSameFile([ifRange].flat()[0], tag);
    const range = isPart ? readRange(asked, file.bytes) : null;
    if (range === 'unsatisfiable')
      return tell(response, 416, 'The file has no such part.', ['content-range', `bytes */${file.bytes}`]);
    const { first, last } = range ?? { first: 0, last: file.bytes - 1 };
    response.writeHead(range === null ? 200 : 206, [
      ...headers,
      'content-length',
      String(last + 1 - first),
      ...(range === null ? [] : ['content-range', `bytes ${first}-${last}/${file.bytes}`]),
    ]);
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    response.setTimeout(patience, () => response.destroy());
    const clock = setTimeout(() => response.destroy(), this.perPiece);
    const pieces = this.parts.shelf.read(version, path, first, last);
    const paced = async function* () {
      for await (const piece of pieces) {
        clock.refresh();
        yield piece;
      }
    };
    try {
      await pipeline(Readable.from(paced(), { objectMode: true, highWaterMark: 1 }), response);
    } finally {
      clearTimeout(clock);
    }
  }
}

function whyGone(version: string, { recordedAt, recordHash, why, newest }: Gone): string {
  const instant = recordedAt.toISOString();
  return [
    `The export of version ${version} of the record is no longer here.`,
    why === 'newer'
      ? 'Newer ones took its place.'
      : 'Something that it held was withdrawn, or may not be shown whole any more.',
    newest === null
      ? 'The next one is being made; it will be told at /data.'
      : `The newest is that of version ${newest}: /data/${newest}/datapackage.json`,
    '',
    `What was cited stays true: version ${version}, as of ${instant}, record hash sha256:${recordHash}.`,
    `The record as it stood then, without what was withdrawn since, can be read at /at/${instant.replaceAll(/[-:T]|[.].*/g, '')}/`,
  ].join('\n');
}

function headersOf(path: string, { mediaType, sha256, madeAt }: Kept, tag: string): string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return [
    ...securityHeaders,
    'content-type',
    mediaType,
    'content-disposition',
    `attachment; filename="${name}"`,
    'accept-ranges',
    'bytes',
    'etag',
    tag,
    'last-modified',
    madeAt.toUTCString(),
    // It never changes, but it can be taken away: a cache asks before it shows it.
    'cache-control',
    'public, no-cache',
    'repr-digest',
    `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    'access-control-allow-origin',
    '*',
  ];
}

function tell(response: ServerResponse, status: number, text: string, more: readonly string[]): void {
  const body = Buffer.from(`${text}\n`);
  response.writeHead(status, [
    ...securityHeaders,
    'content-type',
    'text/plain; charset=utf-8',
    'cache-control',
    'no-store',
    'content-length',
    String(body.length),
    ...more,
  ]);
  response.end(body);
}
