import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readerClient, type Published } from './clients';
import { readerConnection } from './connection';
import { testDatabase, type TestDatabase } from './testing/database';

// Case C01 of the security catalogue at the public site: the counts that its instances share, as the public's role.
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

/** How long whoever is counted has to wait, in seconds; null where they are let through. */
type Count = (site: Published, network: string) => Promise<number | null>;

const guess: Count = async (site, network) => {
  const [row] = await site.$queryRaw<{ wait: number | null }[]>`
    SELECT public.count_preview_guess(${network}, 30::int, 900::int) AS wait`;
  return row?.wait ?? null;
};

const fail: Count = async (site, network) => {
  const [row] = await site.$queryRaw<{ wait: number | null }[]>`
    SELECT public.count_failed_token(${network}, 30::int, 900::int) AS wait`;
  return row?.wait ?? null;
};

/** Is counted again and again at two instances in turn; answers how often it was let through, and every wait. */
async function tries(count: Count, times: number, networkAt: (instance: number) => string) {
  const waits: number[] = [];
  let through = 0;
  for (let nth = 0; nth < times; nth += 1) {
    const instance = nth % 2;
    const wait = await count(instance === 0 ? database.reader : other.published, networkAt(instance));
    if (wait === null) through += 1;
    else waits.push(wait);
  }
  return { through, waits };
}

/** What the log says of one network. */
const reached = async (network: string) => {
  const entries = await database.owner.auditEntry.findMany({ where: { action: 'limit.reached' } });
  return entries.map(({ detail }) => detail as { limit: string; key: string }).filter(({ key }) => key === network);
};

describe.each<[what: string, count: Count, times: number, limit: string, network: string]>([
  ['guesses at previews', guess, 200, 'preview', '192.0.2.1'],
  ['tokens that do not work', fail, 50, 'reading-token', '192.0.2.11'],
])('%s', (_what, count, times, limit, network) => {
  it('are counted for all instances together, and the log says once that there were too many', async () => {
    const { through, waits } = await tries(count, times, () => network);
    expect(through).toBe(30);
    for (const wait of waits) expect(wait > 0 && wait <= 900).toBe(true);
    expect(await reached(network)).toEqual([{ limit, key: network }]);
    expect(await count(database.reader, `${network}2`)).toBeNull();
  });

  it('would be let through more often where each instance counted for itself', async () => {
    expect((await tries(count, times, (instance) => `${limit} ${instance}`)).through).not.toBe(30);
  });
});

it('guessing begins anew once the time is over', async () => {
  await database.owner.rateLimit.update({ where: { key: 'preview:192.0.2.1' }, data: { expire: 0n } });
  expect(await guess(database.reader, '192.0.2.1')).toBeNull();
});

it.each<[what: string, count: Count, name: string, key: string]>([
  ['guesses is no way to any other limit', guess, 'password-for:a', 'password-for:a'],
  ['tokens is no way to that of the desk', fail, '192.0.2.3', 'token:192.0.2.3'],
])('the count of %s', async (_what, count, name, key) => {
  await database.owner.rateLimit.create({ data: { key, points: 5, expire: 1n } });
  await count(database.reader, name);
  const { points, expire } = await database.owner.rateLimit.findUniqueOrThrow({ where: { key } });
  expect([points, expire]).toEqual([5, 1n]);
  await expect(database.reader.$queryRaw`SELECT * FROM public."RateLimit"`).rejects.toThrow();
});
