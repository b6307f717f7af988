import { LRUCache } from 'lru-cache';

interface Cached {
  readonly stamp: number | string;
  /** What keeping it costs in memory. */
  readonly bytes: number;
}

/** Raised instead of waiting when too many pages are waiting to be rendered already. */
export class OverloadError extends Error {}

/** How much rendering may be under way, and how much may wait for it. */
export interface Bounds {
  maxBytes: number;
  concurrent: number;
  waiting: number;
}

/**
 * Answers by key, bounded in bytes, the least recently used leaving first. An answer is made once however many ask for
 * it; those who ask after the record has moved on do not share an answer begun before.
 */
export class PageCache<E extends Cached> {
  private readonly entries: LRUCache<string, E>;
  private readonly flights = new Map<string, Promise<E>>();
  private readonly queue: (() => void)[] = [];
  private running = 0;

  constructor(private readonly bounds: Bounds) {
    this.entries = new LRUCache({
      maxSize: bounds.maxBytes,
      maxEntrySize: Math.ceil(bounds.maxBytes / 4),
      sizeCalculation: (entry) => entry.bytes,
    });
  }

  get(key: string): E | undefined {
    return this.entries.get(key);
  }

  /** The bytes kept now. */
  get bytes(): number {
    return this.entries.calculatedSize;
  }

  /**
   * Makes the answer for a key at a stamp and keeps it when `keep` agrees. Rejects as `make` does, or with an
   * {@link OverloadError}; a failure is never kept.
   */
  obtain(key: string, stamp: E['stamp'], make: () => Promise<E>, keep: (made: E) => boolean): Promise<E> {
    const flight = `${stamp} ${key}`;
    const underway = this.flights.get(flight);
    if (underway !== undefined) return underway;
    const promise = this.run(make)
      .then((made) => {
        if (keep(made)) this.entries.set(key, made);
        return made;
      })
      .finally(() => this.flights.delete(flight));
    this.flights.set(flight, promise);
    return promise;
  }

  private async run<T>(make: () => Promise<T>): Promise<T> {
    if (this.running >= this.bounds.concurrent) {
      if (this.queue.length >= this.bounds.waiting)
        throw new OverloadError('too many pages are waiting to be rendered');
      // The one who leaves hands its place over, so `running` does not change between the two.
      await new Promise<void>((resolve) => this.queue.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await make();
    } finally {
      const next = this.queue.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}
