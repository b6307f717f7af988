import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { importBundle } from '@rapporteur/core/bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState } from '@rapporteur/core/bundle/sample';
import { lookForWebhooks } from '@rapporteur/core/webhook/look';
import { newWebhookSecret, sealSecret } from '@rapporteur/core/webhook/signature';
import { tellWebhooks } from '@rapporteur/core/webhook/tell';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { postToAddress } from '@rapporteur/intake/post-to-address';
import { openDatabase } from './database';
import { endLater } from './endings';
import { print, quantile } from './figure';
import { say } from './progress';

const addresses = 200;
const hang = 20;
const publications = 20;
const secret = 'a secret of chance that a measurement does not need';

/**
 * `webhooks.told.p50`, `.p95`: from a publication to an address that answers, where twenty of two hundred never do, in
 * milliseconds, over twenty publications one after the other. The baseline is the same where all answer.
 * `webhooks.rate`: how many deliveries a second that is.
 */
export async function run(): Promise<void> {
  const { owner } = await openDatabase();
  const people = await samplePeople(owner);
  await importBundle(owner, bundleOf(sampleSource, sampleState('first')), people);
  const receiver = await receive();
  const told = async (name: string, hanging: number) => {
    say(`Telling ${addresses} addresses, of which ${hanging} never answer`);
    await addAddresses(owner, receiver.origin, hanging);
    const stop = new AbortController();
    const telling = tellUntil(owner, receiver.origin, stop.signal);
    const times: number[] = [];
    const began = performance.now();
    for (let nth = 0; nth < publications; nth += 1) {
      receiver.arrived.length = 0;
      await importBundle(owner, bundleOf(sampleState(`${name}-${nth}`)), people);
      const published = performance.now();
      await lookForWebhooks(owner);
      while (receiver.arrived.length < addresses - hanging) await sleep(5);
      times.push(...receiver.arrived.map((at) => at - published));
    }
    const seconds = (performance.now() - began) / 1000;
    stop.abort();
    receiver.drop();
    await telling;
    await owner.webhook.deleteMany();
    return { times, rate: times.length / seconds };
  };
  const [plain, some] = [await told('all-answer', 0), await told('some-hang', hang)];
  print('webhooks.told.p50', quantile(some.times, 0.5), 'ms', quantile(plain.times, 0.5));
  print('webhooks.told.p95', quantile(some.times, 0.95), 'ms', quantile(plain.times, 0.95));
  print('webhooks.rate', some.rate, '1/s', plain.rate);
}

/** What the worker's job does, again and again. */
async function tellUntil(db: PrismaClient, origin: string, stopped: AbortSignal): Promise<void> {
  const post = (to: string, headers: Readonly<Record<string, string>>, body: string) =>
    postToAddress(to, headers, body, { dangerouslyAllowed: [origin] });
  while (!stopped.aborted) {
    await tellWebhooks(db, { post, secret, site: 'https://record.bench.invalid' }, stopped);
    await sleep(5);
  }
}

async function addAddresses(db: PrismaClient, origin: string, hanging: number): Promise<void> {
  const { _max } = await db.publication.aggregate({ _max: { sequence: true } });
  await db.webhook.createMany({
    data: Array.from({ length: addresses }, (_, nth) => ({
      address: `${origin}/${nth < hanging ? 'hang' : 'well'}/${nth}`,
      kinds: [],
      secret: sealSecret(newWebhookSecret(), secret),
      told: _max.sequence ?? 0n,
      createdById: 'bench',
    })),
  });
}

/** A server that says when something arrived at `/well/`, and never answers at `/hang/`. */
async function receive() {
  const arrived: number[] = [];
  const held = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/hang/') === true) return void held.add(response);
    request.resume().once('end', () => {
      arrived.push(performance.now());
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endLater(async () => void server.close());
  const drop = () => {
    for (const response of held) response.destroy();
    held.clear();
  };
  return { arrived, drop, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
