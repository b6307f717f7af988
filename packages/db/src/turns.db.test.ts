import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asOf } from './clients';
import { poolConfig } from './connection';
import { testDatabase, type TestDatabase } from './testing/database';
import { TakingTurns } from './turns';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Asks several questions of one connection at once; answers what the process was warned of. */
async function warningsOf(ask: () => Promise<unknown>): Promise<string[]> {
  const warnings: string[] = [];
  const hear = ({ message }: Error) => warnings.push(message);
  process.on('warning', hear);
  await ask();
  // A warning is given on the next turn of the loop.
  await new Promise(setImmediate);
  process.off('warning', hear);
  return warnings.filter((message) => message.includes('already executing a query'));
}

const questions = [1, 2, 3, 4, 5];

test('questions that are asked at once within a transaction take turns, and a plain connection warns of them', async () => {
  const { owner, past } = database;
  const answers: number[] = [];
  const inTransaction = () =>
    owner.$transaction(async (tx) => {
      const asked = questions.map((n) => tx.$queryRaw<{ n: number }[]>`SELECT ${n}::int AS n`);
      for (const rows of await Promise.all(asked)) answers.push(rows[0]?.n ?? 0);
    });
  expect(await warningsOf(inTransaction)).toEqual([]);
  expect(answers).toEqual(questions);
  const live = { where: { state: 'live' } };
  const readPast = () =>
    asOf(past, new Date(), (published) => Promise.all(questions.map(() => published.entry.count(live))));
  expect(await warningsOf(readPast)).toEqual([]);

  const { max: _max, idleTimeoutMillis: _idle, ...config } = poolConfig(database.connection);
  const plain = new pg.Client(config);
  await plain.connect();
  const atOnce = () => Promise.all(questions.map((n) => plain.query('SELECT $1::int', [n])));
  expect(await warningsOf(atOnce)).toHaveLength(1);
  await plain.end();
});

test('one that fails is heard of by whoever asked it, and those behind it are still answered', async () => {
  const { max: _max, idleTimeoutMillis: _idle, ...config } = poolConfig(database.connection);
  const client = new TakingTurns(config);
  await client.connect();
  const asked = [client.query('SELECT 1 AS n'), client.query('SELECT nothing'), client.query('SELECT 3 AS n')];
  const answers = await Promise.allSettled(asked);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const called = await new Promise((resolve) => client.query('SELECT 4 AS n', (_error, { rows }) => resolve(rows)));
  expect(called).toEqual([{ n: 4 }]);
  await client.end();
});
