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

const added = (address = 'https://receiver.example/') =>
  createWebhook(database.owner, administrator, { address, kinds: [] }, 'the secret of an installation, for a test');

test('no publication falls between the look of who adds a webhook, or goes on with one, and its own', async () => {
  const { owner } = database;
  const { id } = await added();
  await changeWebhook(owner, administrator, { id, change: 'pause' });
  for (const act of [() => added(), () => changeWebhook(owner, administrator, { id, change: 'resume' })]) {
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

test('an address that can never be told is refused at once, however it is written', async () => {
  const before = await database.owner.webhook.count();
  const inside =
    '127.0.0.1 0x7f.1 2130706433 10.0.0.1 192.168.1.1 169.254.169.254 [::1] [fd00::1] [::ffff:127.0.0.1] localhost LOCALHOST. a.localhost';
  for (const host of inside.split(' '))
    await expect(added(`https://${host}/hook`), host).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('everybody can reach') as string,
      issues: [{ path: '/address' }],
    });
  expect(await database.owner.webhook.count()).toBe(before);
  // What merely looks like one of them is told: a name that ends otherwise, an IP address of the wide network.
  for (const host of ['localhost.example', 'notlocalhost', '8.8.8.8', '[2606:4700::1111]'])
    await added(`https://${host}/`);
  expect(await database.owner.webhook.count()).toBe(before + 4);
});
