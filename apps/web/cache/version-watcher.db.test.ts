import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clonedDatabase } from './testing/cloned-database';
import { newestPublication, VersionWatcher } from './version-watcher';

describe('the watcher on PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof clonedDatabase>>;
  let client: Client;
  beforeAll(async () => {
    database = await clonedDatabase();
    client = new Client(database.config);
    await client.connect();
    await client.query(
      `CREATE TEMPORARY TABLE "Publication" ("sequence" bigint, "recordedAt" timestamptz(6), "action" text,
        "kind" text DEFAULT 'actor', "hash" text GENERATED ALWAYS AS ('hash ' || "sequence") STORED)`,
    );
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('reads the newest publication by its number, and what took text away since', async () => {
    for (const [sequence, action] of [
      [8, 'withdraw'],
      [9, 'publish'],
      [10, 'correct'],
      [100, 'update'],
    ] as const) {
      const at = `2024-01-01T00:00:00.${String(sequence).padStart(3, '0')}999Z`;
      await client.query('INSERT INTO "Publication" VALUES ($1, $2, $3)', [sequence, at, action]);
      const { rows } = await client.query(newestPublication, [7]);
      expect(rows).toEqual([
        {
          sequence: String(sequence),
          recordedAt: String(Date.parse('2024-01-01T00:00:00Z') + sequence),
          withdrawn: '8',
          hash: `hash ${sequence}`,
          before: null,
        },
      ]);
    }
    const { rows } = await client.query(newestPublication, [8]);
    expect(rows[0]).toMatchObject({ withdrawn: null, before: 'hash 8' });
    await client.query('BEGIN');
    await client.query(`INSERT INTO "Publication" VALUES (101, '2024-01-01T00:00:01Z', 'withdraw_translation')`);
    expect((await client.query(newestPublication, [8])).rows[0]).toMatchObject({ withdrawn: '101' });
    await client.query(`INSERT INTO "Publication" VALUES (102, '2024-01-01T00:00:02Z', 'correct', 'source')`);
    expect((await client.query(newestPublication, [101])).rows[0]).toMatchObject({ withdrawn: '102' });
    await client.query('ROLLBACK');
  });

  it('comes back after its connection was ended by force', async () => {
    const found: number[] = [];
    const name = `watcher-${process.pid}`;
    const watcher = new VersionWatcher({
      client: () => new Client({ ...database.config, application_name: name, query_timeout: 2000 }),
      pollEvery: 60_000,
      retryEvery: 100,
      onLost: () => undefined,
      onFound: ({ sequence }) => found.push(sequence),
    });
    watcher.start();
    try {
      await watcher.check(5000);
      expect(watcher.version).toBe(0);
      await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [name]);
      await expect.poll(() => found.length, { timeout: 5000 }).toBe(2);
    } finally {
      await watcher.stop();
    }
  });
});
