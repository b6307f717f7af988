import { ensureUser } from '@rapporteur/api/admin/users';
import { importBundle, type ImportPeople } from '@rapporteur/core/bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState } from '@rapporteur/core/bundle/sample';
import type { Caller } from '@rapporteur/core/policy';
import { changeWebhook, createWebhook, resendDelivery } from '@rapporteur/core/webhook/manage';
import { listDeliveries, listWebhooks } from '@rapporteur/core/webhook/read';
import { pauseAfter } from '@rapporteur/core/webhook/choose';
import { deliver, type Post, type Sending } from '@rapporteur/core/webhook/deliver';
import { tellWebhooks } from '@rapporteur/core/webhook/tell';
import { wakeForgotten } from '@rapporteur/core/webhook/wake';
import { readerConnection } from '@rapporteur/db/connection';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { postToAddress } from '@rapporteur/intake/post-to-address';
import { pino } from 'pino';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openReceiver, type Receiver, type Told } from '../testing/webhook-receiver';
import { startWorker, type Worker } from './worker';

const installation = 'the secret of an installation, for a test';
const site = 'https://record.example.org';

let database: TestDatabase;
let people: ImportPeople;
let administrator: Caller;
let receiver: Receiver;
let worker: Worker;

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  const { id } = await ensureUser(database.owner, { name: 'A', email: 'a@example.org', role: 'administrator' });
  administrator = { userId: id, role: 'administrator' };
  receiver = await openReceiver();
  worker = startWorker(database.connection, pino({ level: 'silent' }), {
    site,
    secret: installation,
    licence: 'CC0-1.0',
    reader: readerConnection(database.connection),
    post: (to, headers, body) => postToAddress(to, headers, body, { dangerouslyAllowed: [receiver.address] }),
  });
});
afterAll(async () => {
  await worker.stop();
  receiver.close();
  await database.close();
});

afterEach(async () => {
  for (const response of receiver.hanging) response.destroy();
  receiver.hanging.clear();
  await database.owner.webhook.deleteMany();
});

/** A webhook that leads to the receiver of this test, where only a test may lead. */
async function added(kinds: readonly ('actor' | 'source')[]): Promise<{ id: string; secret: string }> {
  const made = await createWebhook(
    database.owner,
    administrator,
    { address: 'https://receiver.example/hidden-in-the-path', kinds },
    installation,
  );
  await database.owner.webhook.update({ where: { id: made.id }, data: { address: receiver.address } });
  return made;
}

/** A webhook with deliveries of the first publications that the worker leaves alone: the job that tells is far away. */
async function holding(count: number): Promise<{ id: string; deliveries: string[] }> {
  const { owner } = database;
  const { id } = await added([]);
  await owner.webhook.update({ where: { id }, data: { address: `${receiver.address}/hidden-in-the-path` } });
  await owner.$executeRaw`SELECT FROM graphile_worker.add_job('webhook.tell', '{}', run_at => '2999-01-01', job_key => 'webhook.tell')`;
  const made = await owner.webhookDelivery.createManyAndReturn({
    data: Array.from({ length: count }, (_, at) => ({ webhookId: id, sequence: BigInt(at + 1) })),
  });
  return { id, deliveries: made.toSorted((a, b) => Number(a.sequence - b.sequence)).map((delivery) => delivery.id) };
}
/** The job that tells, as it waits. */
const job = () =>
  database.owner.$queryRaw<{ runAt: Date; attempts: number }[]>`
    SELECT run_at AS "runAt", attempts::int FROM graphile_worker.jobs WHERE task_identifier = 'webhook.tell'`;
const never = new AbortController().signal;
/** One try of a delivery, as the worker makes it. */
async function attempt(webhookId: string, delivery: string | undefined, post: Post, secret = installation) {
  const webhook = await database.owner.webhook.findUniqueOrThrow({ where: { id: webhookId } });
  return deliver(database.owner, webhook, delivery ?? '', { site, secret, post });
}
const sending = (post: Post): Sending => ({ site, secret: installation, post });

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
  expect(receiver.told.map((one) => vouchedFor(secret, one))).toEqual(
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
  expect(receiver.told).toHaveLength(2);
  // Altered, or under another secret, it is refused: the check has teeth.
  const [first] = receiver.told;
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
  expect(await listWebhooks(database.owner, administrator)).toEqual([]);
});

test('what is refused is tried again under its id; paused, an address is told of what it missed once it goes on', async () => {
  const { id } = await added([]);
  receiver.told.length = 0;
  receiver.answers.push(500);
  await importBundle(database.owner, bundleOf(sampleState('thirdland')), people);
  await expect.poll(() => statesOf(id), soon).toEqual(['delivered']);
  expect((await deliveriesOf(id))[0]).toMatchObject({ attempts: 2, status: 204 });
  expect(receiver.told.map(({ headers }) => headers['webhook-id'])).toEqual([
    receiver.told[0]?.headers['webhook-id'],
    receiver.told[0]?.headers['webhook-id'],
  ]);

  await changeWebhook(database.owner, administrator, { id, change: 'pause' });
  await importBundle(database.owner, bundleOf(sampleState('fourthland')), people);
  expect(receiver.told).toHaveLength(2);
  await changeWebhook(database.owner, administrator, { id, change: 'resume' });
  await expect.poll(() => statesOf(id), soon).toEqual(['delivered', 'delivered']);
  await changeWebhook(database.owner, administrator, { id, change: 'remove' });
});

test('parked after its last try, a delivery is shown with what was answered, and sent again when somebody says so', async () => {
  const { id, deliveries } = await holding(1);
  await database.owner.webhookDelivery.updateMany({ where: { webhookId: id }, data: { attempts: 11 } });
  const post: Post = async () => ({ status: 410, text: 'gone\u0000 for good' });
  expect(await attempt(id, deliveries[0], post)).toBe('parked');
  expect((await deliveriesOf(id))[0]).toMatchObject({
    state: 'parked',
    status: 410,
    answer: 'gone for good',
    attempts: 12,
  });
  expect((await listWebhooks(database.owner, administrator))[0]?.counts).toEqual({
    waiting: 0,
    delivered: 0,
    parked: 1,
  });
  await resendDelivery(database.owner, administrator, { id: deliveries[0] ?? '' });
  await expect.poll(() => statesOf(id), soon).toEqual(['delivered']);
  // Asked for while a try is under way, as `resendDelivery` notes it, it is sent once more after that try.
  const again = { state: 'waiting', asked: true };
  await database.owner.webhookDelivery.updateMany({ where: { webhookId: id }, data: again });
  const meanwhile: Post = async () => {
    await database.owner.webhookDelivery.updateMany({ where: { webhookId: id }, data: again });
    return { status: 204, text: '' };
  };
  expect(await attempt(id, deliveries[0], meanwhile)).toBe('delivered');
  expect(await statesOf(id)).toEqual(['waiting']);
  expect(await attempt(id, deliveries[0], async () => ({ status: 204, text: '' }))).toBe('delivered');
  expect(await statesOf(id)).toEqual(['delivered']);
  await changeWebhook(database.owner, administrator, { id, change: 'remove' });
});

test('nothing is sent into this machine or its network, nor under a secret that was sealed elsewhere', async () => {
  const { id, deliveries } = await holding(2);
  receiver.told.length = 0;
  // No other try could do better: it is parked at once.
  expect(await attempt(id, deliveries[0], postToAddress)).toBe('parked');
  expect((await deliveriesOf(id))[1]).toMatchObject({ state: 'parked', status: null, attempts: 1 });
  const post: Post = (to, headers, body) =>
    postToAddress(to, headers, body, { dangerouslyAllowed: [receiver.address] });
  expect(await attempt(id, deliveries[1], post, 'another')).toBe('failed');
  expect(receiver.told).toEqual([]);
  // Only for an administrator, and only https is taken in the first place.
  await expect(listWebhooks(database.owner, people.reviewer)).rejects.toMatchObject({ code: 'forbidden' });
  const wrong = 'http://receiver.example/ ftp://a x https://a:b@receiver.example/ https://receiver.example/#a';
  for (const address of [...wrong.split(' '), 'https://receiver.example:8443/'])
    await expect(
      createWebhook(database.owner, administrator, { address, kinds: [] }, installation),
    ).rejects.toMatchObject({ code: 'invalid_input' });
});

test('while an address fails, two deliveries are tried and the others are held; once one gets through, each is sent once', async () => {
  const { owner } = database;
  const states = Array.from({ length: 80 }, (_, at) => sampleState(`held-${at}`));
  await importBundle(owner, bundleOf(...states), people);
  const { id, deliveries } = await holding(80);
  // Nothing else wakes it: the worker of this test looks first after a minute.
  await owner.$executeRaw`SELECT graphile_worker.remove_job('webhook.tell')`;
  let [status, tries] = [500, 0];
  const post: Post = async () => ({ status, text: String((tries += 1)) });
  await tellWebhooks(owner, sending(post), never);
  expect(tries).toBe(2);
  // Woken again for its next try, in three seconds, and not by every one that is held.
  const [next] = await job();
  const first = await owner.webhookDelivery.findFirstOrThrow({ where: { webhookId: id, sequence: 1n } });
  const rhythm = (next?.runAt.getTime() ?? 0) - (first.triedAt?.getTime() ?? 0);
  expect(rhythm).toBeGreaterThanOrEqual(pauseAfter(1));
  expect(rhythm).toBeLessThan(pauseAfter(3));
  await owner.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = '2999-01-01' WHERE key = 'webhook.tell'`;
  await tellWebhooks(owner, sending(post), never);
  expect(tries).toBe(2);
  // After ten minutes another is tried, once; this one gets through.
  await owner.webhookDelivery.updateMany({ where: { webhookId: id, attempts: 1 }, data: { triedAt: new Date(0) } });
  status = 204;
  await tellWebhooks(owner, sending(post), never);
  expect(tries).toBe(2 + 80);
  expect((await listWebhooks(owner, administrator))[0]?.counts).toEqual({ waiting: 0, delivered: 80, parked: 0 });
  expect(await owner.webhookDelivery.aggregate({ where: { webhookId: id }, _sum: { attempts: true } })).toEqual({
    _sum: { attempts: 82 },
  });
  // What a person asks for comes first, however many others were tried in vain before it.
  await owner.webhookDelivery.updateMany({
    where: { webhookId: id },
    data: { state: 'waiting', attempts: 1, triedAt: new Date() },
  });
  await owner.webhookDelivery.update({ where: { id: deliveries[70] ?? '' }, data: { asked: true } });
  const sent: (string | undefined)[] = [];
  await tellWebhooks(
    owner,
    sending(async (_, headers) => ({ status: sent.push(headers['webhook-id']) && 204, text: '' })),
    never,
  );
  expect(sent[0]).toBe(`msg_${deliveries[70]}`);
});

test('a delivery whose worker was killed in its last try is parked, and what was forgotten is sent', async () => {
  const { owner } = database;
  const { id, deliveries } = await holding(2);
  // As it stands while its worker waits for an answer.
  const cut = attempt(id, deliveries[0], () => new Promise(() => undefined));
  await expect.poll(async () => (await deliveriesOf(id))[1]?.answer, soon).toContain('was ended');
  void cut;
  await owner.webhookDelivery.update({ where: { id: deliveries[0] ?? '' }, data: { attempts: 12 } });
  await wakeForgotten(owner);
  expect(await statesOf(id)).toEqual(['waiting', 'waiting']);
  // The job may have failed for as long as it is tried, too.
  await owner.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key = 'webhook.tell'`;
  await wakeForgotten(owner);
  await expect.poll(() => statesOf(id), soon).toEqual(['delivered', 'parked']);
  expect((await deliveriesOf(id))[1]).toMatchObject({ status: null, answer: expect.stringContaining('was ended') });
});

test('two hundred addresses of which twenty never answer: those delay themselves alone', async () => {
  const { owner } = database;
  const { id: first } = await added(['actor']);
  const like = await owner.webhook.findUniqueOrThrow({ where: { id: first } });
  const addresses = Array.from({ length: 200 }, (_, at) => `${receiver.address}/${at < 20 ? 'hang' : 'well'}/${at}`);
  await owner.webhook.update({ where: { id: first }, data: { address: addresses[0] ?? '' } });
  await owner.webhook.createMany({
    data: addresses.slice(1).map((to) => {
      const { id: _, ...rest } = like;
      return { ...rest, address: to };
    }),
  });
  for (const slug of ['fifthland', 'sixthland', 'seventhland']) {
    receiver.told.length = 0;
    await importBundle(owner, bundleOf(sampleState(slug)), people);
    // Far less than the ten seconds that an address has to answer.
    await expect.poll(() => receiver.told.length, { timeout: 8_000, interval: 50 }).toBe(180);
  }
  // Each is told of one thing at a time, however long the machine has taken so far.
  expect(receiver.hanging.size).toBeLessThanOrEqual(20);
  expect(
    await owner.webhookDelivery.count({ where: { state: 'delivered', webhook: { address: { contains: '/hang/' } } } }),
  ).toBe(0);
});
