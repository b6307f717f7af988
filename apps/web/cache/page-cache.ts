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
  /**
   * What is kept besides of answers to readers' own words and to programs, told by their keys, and how many of them are made at
   * once: there is no end of them, and a flood of them leaves the pages where they are and holds up none.
   */
  asked?: { maxBytes: number; concurrent: number; waiting: number; is: (key: string) => boolean };
  concurrent: number;
  waiting: number;
}

/**
 * Answers by key, bounded in bytes, the least recently used leaving first. An answer is made once however many ask for
 * it; those who ask after the record has moved on do not share an answer begun before.
 */
export class PageCache<E extends Cached> {
  private readonly pages: Shelf<E>;
  private readonly answers: Shelf<E> | null;

  constructor(private readonly bounds: Bounds) {
    this.pages = shelf(bounds);
    this.answers = bounds.asked ? shelf(bounds.asked) : null;
  }

  get(key: string): E | undefined {
    return this.shelfOf(key).kept.get(key);
  }

  /** The bytes kept now. */
  get bytes(): number {
    return this.pages.kept.calculatedSize + (this.answers?.kept.calculatedSize ?? 0);
  }

  /**
   * Makes the answer for a key at a stamp and keeps it when `keep` agrees. Rejects as `make` does, or with an
   * {@link OverloadError}; a failure is never kept.
   */
  obtain(key: string, stamp: E['stamp'], make: () => Promise<E>, keep: (made: E) => boolean): Promise<E> {
    const { kept, flights, lane } = this.shelfOf(key);
    const flight = `${stamp} ${key}`;
    const underway = flights.get(flight);
    if (underway !== undefined) return underway;
    const promise = lane
      .run(make)
      .then((made) => {
        if (keep(made)) kept.set(key, made);
        return made;
      })
      .finally(() => flights.delete(flight));
    flights.set(flight, promise);
    return promise;
  }

  private shelfOf(key: string): Shelf<E> {
    return this.answers !== null && this.bounds.asked?.is(key) ? this.answers : this.pages;
  }
}

/** What is made at once and what waits for it, in the order in which it came. */
class Lane {
  private readonly queue: (() => void)[] = [];
  private running = 0;

  constructor(private readonly bounds: { concurrent: number; waiting: number }) {}

  async run<T>(make: () => Promise<T>): Promise<T> {
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

interface Shelf<E extends Cached> {
  kept: LRUCache<string, E>;
  flights: Map<string, Promise<E>>;
  lane: Lane;
}

const shelf = <E extends Cached>(bounds: { maxBytes: number; concurrent: number; waiting: number }): Shelf<E> => ({
  kept: new LRUCache({
    maxSize: bounds.maxBytes,
    maxEntrySize: Math.ceil(bounds.maxBytes / 4),
    sizeCalculation: (entry) => entry.bytes,
  }),
  flights: new Map(),
  lane: new Lane(bounds),
});
