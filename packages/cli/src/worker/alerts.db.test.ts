import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { secretIn, alertsOf } from '@rapporteur/api/testing/alerts';
import { startMailServer, type MailServer } from '@rapporteur/api/testing/mail-server';
import { importBundle, type ImportPeople } from '@rapporteur/core/bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState } from '@rapporteur/core/bundle/sample';
import { listJobs } from '@rapporteur/core/job/list';
import { formatConnection } from '@rapporteur/db/connection';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile, compiled } from '../../bin/bootstrap.mjs';
import { root } from '../start/settings';

/** A bound on each wait, in milliseconds: far beyond what it takes, so that a busy machine is not a fault. */
const bound = 60_000;

let database: TestDatabase;
let server: MailServer;
let people: ImportPeople;
const workers: ChildProcess[] = [];
const { ask, confirm, leave } = alertsOf(
  () => database,
  () => server,
);

beforeAll(async () => {
  compile();
  database = await testDatabase();
  server = await startMailServer();
  people = await samplePeople(database.owner);
  await importBundle(database.owner, bundleOf(sampleSource, sampleState()), people);
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await server.close();
  await database.close();
});

function startWorker(): void {
  const child = spawn(process.execPath, [compiled('worker')], {
    cwd: path.join(root, 'packages/cli'),
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: formatConnection(database.connection),
      SMTP_URL: server.url,
      MAIL_FROM: 'record@example.org',
      WEB_ORIGIN: 'https://record.example.org',
    },
    stdio: 'ignore',
  });
  workers.push(child);
}

const mailsTo = (address: string) => server.received.filter(({ recipients }) => recipients.includes(address));
const idle = () =>
  expect
    .poll(async () => (await listJobs(database.owner, people.reviewer, { limit: 100 })).items.map(({ name }) => name), {
      timeout: bound,
    })
    .toEqual(['alert.forget']);

test(
  'two workers ask, tell each reader once of what is published, and tell no more to who has left',
  { timeout: 5 * bound },
  async () => {
    startWorker();
    startWorker();
    const readers = Array.from({ length: 8 }, (_, index) => `reader${index}@example.org`);
    for (const reader of readers) await ask(reader, { rhythm: 'at_once' });
    for (const reader of readers) {
      await expect.poll(() => mailsTo(reader).length, { timeout: bound }).toBe(1);
      expect(await confirm(secretIn(mailsTo(reader)[0], 'confirm'))).toBe('record');
    }
    server.received.length = 0;
    await importBundle(database.owner, bundleOf(sampleState('first'), sampleState('second')), people);
    for (const reader of readers) await expect.poll(() => mailsTo(reader).length, { timeout: bound }).toBe(1);
    await idle();
    expect(server.received).toHaveLength(readers.length);
    for (const mail of server.received) await leave(secretIn(mail, 'leave'));
    await importBundle(database.owner, bundleOf(sampleState('third')), people);
    await idle();
    expect(server.received).toHaveLength(readers.length);
    expect(await database.owner.alert.count()).toBe(0);
  },
);
