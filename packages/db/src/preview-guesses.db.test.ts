import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Published } from './clients';
import { readerClient } from './clients';
import { readerConnection } from './connection';
import { testDatabase, type TestDatabase } from './testing/database';

// Case C01 of the security catalogue for preview tokens: the count that the site's instances share, as the public's role.
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

async function guess(site: Published, network: string): Promise<number | null> {
  const [row] = await site.$queryRaw<{ wait: number | null }[]>`
    SELECT public.count_preview_guess(${network}, 30::int, 900::int) AS wait`;
  return row?.wait ?? null;
}

/** Guesses two hundred times at two instances in turn; answers how many were let through, and every wait. */
async function tries(networkAt: (instance: number) => string): Promise<{ through: number; waits: number[] }> {
  const waits: number[] = [];
  let through = 0;
  for (let nth = 0; nth < 200; nth += 1) {
    const instance = nth % 2;
    const wait = await guess(instance === 0 ? database.reader : other.published, networkAt(instance));
    if (wait === null) through += 1;
    else waits.push(wait);
  }
  return { through, waits };
}

const reached = () => database.owner.auditEntry.findMany({ where: { action: 'limit.reached' } });

it('guesses are counted for all instances together, and the log says once that there were too many', async () => {
  const { through, waits } = await tries(() => '192.0.2.1');
  expect(through).toBe(30);
  for (const wait of waits) expect(wait > 0 && wait <= 900).toBe(true);
  expect((await reached()).map(({ detail }) => detail)).toEqual([{ limit: 'preview', key: '192.0.2.1' }]);
  expect(await guess(database.reader, '192.0.2.2')).toBeNull();
});

it('would let through more where each instance counted for itself', async () => {
  expect((await tries((instance) => `instance ${instance}`)).through).not.toBe(30);
});

it('guessing begins anew once the time is over', async () => {
  await database.owner.rateLimit.update({ where: { key: 'preview:192.0.2.1' }, data: { expire: 0n } });
  expect(await guess(database.reader, '192.0.2.1')).toBeNull();
});

it('the count is no way to any other limit', async () => {
  await database.owner.rateLimit.create({ data: { key: 'password-for:a', points: 5, expire: 1n } });
  await guess(database.reader, 'password-for:a');
  const { points, expire } = await database.owner.rateLimit.findUniqueOrThrow({ where: { key: 'password-for:a' } });
  expect([points, expire]).toEqual([5, 1n]);
  await expect(database.reader.$queryRaw`SELECT * FROM public."RateLimit"`).rejects.toThrow();
});
