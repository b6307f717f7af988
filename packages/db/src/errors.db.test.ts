import { RapporteurError } from '@rapporteur/domain/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownerClient } from './clients';
import { mapDatabaseError } from './errors';
import { withConnection } from './migrate';
import { testDatabase, type TestDatabase } from './testing/database';
import { transaction, type Transaction } from './transaction';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Runs work in a transaction whose backend is ended by force when the work says so; gives what came out. */
async function cutOff(work: (tx: Transaction, cut: () => Promise<void>) => Promise<unknown>): Promise<unknown> {
  const client = ownerClient(database.connection, { max: 1 });
  try {
    return await transaction(client, async (tx) => {
      const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      await work(tx, () =>
        withConnection(database.connection, async (other) => {
          await other.query('SELECT pg_terminate_backend($1, 5000)', [row?.pid]);
        }),
      );
    }).catch((error: unknown) => error);
  } finally {
    await client.$disconnect();
  }
}

describe('a connection that is lost', () => {
  const ways: Record<string, (tx: Transaction, cut: () => Promise<void>) => Promise<unknown>> = {
    'during a raw query': async (tx, cut) => Promise.all([tx.$queryRaw`SELECT pg_sleep(60)::text`, cut()]),
    'between two raw queries': async (tx, cut) => {
      await cut();
      await tx.$queryRaw`SELECT 1`;
    },
    'between two queries of a model': async (tx, cut) => {
      await cut();
      await tx.record.count();
    },
    'before the end of the transaction': async (_, cut) => cut(),
  };

  it.each(Object.entries(ways))('%s is told as one, and not as nothing done', async (_, work) => {
    const error = await cutOff(work);
    expect(error).toBeInstanceOf(RapporteurError);
    expect(error).toMatchObject({ code: 'unavailable', message: expect.stringContaining('lost on the way') });
  });

  it.each(['Connection terminated unexpectedly', 'Client has encountered a connection error and is not queryable'])(
    'is known by the driver’s words alone: %s',
    (words) => expect(mapDatabaseError(new Error(words))).toMatchObject({ code: 'unavailable' }),
  );
});

describe('a disk that is full', () => {
  it('is told as one, and as nothing done', async () => {
    const { owner } = database;
    const full = `DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$`;
    await expect(transaction(owner, (tx) => tx.$executeRawUnsafe(full))).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('disk of the database is full'),
    });
  });
});

describe('other errors', () => {
  it('are those of the database’s rules, or stay as they are', async () => {
    const { owner } = database;
    const data = { id: 'x', kind: 'actor', slug: 'not a slug' };
    await expect(transaction(owner, (tx) => tx.record.create({ data }))).rejects.toMatchObject({
      code: 'state_conflict',
    });
    const fault = new Error('a fault of ours');
    expect(mapDatabaseError(fault)).toBe(fault);
    const there = ownerClient({ ...database.connection, port: 1 });
    const away = { code: 'unavailable', message: expect.stringContaining('Nothing was changed') };
    await expect(transaction(there, (tx) => tx.record.count())).rejects.toMatchObject(away);
    // Outside a transaction, and as raw SQL, it comes in other clothes.
    for (const asked of [there.record.count(), there.$queryRaw`SELECT 1`]) {
      expect(mapDatabaseError(await asked.catch((error: unknown) => error))).toMatchObject(away);
    }
    await there.$disconnect();
  });
});
