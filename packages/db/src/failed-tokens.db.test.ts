import { afterAll, beforeAll, expect, it } from 'vitest';
import { readerClient, type Published } from './clients';
import { readerConnection } from './connection';
import { testDatabase, type TestDatabase } from './testing/database';

// Case C01 of the security catalogue for API tokens at the public site: the count that its instances share, as the public's role.
let database: TestDatabase;
let other: ReturnType<typeof readerClient>;

beforeAll(async () => {
  database = await testDatabase();
  other = readerClient(readerConnection(database.connection), { max: 1 });
});
afterAll(async () => {
  await other.close();
  await database.close();
});

async function fail(site: Published, network: string): Promise<number | null> {
  const [row] = await site.$queryRaw<{ wait: number | null }[]>`
    SELECT public.count_failed_token(${network}, 30::int, 900::int) AS wait`;
  return row?.wait ?? null;
}

it('tokens that do not work are counted for all instances together, and the log says once that there were too many', async () => {
  const waits: (number | null)[] = [];
  for (let nth = 0; nth < 50; nth += 1)
    waits.push(await fail(nth % 2 === 0 ? database.reader : other.published, '192.0.2.1'));
  expect(waits.slice(0, 30).every((wait) => wait === null)).toBe(true);
  for (const wait of waits.slice(30)) expect(wait !== null && wait > 0 && wait <= 900).toBe(true);
  expect(await fail(database.reader, '192.0.2.2')).toBeNull();
  const entries = await database.owner.auditEntry.findMany({ where: { action: 'limit.reached' } });
  expect(entries.map(({ detail }) => detail)).toEqual([{ limit: 'reading-token', key: '192.0.2.1' }]);
});

it('they are no way to the count of the desk', async () => {
  await database.owner.rateLimit.create({ data: { key: 'token:192.0.2.3', points: 5, expire: 1n } });
  await fail(database.reader, '192.0.2.3');
  const { points } = await database.owner.rateLimit.findUniqueOrThrow({ where: { key: 'token:192.0.2.3' } });
  expect(points).toBe(5);
});
