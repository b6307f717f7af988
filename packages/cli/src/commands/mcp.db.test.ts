import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { importBundle } from '@rapporteur/core/bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState } from '@rapporteur/core/bundle/sample';
import { formatConnection } from '@rapporteur/db/connection';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, expect, it } from 'vitest';

let database: TestDatabase;
const client = new Client({ name: 'reference', version: '1' });

beforeAll(async () => {
  database = await testDatabase();
  const people = await samplePeople(database.owner);
  await importBundle(database.owner, bundleOf(sampleSource, sampleState()), people);
});
afterAll(async () => {
  await client.close();
  await database?.close();
});

it('answers the reference client, which starts it, with nothing on standard output but the protocol', async () => {
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: ['--import', 'tsx', fileURLToPath(new URL('../main.ts', import.meta.url)), 'mcp'],
      env: { DATABASE_URL: formatConnection(database.connection), WEB_ORIGIN: 'https://record.example.org' },
    }),
  );
  expect((await client.listTools()).tools).toHaveLength(6);
  const answer = await client.callTool({ name: 'read', arguments: { record: '/actors/sampleland' } });
  expect(answer['structuredContent']).toMatchObject({
    record: { address: 'https://record.example.org/actors/sampleland', passages: [{ quote: 'Sampleland took part' }] },
  });
});
