import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './negotiate';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * What an answer holds for. A number: for that version of the record (its newest publication). `closed`: a past to which no
 * publication adds any more, until one takes text away, which begins another epoch. `fixed`: a file of the build, named by
 * its content.
 */
export type Stamp = number | `closed in ${number}` | 'fixed';

/** An answer of the renderer, complete. */
export interface Rendered {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}

/** One encoding of an answer, ready to be written. */
export interface Representation {
  tag: string;
  body: Buffer;
  /** Name and value in turn, as `writeHead` takes them. */
  headers: string[];
  /** The headers of a 304 (RFC 9110 §15.4.5). */
  unchanged: string[];
}

const compressible =
  /^(?:text\/|application\/(?:json|ld\+json|xml|atom\+xml|rss\+xml|feed\+json|vnd\.citationstyles\.csl\+json|link-format|x-bibtex|x-research-info-systems|javascript|problem\+json)|image\/svg\+xml)/;

// What a 304 says again of the answer (RFC 9110 §15.4.5), and what lets a script of another site see it at all.
const alsoUnchanged = new Set(['vary', 'access-control-allow-origin', 'access-control-expose-headers']);

/** An answer in the cache: made once, compressed once per encoding when it is first asked for. */
export class Entry {
  readonly bytes: number;
  private readonly ready: { [E in Encoding]?: Representation } = {};
  private readonly underway: { [E in Encoding]?: Promise<Representation> } = {};
  private readonly hash: string;
  private readonly plain: boolean;

  constructor(
    readonly stamp: Stamp,
    readonly status: number,
    private readonly headers: readonly string[],
    private readonly cacheControl: string,
    readonly body: Buffer,
    contentType: string,
  ) {
    // Room for the compressed forms too, so that the bound on the cache is a bound on memory.
    this.bytes = Math.ceil(body.length * 1.6) + 2048 + headers.reduce((sum, text) => sum + text.length, 0);
    this.hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
    this.plain = body.length < 512 || !compressible.test(contentType);
  }

  /** The representation if it is made already: the way of a hot page, without a promise. */
  peek(accepted: Encoding): Representation | undefined {
    return this.ready[this.plain ? 'identity' : accepted];
  }

  async represent(accepted: Encoding): Promise<Representation> {
    const encoding = this.plain ? 'identity' : accepted;
    return this.ready[encoding] ?? (this.underway[encoding] ??= this.make(encoding));
  }

  /** The same answer with a mark that it may be out of date, for the time in which the database is away. */
  async representStale(accepted: Encoding): Promise<Representation> {
    const fresh = await this.represent(accepted);
    const kept: string[] = [];
    for (let at = 0; at < fresh.headers.length; at += 2) {
      const [name = '', value = ''] = fresh.headers.slice(at, at + 2);
      if (name !== 'cache-control' && name !== 'etag') kept.push(name, value);
    }
    const mark = ['cache-control', 'no-store', 'warning', '110 - "Response is Stale"', 'x-rapporteur-stale', '1'];
    return { ...fresh, headers: [...kept, ...mark], unchanged: [] };
  }

  private async make(encoding: Encoding): Promise<Representation> {
    const body = await compress(this.body, encoding);
    const tag = `"${this.hash}${encoding === 'identity' ? '' : `-${encoding}`}"`;
    const always = ['cache-control', this.cacheControl, 'etag', tag, 'vary', 'accept-encoding'];
    const headers = [...this.headers, ...always, 'content-length', String(body.length)];
    if (encoding !== 'identity') headers.push('content-encoding', encoding);
    const again = this.headers.filter((_, at) => alsoUnchanged.has(this.headers[at - (at % 2)] ?? ''));
    const made = { tag, body, headers, unchanged: [...again, ...always] };
    this.ready[encoding] = made;
    return made;
  }
}

async function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  switch (encoding) {
    case 'br':
      // Quality 5: a page of 100 KB in some milliseconds; 11 would take a second of the first reader's time.
      return brotli(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
      });
    case 'gzip':
      return zip(body, { level: 6 });
    case 'identity':
      return body;
  }
}
