import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { importBundle } from '@rapporteur/core/bundle/import';
import {
  bundleOf,
  sampleIssue,
  samplePeople,
  samplePosition,
  sampleSource,
  sampleState,
} from '@rapporteur/core/bundle/sample';
import { formatConnection } from '@rapporteur/db/connection';
import { freePort } from '@rapporteur/db/embedded/server';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, expect, it } from 'vitest';

// The program that the manual names, started as the manual says.
const program = fileURLToPath(new URL('../../bin/rapporteur.mjs', import.meta.url));
const origin = 'https://record.example.org';
const started: ChildProcess[] = [];
let database: TestDatabase;
let env: Record<string, string>;

beforeAll(async () => {
  database = await testDatabase();
  const people = await samplePeople(database.owner);
  const record = [sampleSource, sampleState(), sampleIssue, samplePosition('for-calm')];
  await importBundle(database.owner, bundleOf(...record), people);
  env = {
    DATABASE_URL: formatConnection(database.connection),
    WEB_ORIGIN: origin,
    PATH: process.env['PATH'] ?? '',
    TRUSTED_PROXIES: '127.0.0.1',
  };
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await database?.close();
});

const questions: Record<string, Record<string, unknown>> = {
  search: { question: 'calm' },
  read: { record: '/actors/sampleland' },
  read_field: { record: '/actors/sampleland', field: '/names' },
  list_passages: { record: '/actors/sampleland' },
  compare_dates: { record: '/actors/sampleland', from: '2020-01-01', to: new Date().toISOString().slice(0, 10) },
  list_changes: { limit: 5 },
  cite: { record: '/actors/sampleland' },
  board: { record: '/issues/calm' },
  list_votes: { record: '/actors/sampleland' },
};

/** The reference client lists the tools and calls each of them; it checks every answer against the schema of its tool. */
async function callEveryTool(transport: Transport): Promise<void> {
  const client = new Client({ name: 'reference', version: '1' });
  await client.connect(transport);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).toSorted()).toEqual(Object.keys(questions).toSorted());
  for (const { name } of tools) {
    const answer = await client.callTool({ name, arguments: questions[name] ?? {} });
    expect(answer.isError, name).toBeFalsy();
    expect(JSON.stringify(answer['structuredContent']), name).toContain(`${origin}/r/`);
  }
  await client.close();
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
/** How many connections the program holds. */
const connections = async () =>
  (
    await database.owner.$queryRaw<unknown[]>`
      SELECT FROM pg_stat_activity WHERE datname = current_database() AND usename = 'rapporteur_reader'`
  ).length;

it('answers the client that starts it, with nothing on standard output but the protocol, and ends with it', async () => {
  const before = await connections();
  const transport = new StdioClientTransport({ command: process.execPath, args: [program, 'mcp'], env });
  const troubles: Error[] = [];
  // Whatever else came on standard output would be told here.
  transport.onerror = (error) => troubles.push(error);
  const called = callEveryTool(transport as Transport);
  await expect.poll(() => transport.pid, { timeout: 10_000 }).not.toBeNull();
  const pid = transport.pid ?? 0;
  await called;
  expect(troubles).toEqual([]);
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  await expect.poll(connections, { timeout: 10_000 }).toBe(before);
});

it('answers clients over HTTP until Ctrl-C, and leaves nothing', async () => {
  const before = await connections();
  const port = await freePort();
  // A group of its own, so that what a terminal sends on Ctrl-C reaches all that it started.
  const child = spawn(process.execPath, [program, 'mcp', '--http', String(port)], { env, detached: true });
  started.push(child);
  let told = '';
  let wrong = '';
  child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (wrong += chunk.toString()));
  await expect.poll(() => told + wrong, { timeout: 30_000 }).toContain(`http://127.0.0.1:${port}/mcp`);
  await callEveryTool(new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`)) as Transport);
  process.kill(-(child.pid ?? 0), 'SIGINT');
  const [code] = (await once(child, 'exit')) as [number];
  expect([code, wrong]).toEqual([0, '']);
  await expect(fetch(`http://127.0.0.1:${port}/mcp`)).rejects.toThrow('fetch failed');
  await expect.poll(connections, { timeout: 10_000 }).toBe(before);
});

it('says which setting is wrong before it listens', async () => {
  const child = spawn(process.execPath, [program, 'mcp', '--http', String(await freePort())], {
    env: { ...env, TRUSTED_PROXIES: 'proxy' },
  });
  started.push(child);
  let wrong = '';
  child.stderr.on('data', (chunk: Buffer) => (wrong += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  expect([code, wrong]).toEqual([1, expect.stringMatching(/^TRUSTED_PROXIES must be .* not "proxy"\.\n$/)]);
});
