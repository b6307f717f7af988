import { createHash, randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clonedDatabase } from '../cache/testing/cloned-database';
import { tokenTries } from './known-tokens';
import { ReadLimits } from './read-limits';
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
