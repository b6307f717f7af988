import { createHash, randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clonedDatabase } from '../cache/testing/cloned-database';
import type { AllReads, Reads } from './budgets';
import { tokenTries } from './known-tokens';
import { ReadLimits } from './read-limits';
import { readsIn } from './shared-reads';
import { tokensIn } from './token';

const secret = 'rapporteur_of_an_editor';

let database: Awaited<ReturnType<typeof clonedDatabase>>;
let owner: Pool;
let reader: Pool;
/** What the database was asked. */
const asked: string[] = [];

beforeAll(async () => {
  database = await clonedDatabase();
  owner = new Pool({ ...database.config, max: 1 });
  reader = new Pool({ ...database.config, max: 2, options: '-c role=rapporteur_reader' });
  // The database is dropped under connections that are still closing.
  for (const pool of [owner, reader]) pool.on('error', () => undefined);
  await owner.query(
    `INSERT INTO "User" ("id", "name", "email", "role", "updatedAt") VALUES ('u', 'Noor', 'noor@example.org', 'editor', now())`,
  );
  await owner.query(
    `INSERT INTO "ApiToken" ("id", "userId", "name", "scopes", "tokenHash", "expiresAt") VALUES ('t', 'u', 'reads', '{read}', $1, now() + interval '1 hour')`,
    [createHash('sha256').update(secret).digest('hex')],
  );
});
afterAll(async () => {
  await Promise.all([owner.end(), reader.end()]);
  await database.drop();
});

const instance = () =>
  new ReadLimits(
    1000,
    tokensIn({
      query: (text: string, values: unknown[]) => {
        asked.push(text);
        return reader.query(text, values);
      },
    } as never),
  );
const guesses = (at: ReadLimits, times: number) =>
  Promise.all(
    Array.from({ length: times }, () => at.takeWith('192.0.2.7', `Bearer ${randomBytes(9).toString('hex')}`)),
  );
const lookedUp = () => asked.filter((text) => text.includes('token_of')).length;

it('two instances look up what one network may try, then refuse it, and go on knowing a token that has worked', async () => {
  const [one, other] = [instance(), instance()];
  expect((await one.takeWith('192.0.2.7', `Bearer ${secret}`)).let).toBe('in');
  await guesses(one, 200);
  expect(lookedUp()).toBe(1 + tokenTries.times);
  // The other learns of it with its first.
  const [first] = await guesses(other, 1);
  expect(first?.let).toBe('unknown token');
  const refused = await guesses(other, 200);
  expect(new Set(refused.map((each) => each.let))).toEqual(new Set(['wait']));
  expect(lookedUp()).toBe(2 + tokenTries.times);
  const mine = await one.takeWith('192.0.2.7', `Bearer ${secret}`);
  expect([mine.let, mine.headers[1]]).toEqual(['in', '"token";q=10000;w=60']);
  const { rows } = await owner.query(`SELECT "detail" FROM "AuditEntry" WHERE "action" = 'limit.reached'`);
  expect(rows).toEqual([{ detail: { limit: 'reading-token', key: '192.0.2.7' } }]);
});

it('four instances let in together what one of them would, and ask nothing for whoever reads little', async () => {
  const sites = Array.from({ length: 4 }, () => new ReadLimits(400, tokensIn(reader)));
  const questions: string[] = [];
  const share = () =>
    Promise.all(
      sites.map((site) =>
        site.share((reads) => {
          questions.push(...reads.map(({ budget }) => budget));
          return readsIn(reader)(reads);
        }),
      ),
    );
  let letIn = 0;
  for (let round = 0; round < 40; round += 1) {
    for (const site of sites) {
      site.take('192.0.2.9');
      for (let n = 0; n < 10; n += 1) if (site.take('192.0.2.8').let === 'in') letIn += 1;
    }
    if (round === 5) expect(questions).toContain('address 192.0.2.8');
    await share();
  }
  // A twentieth for each, and what comes between two exchanges.
  expect(letIn).toBeGreaterThanOrEqual(400);
  expect(letIn).toBeLessThanOrEqual(400 + 4 * (20 + 10));
  expect(new Set(sites.map((site) => site.take('192.0.2.8').let))).toEqual(new Set(['wait']));
  // Forty at each of them are few of four hundred, until they are more than a twentieth.
  expect(questions.filter((budget) => budget.endsWith('.9')).length).toBeLessThanOrEqual(4 * 21);
  const [left] = sites.map((site) => site.take('192.0.2.9').headers[3] ?? '');
  expect(Number(/;r=(\d+);/.exec(left ?? '')?.[1])).toBeLessThan(400 - 2 * 40);
  const { rows } = await owner.query(`SELECT key FROM "RateLimit" WHERE key LIKE 'reads:%' ORDER BY 1`);
  expect(rows).toEqual([{ key: 'reads:address 192.0.2.8' }, { key: 'reads:address 192.0.2.9' }]);
});

it('counts anew once the minute of all instances is over, and alone while the database is away', async () => {
  const site = new ReadLimits(40, tokensIn(reader));
  const spend = () =>
    Array.from({ length: 60 }, () => site.take('192.0.2.10').let).filter((told) => told === 'in').length;
  expect(spend()).toBe(40);
  await expect(site.share(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
  // What could not be said is said later: nothing of what was read is given back.
  await site.share(readsIn(reader));
  expect(site.take('192.0.2.10').let).toBe('wait');
  await owner.query(`DELETE FROM "RateLimit" WHERE key = 'reads:address 192.0.2.10'`);
  const other = new ReadLimits(40, tokensIn(reader));
  for (let n = 0; n < 10; n += 1) other.take('192.0.2.10');
  await other.share(readsIn(reader));
  await owner.query(`UPDATE "RateLimit" SET expire = 0 WHERE key = 'reads:address 192.0.2.10'`);
  other.take('192.0.2.10');
  await other.share(readsIn(reader));
  expect(other.take('192.0.2.10').headers[3]).toMatch(/;r=38;t=60$/);
});

it('has one exchange at a time, and says nothing twice', async () => {
  const site = new ReadLimits(40, tokensIn(reader));
  const said: number[] = [];
  let answer = (): void => undefined;
  const ask = (reads: readonly Reads[]) => {
    said.push(...reads.map((each) => each.reads));
    const all = reads.map((each) => ({ ...each, ends: 60_000 }));
    return new Promise<AllReads[]>((resolve) => (answer = () => resolve(all)));
  };
  for (let n = 0; n < 5; n += 1) site.take('192.0.2.11');
  const first = site.share(ask);
  site.take('192.0.2.11');
  const meanwhile = site.share(ask);
  expect(said).toEqual([5]);
  answer();
  await Promise.all([first, meanwhile]);
  const second = site.share(ask);
  expect(said).toEqual([5, 1]);
  answer();
  await second;
});

it('gives nothing back to whoever was left out of an answer', async () => {
  const site = new ReadLimits(40, tokensIn(reader));
  for (let n = 0; n < 30; n += 1) site.take('192.0.2.12');
  await site.share(() => Promise.resolve([]));
  site.take('192.0.2.12');
  const said: number[] = [];
  await site.share((reads) => {
    said.push(...reads.map((each) => each.reads));
    return readsIn(reader)(reads);
  });
  expect(said).toEqual([31]);
  expect(site.take('192.0.2.12').headers[3]).toMatch(/;r=8;/);
});

it('counts whoever reads most where more read than are counted at once', async () => {
  const flood = Array.from({ length: 1200 }, (_, n) => ({ budget: `address flood-${n}`, reads: 30 }));
  const all = await readsIn(reader)([...flood, { budget: 'token of-one-who-reads-much', reads: 31 }]);
  expect(all).toHaveLength(1000);
  expect(all).toContainEqual(expect.objectContaining({ budget: 'token of-one-who-reads-much', reads: 31 }));
});
