import { LRUCache } from 'lru-cache';

interface Cached {
  readonly stamp: number | string;
  /** What keeping it costs in memory. */
  readonly bytes: number;
}

/** Raised instead of waiting when too many pages are waiting to be rendered already. */
export class OverloadError extends Error {}

/** How much is kept, how much is made at once, and how much may wait for that. */
interface Bounds {
  maxBytes: number;
  concurrent: number;
  waiting: number;
}

/**
 * Answers without end, kept and made apart: a flood of them leaves the others where they are, and holds up none. The first that
 * `is` says yes to takes an answer: by its key, and once it is made, by what it is.
 */
interface Apart<E> extends Bounds {
  is: (key: string, made?: E) => boolean;
}

/**
 * Answers by key, bounded in bytes, the least recently used leaving first. An answer is made once however many ask for
 * it; those who ask after the record has moved on do not share an answer begun before.
 */
export class PageCache<E extends Cached> {
  private readonly pages: Shelf<E>;
  private readonly shelves: readonly Shelf<E>[];
  private cleared = 0;

  constructor(
    bounds: Bounds,
    private readonly apart: readonly Apart<E>[] = [],
  ) {
    this.pages = shelf(bounds);
    this.shelves = [...apart.map((each) => shelf<E>(each)), this.pages];
  }

  get(key: string): E | undefined {
    const own = this.shelfOf(key).kept.get(key);
    if (own !== undefined) return own;
    // An answer may have turned out to belong elsewhere when it was made.
    return this.shelves.find(({ kept }) => kept.has(key))?.kept.get(key);
  }

  /** Forgets every answer. What is being made is given to those who wait for it already, and to nobody else. */
  clear(): void {
    this.cleared += 1;
    for (const { kept, flights } of this.shelves) {
      kept.clear();
      flights.clear();
    }
  }

  /** The bytes kept now. */
  get bytes(): number {
    return this.shelves.reduce((sum, { kept }) => sum + kept.calculatedSize, 0);
  }

  /**
   * Makes the answer for a key at a stamp and keeps it when `keep` agrees. Rejects as `make` does, or with an
   * {@link OverloadError}; a failure is never kept. An answer to several calls takes as many places while it is made.
   */
  obtain(key: string, stamp: E['stamp'], make: () => Promise<E>, keep: (made: E) => boolean, calls = 1): Promise<E> {
    const { flights, lane } = this.shelfOf(key);
    const flight = `${stamp} ${key}`;
    const underway = flights.get(flight);
    if (underway !== undefined) return underway;
    const begun = this.cleared;
    const promise = lane
      .run(make, calls)
      .then((made) => {
        if (begun === this.cleared && keep(made)) this.put(key, made);
        return made;
      })
      .finally(() => {
        if (flights.get(flight) === promise) flights.delete(flight);
      });
    flights.set(flight, promise);
    return promise;
  }

  private put(key: string, made: E): void {
    const own = this.shelfOf(key, made);
    for (const { kept } of this.shelves) if (kept !== own.kept) kept.delete(key);
    own.kept.set(key, made);
  }

  private shelfOf(key: string, made?: E): Shelf<E> {
    return this.shelves[this.apart.findIndex(({ is }) => is(key, made))] ?? this.pages;
  }
}

/** What is made at once and what waits for it, in the order in which it came. */
class Lane {
  private readonly queue: { places: number; begin: () => void }[] = [];
  private taken = 0;

  constructor(private readonly bounds: { concurrent: number; waiting: number }) {}

  async run<T>(make: () => Promise<T>, calls: number): Promise<T> {
    const places = Math.min(calls, this.bounds.concurrent);
    if (this.queue.length > 0 || this.taken + places > this.bounds.concurrent) {
      if (this.queue.length >= this.bounds.waiting)
        throw new OverloadError('too many pages are waiting to be rendered');
      await new Promise<void>((resolve) => this.queue.push({ places, begin: resolve }));
    } else {
      this.taken += places;
    }
    try {
      return await make();
    } finally {
      this.taken -= places;
      this.beginNext();
    }
  }

  /** Hands free places to those who wait, the first first: a large one is not passed by. */
  private beginNext(): void {
    for (let next = this.queue[0]; next !== undefined; next = this.queue[0]) {
      if (this.taken + next.places > this.bounds.concurrent) return;
      this.queue.shift();
      this.taken += next.places;
      next.begin();
    }
  }
}

interface Shelf<E extends Cached> {
  kept: LRUCache<string, E>;
  flights: Map<string, Promise<E>>;
  lane: Lane;
}

const shelf = <E extends Cached>(bounds: Bounds): Shelf<E> => ({
  kept: new LRUCache({
    maxSize: bounds.maxBytes,
    maxEntrySize: Math.ceil(bounds.maxBytes / 4),
    sizeCalculation: (entry, key) => entry.bytes + key.length,
  }),
  flights: new Map(),
  lane: new Lane(bounds),
});
