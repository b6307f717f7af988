import { afterAll, beforeAll, expect, it } from 'vitest';
import { bulkClient, type BulkClient } from './bulk';
import { testDatabase, type TestDatabase } from './testing/database';
import { transaction } from './transaction';

let database: TestDatabase;
let bulk: BulkClient;

beforeAll(async () => {
  database = await testDatabase();
  bulk = bulkClient(database.connection, { statementTimeout: 60_000 });
  await database.owner.$executeRaw`CREATE TABLE "Copied" ("number" int PRIMARY KEY, "text" text)`;
});
afterAll(async () => {
  await bulk.close();
  await database.close();
});

const copied = () => database.owner.$queryRaw<{ text: string | null }[]>`SELECT "text" FROM "Copied" ORDER BY "number"`;

it('writes every text as it is', async () => {
  const texts = [
    '', '\\N', '\\', '\\.', '\\t', 'a\tb', 'a\nb', 'a\r\nb', '\u0008\u000b\u000c', '"quoted", and more', 'Ünïcode 🏳️ \u2028', null,
    'x'.repeat(200_000), ...Array.from({ length: 2000 }, (_, index) => `\\${index}\t${String.fromCharCode(33 + (index % 90))}`),
  ]; // prettier-ignore
  const rows = texts.map((text, index) => [index, text] as const);
  await transaction(bulk.db, () => bulk.copy('Copied', ['number', 'text'], rows));
  expect((await copied()).map(({ text }) => text)).toEqual(texts);
});

it('belongs to the transaction that is open, and to no other', async () => {
  const before = await copied();
  const broken = transaction(bulk.db, async (tx) => {
    await bulk.copy('Copied', ['number', 'text'], [[-1, 'gone']]);
    const [row] = await tx.$queryRaw<
      { count: number }[]
    >`SELECT count(*)::int AS count FROM "Copied" WHERE "number" = -1`;
    expect(row?.count).toBe(1);
    throw new Error('not after all');
  });
  await expect(broken).rejects.toThrow('not after all');
  expect(await copied()).toEqual(before);
  await expect(bulk.copy('Copied', ['number', 'text'], [[-2, 'alone']])).rejects.toThrow('within a transaction');
});

it('fails as its rows do, and leaves the client fit for more', async () => {
  const twice = transaction(bulk.db, () =>
    bulk.copy(
      'Copied',
      ['number', 'text'],
      [
        [-3, 'one'],
        [-3, 'two'],
      ],
    ),
  );
  await expect(twice).rejects.toThrow();
  await transaction(bulk.db, () => bulk.copy('Copied', ['number', 'text'], [[-3, 'one']]));
  expect((await copied())[0]?.text).toBe('one');
});
