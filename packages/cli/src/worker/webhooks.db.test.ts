import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ensureUser } from '@rapporteur/api/admin/users';
import { importBundle, type ImportPeople } from '@rapporteur/core/bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState } from '@rapporteur/core/bundle/sample';
import type { Caller } from '@rapporteur/core/policy';
import { freeDeliveries } from '@rapporteur/core/webhook/free';
import { changeWebhook, createWebhook, resendDelivery } from '@rapporteur/core/webhook/manage';
import { listDeliveries, listWebhooks } from '@rapporteur/core/webhook/read';
import { sendDelivery, type Sending } from '@rapporteur/core/webhook/send';
import { readerConnection } from '@rapporteur/db/connection';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { postToAddress } from '@rapporteur/intake/post-to-address';
import { pino } from 'pino';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorker, type Worker } from './worker';

interface Told {
  headers: Record<string, string>;
  body: string;
}

const installation = 'the secret of an installation, for a test';
const site = 'https://record.example.org';

let database: TestDatabase;
let people: ImportPeople;
let administrator: Caller;
let receiver: Server;
let address: string;
let worker: Worker;
const told: Told[] = [];
/** What the receiver answers next, the first first; then 204. */
const answers: number[] = [];

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  const { id } = await ensureUser(database.owner, { name: 'A', email: 'a@example.org', role: 'administrator' });
  administrator = { userId: id, role: 'administrator' };
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      told.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(answers.shift() ?? 204).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  worker = startWorker(database.connection, pino({ level: 'silent' }), {
    site,
    secret: installation,
    licence: 'CC0-1.0',
    reader: readerConnection(database.connection),
    post: (to, headers, body) => postToAddress(to, headers, body, { dangerouslyAllowed: [address] }),
  });
});
afterAll(async () => {
  await worker.stop();
  receiver.close();
  await database.close();
});

/** A webhook that leads to the receiver of this test, where only a test may lead. */
async function added(kinds: readonly ('actor' | 'source')[]): Promise<{ id: string; secret: string }> {
  const made = await createWebhook(
    database.owner,
    administrator,
    { address: 'https://receiver.example/hidden-in-the-path', kinds },
    installation,
  );
  await database.owner.webhook.update({ where: { id: made.id }, data: { address } });
  return made;
}

/** A webhook with deliveries of the first publications that no worker sends: the job of the first is far away. */
async function holding(count: number): Promise<{ id: string; deliveries: string[] }> {
  const { owner } = database;
  const { id } = await added([]);
  await owner.webhook.update({ where: { id }, data: { address: `${address}/hidden-in-the-path` } });
  const made = await owner.webhookDelivery.createManyAndReturn({
    data: Array.from({ length: count }, (_, at) => ({ webhookId: id, sequence: BigInt(at + 1) })),
  });
  const deliveries = made.toSorted((a, b) => Number(a.sequence - b.sequence)).map((delivery) => delivery.id);
  await owner.$executeRaw`SELECT FROM graphile_worker.add_job('webhook.send', json_build_object('deliveryId', ${deliveries[0]}::text),
    run_at => '2999-01-01', job_key => 'webhook.send:' || ${deliveries[0]}::text, max_attempts => 12)`;
  return { id, deliveries };
}

const deliveriesOf = async (webhookId: string) =>
  (await listDeliveries(database.owner, administrator, { webhookId, after: null, limit: 50 })).items;
const statesOf = async (id: string) => (await deliveriesOf(id)).map(({ state }) => state);
const soon = { timeout: 30_000 };
const vouchedFor = (secret: string, { headers, body }: Told) => new Webhook(secret).verify(body, headers);

test('an address is told once of each publication of its kinds, in words that another library vouches for', async () => {
  const { id, secret } = await added(['actor']);
  await importBundle(database.owner, bundleOf(sampleSource, sampleState(), sampleState('otherland')), people);
  await expect.poll(() => statesOf(id), soon).toEqual(['delivered', 'delivered']);
  const log = await database.owner.publication.findMany({ where: { kind: 'actor' }, orderBy: { sequence: 'asc' } });
  expect(told.map((one) => vouchedFor(secret, one))).toEqual(
    expect.arrayContaining(
      log.map(({ sequence, recordId, slug, hash }) =>
        expect.objectContaining({
          type: 'record.publish',
          data: expect.objectContaining({
            sequence: Number(sequence),
            id: recordId,
            hash,
            address: `${site}/actors/${slug}`,
          }),
        }),
      ),
    ),
  );
  expect(told).toHaveLength(2);
  // Altered, or under another secret, it is refused: the check has teeth.
  const [first] = told;
  if (first === undefined) throw new Error('nothing was told');
  expect(() => vouchedFor(secret, { ...first, body: first.body.replace('publish', 'correct') })).toThrow();
  expect(() => vouchedFor(`whsec_${Buffer.alloc(32).toString('base64')}`, first)).toThrow();
  const stored = await database.owner.webhook.findUniqueOrThrow({ where: { id } });
  expect(
    JSON.stringify([stored, await database.owner.auditEntry.findMany()], (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    ),
  ).not.toContain(secret.slice(6));
  // Who reads the audit log need not know the whole address.
  const entry = await database.owner.auditEntry.findFirstOrThrow({ where: { action: 'webhook.create' } });
  expect(entry.detail).toMatchObject({ webhook: id, address: 'https://receiver.example' });
  await changeWebhook(database.owner, administrator, { id, change: 'remove' });
});

test('what is refused is tried again under its id; paused, an address is told of what it missed once it goes on', async () => {
  const { id } = await added([]);
  told.length = 0;
  answers.push(500);
  await importBundle(database.owner, bundleOf(sampleState('thirdland')), people);
  await expect.poll(() => statesOf(id), soon).toEqual(['delivered']);
  expect((await deliveriesOf(id))[0]).toMatchObject({ attempts: 2, status: 204 });
  expect(told.map(({ headers }) => headers['webhook-id'])).toEqual([
    told[0]?.headers['webhook-id'],
    told[0]?.headers['webhook-id'],
  ]);

  await changeWebhook(database.owner, administrator, { id, change: 'pause' });
  await importBundle(database.owner, bundleOf(sampleState('fourthland')), people);
  expect(told).toHaveLength(2);
  await changeWebhook(database.owner, administrator, { id, change: 'resume' });
  await expect.poll(() => statesOf(id), soon).toEqual(['delivered', 'delivered']);
  await changeWebhook(database.owner, administrator, { id, change: 'remove' });
});

test('parked after its last try, a delivery is shown with what was answered, and sent again when somebody says so', async () => {
  const { id } = await added([]);
  await changeWebhook(database.owner, administrator, { id, change: 'pause' });
  const delivery = await database.owner.webhookDelivery.create({ data: { webhookId: id, sequence: 1n } });
  await database.owner.webhook.update({ where: { id }, data: { paused: false } });
  const sending: Sending = {
    site,
    secret: installation,
    post: async () => ({ status: 410, text: 'gone\u0000 for good' }),
  };
  await sendDelivery(database.owner, { deliveryId: delivery.id }, { lastAttempt: true }, sending);
  expect((await deliveriesOf(id))[0]).toMatchObject({
    state: 'parked',
    status: 410,
    answer: 'gone for good',
    attempts: 1,
  });
  expect((await listWebhooks(database.owner, administrator))[0]?.counts).toEqual({
    waiting: 0,
    delivered: 0,
    parked: 1,
  });
  await resendDelivery(database.owner, administrator, { id: delivery.id });
  await expect.poll(() => statesOf(id), soon).toEqual(['delivered']);
  await changeWebhook(database.owner, administrator, { id, change: 'remove' });
});

test('nothing is sent into this machine or its network, nor under a secret that was sealed elsewhere', async () => {
  const { id } = await added([]);
  await database.owner.webhook.update({ where: { id }, data: { paused: true } });
  const { id: deliveryId } = await database.owner.webhookDelivery.create({ data: { webhookId: id, sequence: 1n } });
  await database.owner.webhook.update({ where: { id }, data: { paused: false } });
  told.length = 0;
  const attempt = (sending: Partial<Sending>) =>
    sendDelivery(
      database.owner,
      { deliveryId },
      { lastAttempt: false },
      { site, secret: installation, post: postToAddress, ...sending },
    );
  // No other try could do better: it is parked at once.
  await attempt({});
  expect((await deliveriesOf(id))[0]).toMatchObject({ state: 'parked', status: null, attempts: 1 });
  await database.owner.webhookDelivery.update({ where: { id: deliveryId }, data: { state: 'waiting' } });
  await expect(
    attempt({
      secret: 'another',
      post: (to, headers, body) => postToAddress(to, headers, body, { dangerouslyAllowed: [address] }),
    }),
  ).rejects.toThrow('was not told');
  expect(told).toEqual([]);
  // Only for an administrator, and only https is taken in the first place.
  await expect(listWebhooks(database.owner, people.reviewer)).rejects.toMatchObject({ code: 'forbidden' });
  const wrong = 'http://receiver.example/ ftp://a x https://a:b@receiver.example/ https://receiver.example/#a';
  for (const address of [...wrong.split(' '), 'https://receiver.example:8443/'])
    await expect(
      createWebhook(database.owner, administrator, { address, kinds: [] }, installation),
    ).rejects.toMatchObject({ code: 'invalid_input' });
});

test('while an address fails, one delivery is tried and the others are held; what gets through frees them', async () => {
  const { owner } = database;
  const { id, deliveries } = await holding(4);
  let tries = 0;
  const send = (at: number, { status = 500, asked = false } = {}) =>
    sendDelivery(
      owner,
      { deliveryId: deliveries[at] ?? '', asked },
      { lastAttempt: false },
      { site, secret: installation, post: async () => ({ status, text: String((tries += 1)) }) },
    );
  const failure: unknown = await send(0).catch((error: unknown) => error);
  expect(String(failure)).toContain(`${address} was not told of 1`);
  expect(String(failure)).not.toContain('hidden-in-the-path');
  await send(1);
  await send(2);
  expect(tries).toBe(1);
  // Asked for, it is tried, and then waits with the others.
  await send(1, { asked: true });
  await send(1);
  expect(tries).toBe(2);
  // After ten minutes another is tried, once; the first goes on in its own rhythm.
  await owner.webhookDelivery.updateMany({ where: { webhookId: id, attempts: 1 }, data: { triedAt: new Date(0) } });
  await send(2);
  await send(3);
  expect(tries).toBe(3);
  await expect(send(0)).rejects.toThrow('was not told');
  expect(await statesOf(id)).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
  await send(0, { status: 204 });
  await expect.poll(() => statesOf(id), soon).toEqual(['delivered', 'delivered', 'delivered', 'delivered']);
  await changeWebhook(owner, administrator, { id, change: 'remove' });
});

test('a delivery whose worker was killed in its last try is parked, and what it held is sent', async () => {
  const { owner } = database;
  const { id, deliveries } = await holding(2);
  await owner.webhookDelivery.update({
    where: { id: deliveries[0] ?? '' },
    data: { attempts: 11, triedAt: new Date(), status: 500 },
  });
  await freeDeliveries(owner);
  expect(await statesOf(id)).toEqual(['waiting', 'waiting']);
  await owner.$executeRaw`
    UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key = 'webhook.send:' || ${deliveries[0]}::text`;
  await freeDeliveries(owner);
  await expect.poll(() => statesOf(id), soon).toEqual(['delivered', 'parked']);
  expect((await deliveriesOf(id))[1]).toMatchObject({ status: null, answer: expect.stringContaining('was ended') });
  expect(
    await owner.$queryRaw`SELECT FROM graphile_worker.jobs WHERE key = 'webhook.send:' || ${deliveries[0]}::text`,
  ).toEqual([]);
  // One without any job is sent, too.
  await owner.webhookDelivery.create({ data: { webhookId: id, sequence: 3n } });
  await freeDeliveries(owner);
  await expect.poll(() => statesOf(id), soon).toEqual(['delivered', 'delivered', 'parked']);
  await changeWebhook(owner, administrator, { id, change: 'remove' });
});

test('no publication falls between the look of who adds a webhook, or goes on with one, and its own', async () => {
  const { owner } = database;
  const { id } = await added([]);
  await changeWebhook(owner, administrator, { id, change: 'pause' });
  for (const act of [() => added([]), () => changeWebhook(owner, administrator, { id, change: 'resume' })]) {
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
  await owner.webhook.deleteMany();
});
