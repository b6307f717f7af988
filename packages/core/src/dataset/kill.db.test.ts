import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bulkClient } from '@rapporteur/db/bulk';
import { formatConnection } from '@rapporteur/db/connection';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { scratchFolder } from '@rapporteur/db/testing/scratch-folder';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ImportPeople } from '../bundle/import';
import { samplePeople } from '../bundle/sample';
import { verify } from '../verify';
import { Dataset } from './dataset';
import { importDataset } from './import';
import { parseMapping } from './parse-mapping';

const program = fileURLToPath(new URL('../testing/import-dataset-once.ts', import.meta.url));
const root = fileURLToPath(new URL('../../../..', import.meta.url));
const guide = readFileSync(new URL('../../../../docs/datasets.md', import.meta.url), 'utf8');
const mapping = /```yaml\n([^]*?)```/.exec(guide)?.[1] ?? '';
const [sittings, batch] = [500, 200];

let database: TestDatabase;
let people: ImportPeople;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  folder = scratchFolder('dataset-kill');
  const ids = Array.from({ length: sittings }, (_, index) => index + 1);
  writeFileSync(path.join(folder, 'mapping.yaml'), mapping);
  writeFileSync(
    path.join(folder, 'sittings.csv'),
    `id,day,symbol,subject\n${ids.map((id) => `${id},1950-03-07,R/${id},On lake ${id}\n`).join('')}`,
  );
  writeFileSync(
    path.join(folder, 'votes.csv'),
    `id,member,code,vote\n${ids.map((id) => `${id},Lakeland,XL,Y\n${id},Reed Isles,,N\n`).join('')}`,
  );
});
afterAll(async () => {
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Imports in a process of its own and kills it while it writes the batch after so many. */
async function killed(batches: number): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', program, formatConnection(database.connection), JSON.stringify(people), folder],
    { cwd: root, env: { ...process.env, PGAPPNAME: 'import-dataset-once' }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.split('\n').length > batches) child.kill('SIGKILL');
  });
  const signal = await new Promise((resolve) => child.once('close', (_, by) => resolve(by)));
  expect(signal, said).toBe('SIGKILL');
  const backends = () =>
    database.owner.$queryRaw<unknown[]>`SELECT FROM pg_stat_activity WHERE application_name = 'import-dataset-once'`;
  await expect.poll(async () => (await backends()).length, { timeout: 60_000, message: 'its backend ends' }).toBe(0);
}

const events = () => database.owner.entry.count({ where: { kind: 'event', state: 'live' } });

it('leaves whole batches when it is killed, and goes on where it is run again', { timeout: 240_000 }, async () => {
  // The sources are a batch, the actors another; then come the votes.
  await killed(3);
  const first = await events();
  expect(first % batch).toBe(0);
  expect(first).toBeGreaterThanOrEqual(batch);
  expect(first).toBeLessThan(sittings);
  expect(await database.owner.choice.count()).toBe(first * 2);
  expect(await database.owner.revision.count({ where: { state: { not: 'live' } } })).toBe(0);
  expect(await verify(database.owner)).toEqual([]);

  const bulk = bulkClient(database.connection, { statementTimeout: 60_000 });
  try {
    const dataset = await Dataset.read(parseMapping(mapping), folder);
    const on = await importDataset(bulk, dataset, people);
    expect(on).toMatchObject({ created: sittings - first, changed: 0, unchanged: first + 2 });
    expect(await events()).toBe(sittings);
    expect(await importDataset(bulk, dataset, people)).toMatchObject({
      created: 0,
      changed: 0,
      unchanged: sittings + 2,
    });
  } finally {
    await bulk.close();
  }
});
