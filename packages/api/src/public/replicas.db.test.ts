import { rmSync } from 'node:fs';
import { importBundle, type ImportPeople } from '@rapporteur/core/bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState } from '@rapporteur/core/bundle/sample';
import { ownerClient } from '@rapporteur/db/clients';
import { readerConnection } from '@rapporteur/db/connection';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { EmbeddedServer } from '@rapporteur/db/embedded/server';
import { migrate, withConnection } from '@rapporteur/db/migrate';
import { readServer, ReadServers } from '@rapporteur/db/read-servers';
import { startReplicated } from '@rapporteur/db/testing/replica';
import { scratchFolder } from '@rapporteur/db/testing/scratch-folder';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicContextFrom, type PublicContext } from './context';
import { publicCaller } from './router';

const folders = ['primary', 'replica'].map((purpose) => scratchFolder(purpose)) as [string, string];
let primary: EmbeddedServer;
let replica: EmbeddedServer;
let owner: PrismaClient;
let people: ImportPeople;
let servers: ReadServers;
const closes: (() => Promise<unknown>)[] = [];
let now = 0;

beforeAll(async () => {
  [primary, replica] = await startReplicated(...folders);
  await migrate(primary.connection);
  owner = ownerClient(primary.connection, { max: 2 });
  people = await samplePeople(owner);
  await publish(sampleSource, sampleState());
  const [first, second] = [primary, replica].map(({ connection }) =>
    readServer(readerConnection(connection), { max: 2 }),
  );
  if (!first || !second) throw new Error('two servers were started');
  closes.push(first.close, second.close, () => owner.$disconnect());
  servers = new ReadServers(first, [second], () => now);
}, 120_000);
afterAll(async () => {
  await Promise.all(closes.map((close) => close()));
  await Promise.all([replica.stop(), primary.stop()]);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const publish = (...lines: object[]) => importBundle(owner, bundleOf(...lines), people);

const onReplica = <T>(sql: string) =>
  withConnection(replica.connection, async (client) => (await client.query<{ answer: T }>(sql)).rows[0]?.answer);

/** Waits until the replica has all that the primary has. */
async function replayed(): Promise<void> {
  const [{ lsn } = { lsn: '' }] = await withConnection(
    primary.connection,
    async (client) => (await client.query<{ lsn: string }>('SELECT pg_current_wal_lsn()::text AS lsn')).rows,
  );
  await expect
    .poll(() => onReplica<boolean>(`SELECT pg_last_wal_replay_lsn() >= '${lsn}'::pg_lsn AS answer`), {
      timeout: 20_000,
    })
    .toBe(true);
}

/** Which server answers a read that must know of a publication. */
const answering = (context: PublicContext) =>
  context.read(async (published) => {
    const [row] = await published.$queryRaw<{ port: number }[]>`SELECT inet_server_port() AS port`;
    return row?.port === primary.connection.port ? 'primary' : 'replica';
  });
const asked = (version: number | null, asOf: string | null = null) => publicContextFrom(servers, { asOf, version });
const state = (version: number, slug: string) => publicCaller(asked(version)).record.get({ kind: 'actor', slug });

test('a replica answers, for today and for the past, once it knows what the reader knows', async () => {
  await replayed();
  expect(await answering(asked(2))).toBe('replica');
  expect(await answering(asked(2, new Date().toISOString()))).toBe('replica');
  expect(await state(2, 'sampleland')).not.toBeNull();
  expect(await answering(asked(null))).toBe('primary');
});

test('a replica that lags behind is passed over, and no page is older than the record', async () => {
  await onReplica('SELECT pg_wal_replay_pause()');
  await publish(sampleState('otherland'));
  expect(await answering(asked(3))).toBe('primary');
  expect(await state(3, 'otherland')).not.toBeNull();
  // What needs less can still be read there.
  expect(await answering(asked(2))).toBe('replica');
  await onReplica('SELECT pg_wal_replay_resume()');
  await replayed();
  expect(await answering(asked(3))).toBe('replica');
});

test('on a replica, too, the site may not see the desk', async () => {
  const reader = readerConnection(replica.connection);
  await expect(withConnection(reader, (client) => client.query('SELECT FROM "Revision"'))).rejects.toThrow(
    /permission denied/,
  );
});

test('a replica that goes away costs no page, now or when it is asked again', async () => {
  await replica.stop();
  expect(await state(3, 'otherland')).not.toBeNull();
  expect(await answering(asked(3))).toBe('primary');
  now = 31_000;
  expect(await answering(asked(3))).toBe('primary');
});
