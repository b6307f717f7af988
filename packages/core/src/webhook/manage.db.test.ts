import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '../policy';
import { changeWebhook, createWebhook } from './manage';

const administrator: Caller = { userId: 'usr-administrator', role: 'administrator' };
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const added = () =>
  createWebhook(
    database.owner,
    administrator,
    { address: 'https://receiver.example/', kinds: [] },
    'the secret of an installation, for a test',
  );

test('no publication falls between the look of who adds a webhook, or goes on with one, and its own', async () => {
  const { owner } = database;
  const { id } = await added();
  await changeWebhook(owner, administrator, { id, change: 'pause' });
  for (const act of [added, () => changeWebhook(owner, administrator, { id, change: 'resume' })]) {
    const order: string[] = [];
    const acting = await owner.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT history.begin_publication()::text`;
        const begun = act().then(() => order.push('told from here'));
        const waits = async () =>
          (
            await tx.$queryRaw<unknown[]>`SELECT FROM pg_locks WHERE classid = 7370736 AND objid = 1 AND NOT granted
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
          ).length;
        await expect.poll(waits, { timeout: 10_000 }).toBe(1);
        order.push('published');
        return { begun };
      },
      { timeout: 30_000 },
    );
    await acting.begun;
    expect(order).toEqual(['published', 'told from here']);
  }
});
