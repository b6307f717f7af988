import { fileURLToPath } from 'node:url';
import { writeKeys } from '@rapporteur/core/record/key-cursor';
import { formatConnection, readerConnection, type Connection } from '@rapporteur/db/connection';
import { freePort } from '@rapporteur/db/embedded/server';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { openDatabase } from './database';
import { print } from './figure';
import { generateRecord, paths, statements } from './generated-record';
import { alternate, load, timed } from './load';
import { startServer, type RunningServer } from './process';
import { say } from './progress';
import { startBare, startSite } from './site';

const limit = 20;
const seconds = 8;

/**
 * Reads a second of the newest twenty statements and of one statement, on a record of 100,000, through REST and through tRPC.
 * `api.hot.…`: from the cache, against a bare `node:http` server with the same bytes. `api.cold.…`: each address once, against
 * the raw prepared statement with `pg`. Of each the 99th percentile of the time of an answer, too.
 */
export async function run(): Promise<void> {
  const { connection, owner } = await openDatabase();
  await generateRecord(owner, statements);
  const places = await cursors(owner, 20_000);
  const site = await startSite(connection);
  const doors = { rest: rest(places), trpc: trpc(places) };

  say('Reads outside the cache');
  const raw = await startRaw(connection);
  for (const [door, { list, single }] of Object.entries(doors)) {
    await load(site.port, list(500), 2);
    await load(raw.port, doors.rest.list(500), 2);
    const baseline = await load(raw.port, doors.rest.list(1000), seconds);
    const lists = await load(site.port, list(1000), seconds);
    const name = door === 'rest' ? 'api.cold' : `api.cold.${door}`;
    print(`${name}.list`, lists.rate, 'req/s', baseline.rate);
    print(`${name}.list.p99`, lists.p99, 'ms', baseline.p99);
    const one = await load(raw.port, rawSingle(1000), seconds);
    const singles = await load(site.port, single(1000), seconds);
    print(`${name}.single`, singles.rate, 'req/s', one.rate);
    print(`${name}.single.p99`, singles.p99, 'ms', one.p99);
  }
  await raw.stop();

  say('Reads from the cache, against a bare server with the same bytes');
  for (const [door, { hotList, hotSingle }] of Object.entries(doors)) {
    for (const [what, path] of Object.entries({ list: hotList, single: hotSingle })) {
      const address = `http://127.0.0.1:${site.port}${path}`;
      const { status } = await timed(site.port, path, 'br');
      if (status !== 200) throw new Error(`${path} answered ${status}`);
      const bare = await startBare(address);
      const { value, baseline } = await alternate(address, `http://127.0.0.1:${bare.port}/`);
      const [own, its] = [await load(site.port, () => path, 4), await load(bare.port, () => '/', 4)];
      await bare.stop();
      const name = door === 'rest' && what === 'list' ? 'api.hot.node' : `api.hot.${door}.${what}`;
      print(name, value, 'req/s', baseline);
      print(`${name}.p99`, own.p99, 'ms', its.p99);
    }
  }
}

/** Addresses that are all different: each call of what it gives is the next one. */
const inTurn = (count: number, addressOf: (n: number) => string) => (from: number) => {
  let n = from;
  return () => addressOf(n++ % count);
};

const slugOf = (n: number) => paths.statement(n).slice('/statements/'.length);

const rawSingle = inTurn(statements - 1, (n) => `/?slug=${slugOf(n + 1)}`);

function rest(places: readonly string[]) {
  const path = `/api/v1/statements?limit=${limit}`;
  return {
    list: inTurn(places.length, (n) => `${path}&after=${places[n]}`),
    single: inTurn(statements - 1, (n) => `/api/v1${paths.statement(n + 1)}`),
    hotList: path,
    hotSingle: `/api/v1${paths.statement(1)}`,
  };
}

function trpc(places: readonly string[]) {
  const call = (name: string, input: object) => `/api/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`;
  const single = (n: number) => call('record.get', { kind: 'statement', slug: slugOf(n) });
  const list = (after: string | null) => call('record.list', { kind: 'statement', after, limit });
  return {
    list: inTurn(places.length, (n) => list(places[n] ?? null)),
    single: inTurn(statements - 1, (n) => single(n + 1)),
    hotList: list(null),
    hotSingle: single(1),
  };
}

/** The cursors behind the newest statements: a list from each of them has twenty items. */
async function cursors(owner: PrismaClient, count: number): Promise<string[]> {
  const entries = await owner.entry.findMany({
    where: { kind: 'statement', state: 'live' },
    orderBy: [{ sortKey: 'desc' }, { id: 'desc' }],
    select: { sortKey: true, id: true },
    take: count,
  });
  return entries.map(({ sortKey, id }) => writeKeys('statement', [sortKey, id]));
}

async function startRaw(connection: Connection): Promise<RunningServer> {
  const port = await freePort();
  const program = fileURLToPath(new URL('raw-server.mjs', import.meta.url));
  const address = formatConnection(readerConnection(connection));
  const cwd = fileURLToPath(new URL('../', import.meta.url));
  return startServer(port, [program, address, String(port)], { cwd, path: '/', variables: {} });
}
