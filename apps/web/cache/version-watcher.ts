import { setTimeout as delay } from 'node:timers/promises';

/** What the watcher knows of the record. */
export interface RecordVersion {
  /** The sequence number of the newest publication; 0 when nothing has been published. */
  sequence: number;
  /** When the newest publication was recorded, in milliseconds since 1970, rounded down; null when there is none. */
  recordedAt: number | null;
  /** The newest publication known to have taken text away; pages made before it are not shown again, not even stale. */
  withdrawn: number;
  /** The hash of the newest publication: two histories may have the same numbers. */
  hash: string | null;
  /** Another number whenever text was taken away, or the history is another one: what was made of the past before is void. */
  epoch: number;
}

/** The part of a `pg` client that the watcher uses. */
export interface WatcherClient {
  connect(): Promise<unknown>;
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  end(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'end' | 'notification', listener: () => void): unknown;
}

export interface WatcherOptions {
  /** Makes a new, unconnected client. Its own time limits must be set: a query without end would stop the watch. */
  client: () => WatcherClient;
  /** How often the version is read without being told, in milliseconds. */
  pollEvery: number;
  /** How long to wait before the next attempt to connect, in milliseconds: grows up to `retryEvery`. */
  retryEvery: number;
  onLost: (error: Error) => void;
  onFound: (version: RecordVersion) => void;
  /** Told whenever the version is another than the last that was known. */
  onMoved?: () => void;
  /** Told when the history is another one than before, as after a backup was restored: nothing made of the old one holds. */
  onReplaced?: () => void;
}

/**
 * Reads the newest publication, the newest one after `$1` that took text away, and the hash that `$1` has. A change of a
 * source may take its text away: its rights may be narrowed. The order is by the column and not by the text of the same
 * name, in which 9 comes after 10.
 */
export const newestPublication = `
  SELECT "sequence"::text AS "sequence", floor(extract(epoch FROM "recordedAt") * 1000)::text AS "recordedAt", "hash",
    (SELECT max("sequence")::text FROM "Publication" WHERE "sequence" > $1::bigint AND (
      "action" IN ('withdraw', 'merge', 'withdraw_translation') OR "kind" = 'source' AND "action" IN ('correct', 'update', 'edit'))) AS "withdrawn",
    (SELECT "hash" FROM "Publication" WHERE "sequence" = $1::bigint) AS "before"
  FROM "Publication" ORDER BY "Publication"."sequence" DESC LIMIT 1`;

/**
 * Follows the version of the record: listens for publications, reads the number again on every connection and every
 * poll, and reconnects for ever. A lost database makes the version unknown; it never raises.
 */
export class VersionWatcher {
  private known: RecordVersion | null = null;
  private last: RecordVersion | null = null;
  private readonly stopping = new AbortController();
  private pending = false;
  private reported = false;
  private wake: () => void = () => undefined;
  private waiting: (() => void)[] = [];
  private finished: Promise<void> = Promise.resolve();

  constructor(private readonly options: WatcherOptions) {}

  /** The version of the record now, or null while the database is away. */
  get version(): number | null {
    return this.known === null ? null : this.known.sequence;
  }

  /** The last version that was known, also while the database is away. */
  get lastKnown(): RecordVersion | null {
    return this.last;
  }

  /**
   * Whether the record as it stood at an instant can no longer change: a later publication has been committed, and
   * publications follow one another with rising instants.
   */
  closes(instant: Date): boolean {
    const recordedAt = this.last?.recordedAt ?? null;
    return recordedAt !== null && recordedAt > instant.getTime();
  }

  start(): void {
    this.finished = this.follow();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.rouse();
    await this.finished;
  }

  /**
   * Resolves when the version has been read again or the database was found to be away, or after a time limit in
   * milliseconds. While the database is away it waits for the next attempt; it does not hasten it.
   */
  async check(limit: number): Promise<void> {
    if (this.stopping.signal.aborted) return;
    const read = new Promise<void>((resolve) => this.waiting.push(resolve));
    this.rouse();
    const timer = new AbortController();
    await Promise.race([read, delay(limit, undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
  }

  private rouse(): void {
    this.pending = true;
    this.wake();
  }

  private async follow(): Promise<void> {
    let pause = 50;
    while (!this.stopping.signal.aborted) {
      try {
        await this.watch(() => (pause = 50));
      } catch (error) {
        this.lose(error instanceof Error ? error : new Error(String(error)));
      }
      await delay(pause, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      pause = Math.min(pause * 2, this.options.retryEvery);
    }
  }

  /** One connection, from beginning to end. */
  private async watch(onRead: () => void): Promise<void> {
    const client = this.options.client();
    const lost = new Promise<never>((_, reject) => {
      client.on('error', reject);
      client.on('end', () => reject(new Error('the connection to the database ended')));
    });
    // Without this a connection lost between two steps would be an unhandled rejection, and end the process.
    lost.catch(() => undefined);
    try {
      await Promise.race([client.connect(), lost]);
      client.on('notification', () => this.rouse());
      await Promise.race([client.query('LISTEN rapporteur_publication'), lost]);
      while (!this.stopping.signal.aborted) {
        this.pending = false;
        await Promise.race([this.read(client), lost]);
        onRead();
        await Promise.race([this.sleep(this.options.pollEvery), lost]);
      }
    } finally {
      // Not awaited: the goodbye of a connection that hangs would hang too.
      client.end().catch(() => undefined);
    }
  }

  private async read(client: WatcherClient): Promise<void> {
    const asked = this.waiting.splice(0);
    try {
      const { rows } = await client.query(newestPublication, [this.last?.sequence ?? 0]);
      const replaced = this.isAnother(rows[0]);
      const version = this.interpret(rows[0], replaced);
      const found = this.known === null;
      const moved = this.last?.sequence !== version.sequence;
      this.known = version;
      this.last = version;
      if (replaced) this.options.onReplaced?.();
      if (moved) this.options.onMoved?.();
      this.reported = false;
      if (found) this.options.onFound(version);
    } finally {
      for (const resolve of asked) resolve();
    }
  }

  /** Whether this is another history than the one that was known: the publication that was its newest is not there, or another. */
  private isAnother(row: Record<string, unknown> | undefined): boolean {
    return this.last !== null && this.last.sequence > 0 && (row?.['before'] ?? null) !== this.last.hash;
  }

  private interpret(row: Record<string, unknown> | undefined, replaced: boolean): RecordVersion {
    const sequence = Number(row?.['sequence'] ?? 0);
    const recordedAt = row?.['recordedAt'] === undefined ? null : Number(row['recordedAt']);
    const hash = typeof row?.['hash'] === 'string' ? row['hash'] : null;
    const { last } = this;
    if (last === null) return { sequence, recordedAt, hash, withdrawn: sequence, epoch: 0 };
    // Of another history nothing made before may be shown.
    if (replaced) return { sequence, recordedAt, hash, withdrawn: sequence, epoch: last.epoch + 1 };
    const withdrawn = Math.max(last.withdrawn, Number(row?.['withdrawn'] ?? 0));
    return { sequence, recordedAt, hash, withdrawn, epoch: last.epoch + (withdrawn > last.withdrawn ? 1 : 0) };
  }

  private lose(error: Error): void {
    this.known = null;
    for (const resolve of this.waiting.splice(0)) resolve();
    // One line for an outage, not one for every attempt to end it.
    if (!this.reported) this.options.onLost(error);
    this.reported = true;
  }

  /** Sleeps until the time is over or something is to be read. */
  private async sleep(milliseconds: number): Promise<void> {
    if (this.pending || this.stopping.signal.aborted) return;
    const timer = new AbortController();
    const roused = new Promise<void>((resolve) => (this.wake = resolve));
    await Promise.race([roused, delay(milliseconds, undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
  }
}
