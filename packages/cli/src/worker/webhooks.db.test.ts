import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ensureUser } from '@rapporteur/api/admin/users';
import { importBundle, type ImportPeople } from '@rapporteur/core/bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState } from '@rapporteur/core/bundle/sample';
import type { Caller } from '@rapporteur/core/policy';
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
    { address: 'https://receiver.example/', kinds },
    installation,
  );
  await database.owner.webhook.update({ where: { id: made.id }, data: { address } });
  return made;
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
  await expect(attempt({})).rejects.toThrow('was not told');
  expect((await deliveriesOf(id))[0]).toMatchObject({ state: 'waiting', status: null });
  await expect(
    attempt({
      secret: 'another',
      post: (to, headers, body) => postToAddress(to, headers, body, { dangerouslyAllowed: [address] }),
    }),
  ).rejects.toThrow('was not told');
  expect(told).toEqual([]);
  // Only for an administrator, and only https is taken in the first place.
  await expect(listWebhooks(database.owner, people.reviewer)).rejects.toMatchObject({ code: 'forbidden' });
  for (const wrong of [
    'http://receiver.example/',
    'ftp://a',
    'x',
    'https://a:b@receiver.example/',
    'https://receiver.example/#a',
  ])
    await expect(
      createWebhook(database.owner, administrator, { address: wrong, kinds: [] }, installation),
    ).rejects.toMatchObject({ code: 'invalid_input' });
});
