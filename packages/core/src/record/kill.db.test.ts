import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ownerClient } from '@rapporteur/db/clients';
import { formatConnection } from '@rapporteur/db/connection';
import { startEmbedded, type EmbeddedServer } from '@rapporteur/db/embedded/server';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { migrate, withConnection } from '@rapporteur/db/migrate';
import { scratchFolder } from '@rapporteur/db/testing/scratch-folder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, sampleMeeting, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { verify } from '../verify';

// A server of its own, because one that loses a backend restarts all the others.
const loop = fileURLToPath(new URL('../testing/publish-loop.ts', import.meta.url));
const root = fileURLToPath(new URL('../../../..', import.meta.url));
const appName = 'rapporteur-publish-loop';
const times = 4;
const bound = 120_000;

let dataDir: string;
let server: EmbeddedServer;
let owner: PrismaClient;
let people: ImportPeople;
let child: ChildProcess | null = null;
let said = '';

beforeAll(async () => {
  dataDir = scratchFolder('kill');
  // Programs die here, the machine does not: what they wrote is in its memory all the same.
  server = await startEmbedded({ dataDir, settings: { fsync: 'off' } });
  await migrate(server.connection);
  owner = ownerClient(server.connection, { max: 2 });
  people = await samplePeople(owner);
  await importBundle(owner, bundleOf(sampleSource, sampleState(), sampleMeeting), people);
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await owner?.$disconnect();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const published = () =>
  withConnection(server.connection, async (client) => {
    const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM "Publication"');
    return rows[0]?.count ?? 0;
  });

const backends = () =>
  withConnection(server.connection, async (client) => {
    const { rows } = await client.query<{ pid: number; state: string }>(
      'SELECT pid, state FROM pg_stat_activity WHERE application_name = $1',
      [appName],
    );
    return rows;
  });

/** Asks until it is so; a server that is recovering does not answer, and is asked again. */
const until = (done: () => Promise<boolean>, message: string) =>
  expect.poll(() => done().catch(() => false), { timeout: bound, interval: 10, message }).toBe(true);

/** Starts the loop behind the numbers that are public, and waits until it has published. */
async function startLoop(): Promise<ChildProcess> {
  const before = await published();
  const begun = spawn(
    process.execPath,
    ['--import', 'tsx', loop, formatConnection(server.connection), JSON.stringify(people), String(before)],
    { cwd: root, env: { ...process.env, PGAPPNAME: appName }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  child = begun;
  begun.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await until(async () => begun.exitCode !== null || (await published()) > before, 'the loop publishes');
  expect(begun.exitCode, said).toBeNull();
  return begun;
}

async function kill(loop: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => loop.once('exit', resolve));
  loop.kill('SIGKILL');
  await ended;
  // What it had begun is rolled back when its backend notices.
  await until(async () => (await backends()).length === 0, 'its backend ends');
}

/** Both records of each publication or neither: by the numbers in them, by counting, and by the verifier. */
async function expectWhole(): Promise<void> {
  const [state, meeting] = await Promise.all([
    owner.actorName.findMany(),
    owner.event.findMany({ select: { place: true } }),
  ]);
  const number = (text: string | null | undefined) => /\d+$/.exec(text ?? '')?.[0];
  expect(number(state[0]?.text)).toBe(number(meeting[0]?.place));
  const [log, live, open, revisions, shown] = await Promise.all([
    owner.publication.count(),
    owner.revision.count({ where: { state: 'live' } }),
    owner.revision.count({ where: { state: { in: ['draft', 'in_review', 'approved'] } } }),
    owner.revision.count(),
    owner.publishedRevision.count(),
  ]);
  // Three at first, then two at a time.
  expect({ live, open, revisions, shown, odd: log % 2 }).toEqual({
    live: 3,
    open: 0,
    revisions: log,
    shown: log,
    odd: 1,
  });
  expect(await verify(owner)).toEqual([]);
}

describe('a publication that is cut off', () => {
  it('is kept whole or not at all, whenever its program is killed', { timeout: 5 * bound }, async () => {
    for (let n = 0; n < times; n += 1) {
      const loop = await startLoop();
      await after(Math.random() * 300);
      await kill(loop);
      await expectWhole();
    }
  });

  it(
    'is kept whole or not at all, whenever its backend is killed, and its program goes on',
    { timeout: 5 * bound },
    async () => {
      const loop = await startLoop();
      for (let n = 0; n < times; n += 1) {
        await until(async () => {
          const busy = (await backends()).find(({ state }) => state !== 'idle');
          if (busy) process.kill(busy.pid, 'SIGKILL');
          return busy !== undefined;
        }, 'a backend is at work');
        let before = Number.POSITIVE_INFINITY;
        await until(async () => {
          before = await published();
          return true;
        }, 'the server recovers');
        await until(async () => loop.exitCode !== null || (await published()) > before, 'the program goes on');
        expect(loop.exitCode, said).toBeNull();
      }
      await kill(loop);
      await expectWhole();
    },
  );
});
