import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { openToAll } from '../cache/cross-origin';
import { securityHeaders } from '../cache/security-headers';

/** A page of changes, as the interface gives it. */
export interface Changes {
  items: readonly { sequence: number }[];
  next: number;
  more: boolean;
  /** The number of the newest change of all. */
  newest: number;
}

/** The bounds on open streams, and how often one without news shows that it is open, in milliseconds. */
interface StreamBounds {
  most: number;
  mostOfOne: number;
  heartbeat: number;
}

const streamBounds: StreamBounds = { most: 500, mostOfOne: 10, heartbeat: 20_000 };

/** Bytes that may wait for a reader that does not take them; beyond, it comes again later and goes on where it was. */
const mostWaiting = 1024 * 1024;

/** How many pages of changes are kept for streams that come by the same place, and how many are read at once. */
const mostKept = 32;
const mostReads = 4;

interface Stream {
  response: ServerResponse;
  client: string;
  after: number;
  busy: boolean;
  again: boolean;
}

/**
 * The change feed as server-sent events: readers are told of changes in the order of their numbers, each once, from where
 * they were on. A read of changes is shared by all streams that stand at the same place. A reader that has seen more than there
 * is has seen a record that was replaced by a backup since: it is told to begin again, and everything from the beginning.
 */
export class ChangeStreams {
  private readonly open = new Set<Stream>();
  private readonly ofOne = new Map<string, number>();
  private pages = new LRUCache<number, Promise<Changes>>({ max: mostKept });
  private readonly waiting: (() => void)[] = [];
  private reading = 0;
  private readonly beat: NodeJS.Timeout;
  private closed = false;

  /**
   * @param read The changes after a number.
   * @param onError Told of a read that failed; the streams stay open and go on with the next change.
   */
  constructor(
    private readonly read: (after: number) => Promise<Changes>,
    private readonly onError: (error: unknown) => void,
    private readonly bounds: StreamBounds = streamBounds,
  ) {
    this.beat = setInterval(() => this.heartbeat(), bounds.heartbeat);
    this.beat.unref();
  }

  /** How many are open. */
  get size(): number {
    return this.open.size;
  }

  /** Opens a stream of the changes after a number. Says false, and does nothing, where too many are open. */
  start(
    request: IncomingMessage,
    response: ServerResponse,
    client: string,
    after: number,
    more: readonly string[],
  ): boolean {
    const count = this.ofOne.get(client) ?? 0;
    if (this.closed || this.open.size >= this.bounds.most || count >= this.bounds.mostOfOne) return false;
    response.writeHead(200, [
      'content-type',
      'text/event-stream; charset=utf-8',
      'cache-control',
      'no-store',
      // A proxy that collects what it passes on would keep the news to itself.
      'x-accel-buffering',
      'no',
      'vary',
      'accept',
      ...securityHeaders,
      ...openToAll,
      ...more,
    ]);
    if (request.method === 'HEAD') {
      response.end();
      return true;
    }
    const stream: Stream = { response, client, after, busy: false, again: false };
    this.open.add(stream);
    this.ofOne.set(client, count + 1);
    response.on('close', () => this.forget(stream));
    response.write('retry: 5000\n\n');
    void this.tell(stream);
    return true;
  }

  /** Something was published: whoever listens is told. */
  wake(): void {
    this.pages = new LRUCache({ max: mostKept });
    for (const stream of this.open) void this.tell(stream);
  }

  /** Ends all streams, and opens no more. Their readers come again, at another instance or after the restart. */
  close(): void {
    this.closed = true;
    clearInterval(this.beat);
    for (const { response } of this.open) response.end();
  }

  /** Writes what a stream has not been told yet, one page after another. */
  private async tell(stream: Stream): Promise<void> {
    stream.again = true;
    if (stream.busy) return;
    stream.busy = true;
    try {
      while (stream.again && this.open.has(stream)) {
        stream.again = false;
        const page = await this.page(stream.after);
        if (page.newest < stream.after) {
          this.write(stream, resetOf(page.newest));
          stream.after = 0;
          stream.again = true;
          continue;
        }
        for (const item of page.items) this.write(stream, eventOf(item));
        stream.after = page.next;
        stream.again ||= page.more;
      }
    } catch {
      // Told of where it was read, once for all streams that wait for it.
    } finally {
      stream.busy = false;
    }
  }

  private page(after: number): Promise<Changes> {
    const underway = this.pages.get(after);
    if (underway !== undefined) return underway;
    const { pages } = this;
    const page = this.inTurn(() => this.read(after));
    pages.set(after, page);
    page.catch((error: unknown) => {
      pages.delete(after);
      this.onError(error);
    });
    return page;
  }

  private async inTurn<T>(read: () => Promise<T>): Promise<T> {
    // The one who leaves hands its place over, so `reading` does not change between the two.
    if (this.reading >= mostReads) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.reading += 1;
    try {
      return await read();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.reading -= 1;
      else next();
    }
  }

  private write(stream: Stream, text: string): void {
    const { response } = stream;
    if (response.writableEnded || response.destroyed) return;
    response.write(text);
    if (response.writableLength > mostWaiting) response.destroy();
  }

  private heartbeat(): void {
    for (const stream of this.open) this.write(stream, ':\n\n');
    // What could not be read when it was published is read now.
    this.wake();
  }

  private forget(stream: Stream): void {
    if (!this.open.delete(stream)) return;
    const left = (this.ofOne.get(stream.client) ?? 1) - 1;
    if (left === 0) this.ofOne.delete(stream.client);
    else this.ofOne.set(stream.client, left);
  }
}

/** Its id is 0, so that a browser that comes back meanwhile begins at the beginning too. */
const resetOf = (newest: number): string => `id: 0\nevent: reset\ndata: ${JSON.stringify({ newest })}\n\n`;

const eventOf = (item: { sequence: number }): string =>
  `id: ${item.sequence}\nevent: change\ndata: ${JSON.stringify(item)}\n\n`;
