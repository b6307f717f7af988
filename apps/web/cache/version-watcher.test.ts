import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { VersionWatcher, type WatcherClient } from './version-watcher';

/** A database of one number, which can be taken away. */
class FakeDatabase {
  rows = [{ sequence: '1', recordedAt: '1000', withdrawn: null as string | null }];
  /** What the hashes of this history begin with. */
  history = 'first';
  up = true;
  clients: EventEmitter[] = [];
  connections = 0;
  hang = false;

  client = (): WatcherClient => {
    const client = new EventEmitter();
    const guard = (): Promise<void> =>
      this.hang
        ? new Promise(() => undefined)
        : this.up
          ? Promise.resolve()
          : Promise.reject(new Error('ECONNREFUSED'));
    return Object.assign(client, {
      connect: async () => {
        await guard();
        this.connections += 1;
        this.clients.push(client);
      },
      query: async (text: string, [known = 0]: unknown[] = []) => {
        await guard();
        if (text.includes('LISTEN')) return { rows: [] };
        const hashOf = (sequence: number) => `${this.history} ${sequence}`;
        const hashed = this.rows.map((row) => ({
          ...row,
          hash: hashOf(Number(row.sequence)),
          before: Number(known) > 0 && Number(known) <= Number(row.sequence) ? hashOf(Number(known)) : null,
        }));
        return { rows: hashed };
      },
      end: () => Promise.resolve(),
    });
  };

  publish(sequence: number, recordedAt: number, options: { notify?: boolean; withdrawn?: number } = {}): void {
    this.rows = [
      {
        sequence: String(sequence),
        recordedAt: String(recordedAt),
        withdrawn: options.withdrawn === undefined ? null : String(options.withdrawn),
      },
    ];
    if (options.notify !== false) for (const client of this.clients) client.emit('notification');
  }

  goAway(): void {
    this.up = false;
    for (const client of this.clients.splice(0)) client.emit('error', new Error('terminating connection'));
  }
}

describe('VersionWatcher', () => {
  let watcher: VersionWatcher | undefined;
  const events: string[] = [];
  const moves: (number | null)[] = [];
  let replaced = 0;
  const watch = (database: FakeDatabase, pollEvery = 60_000): VersionWatcher => {
    events.length = 0;
    moves.length = 0;
    replaced = 0;
    watcher = new VersionWatcher({
      client: database.client,
      pollEvery,
      retryEvery: 50,
      onLost: () => events.push('lost'),
      onFound: () => events.push('found'),
      onMoved: () => moves.push(watcher?.version ?? null),
      onReplaced: () => (replaced += 1),
    });
    watcher.start();
    return watcher;
  };
  const version = (expected: number | null) =>
    vi.waitFor(() => expect(watcher?.version).toBe(expected), { interval: 2 });
  afterEach(() => watcher?.stop());

  it('reads the version when it connects and when it is told', async () => {
    const database = new FakeDatabase();
    watch(database);
    expect(watcher?.version).toBeNull();
    await version(1);
    database.publish(2, 2000);
    await version(2);
    database.publish(3, 3000);
    database.publish(4, 4000);
    await version(4);
    expect(events).toEqual(['found']);
    // Each version once, those that were read.
    await watcher?.check(1000);
    expect(moves).toEqual([1, 2, 4]);
  });

  it('finds out by polling what it was not told', async () => {
    const database = new FakeDatabase();
    watch(database, 20);
    await version(1);
    database.publish(2, 2000, { notify: false });
    await version(2);
  });

  it('does not know the version while the database is away, and reads it again on return', async () => {
    const database = new FakeDatabase();
    watch(database);
    await version(1);
    database.goAway();
    await version(null);
    expect(watcher?.lastKnown?.sequence).toBe(1);
    await watcher?.check(1000);
    await watcher?.check(1000);
    expect(events).toEqual(['found', 'lost']);
    database.publish(7, 7000, { notify: false });
    database.up = true;
    await version(7);
    expect([events, database.connections]).toEqual([['found', 'lost', 'found'], 2]);
  });

  it('survives a database that is not there from the beginning, with one line said', async () => {
    const database = new FakeDatabase();
    database.up = false;
    watch(database);
    await watcher?.check(1000);
    await watcher?.check(1000);
    expect([watcher?.version, events]).toEqual([null, ['lost']]);
    database.up = true;
    await version(1);
  });

  it('checks within the time limit, also when nothing answers', async () => {
    const database = new FakeDatabase();
    watch(database);
    await version(1);
    database.hang = true;
    await watcher?.check(50);
    for (const client of database.clients) client.emit('end');
    await version(null);
    database.hang = false;
  });

  it('knows which instants are closed: those before a committed publication', async () => {
    const database = new FakeDatabase();
    watch(database);
    expect(watcher?.closes(new Date(0))).toBe(false);
    await version(1);
    expect([999, 1000, 1001].map((at) => watcher?.closes(new Date(at)))).toEqual([true, false, false]);
    database.publish(2, 2000);
    await version(2);
    expect([1999, 2000].map((at) => watcher?.closes(new Date(at)))).toEqual([true, false]);
  });

  it('remembers the newest withdrawal, and distrusts everything when the record went back', async () => {
    const database = new FakeDatabase();
    watch(database);
    await version(1);
    expect(watcher?.lastKnown?.withdrawn).toBe(1);
    database.publish(5, 5000, { withdrawn: 4 });
    await version(5);
    expect(watcher?.lastKnown?.withdrawn).toBe(4);
    database.publish(6, 6000);
    await version(6);
    expect(watcher?.lastKnown?.withdrawn).toBe(4);
    expect([watcher?.lastKnown?.epoch, replaced]).toEqual([1, 0]);
    database.publish(2, 2000);
    await version(2);
    expect(watcher?.lastKnown).toMatchObject({ withdrawn: 2, epoch: 2 });
    expect(replaced).toBe(1);
  });

  it('tells another history by its hashes, also where its number is the same or a higher one', async () => {
    const database = new FakeDatabase();
    watch(database);
    await version(1);
    database.publish(5, 5000);
    await version(5);
    database.history = 'second';
    await watcher?.check(1000);
    expect([watcher?.version, watcher?.lastKnown?.withdrawn, replaced]).toEqual([5, 5, 1]);
    database.history = 'third';
    database.publish(9, 9000);
    await version(9);
    expect([watcher?.lastKnown?.withdrawn, replaced]).toEqual([9, 2]);
  });
});
