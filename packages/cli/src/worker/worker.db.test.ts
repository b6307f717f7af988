import pg from 'pg';
import { importBundle, type ImportPeople } from '@rapporteur/core/bundle/import';
import { bundleOf, samplePeople, sampleSource } from '@rapporteur/core/bundle/sample';
import { takeIn } from '@rapporteur/core/intake/take-in';
import { decideJob, listJobs } from '@rapporteur/core/job/list';
import { scheduleRevision } from '@rapporteur/core/publication/schedule';
import { publicationStatusOf } from '@rapporteur/core/release/read';
import { approvedSource } from '@rapporteur/core/testing/desk';
import { verify } from '@rapporteur/core/verify';
import { poolConfig } from '@rapporteur/db/connection';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bound, runningWorkers } from '../testing/running-workers';

let database: TestDatabase;
let people: ImportPeople;
const { startWorker, until } = runningWorkers(() => database);

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  await importBundle(database.owner, bundleOf(sampleSource), people);
});
afterAll(() => database.close());

/** Schedules an approved source far away; `comesIn` brings the instants near. */
async function scheduled(slug: string): Promise<string> {
  const { id, lockVersion } = await approvedSource(database.owner, people, slug);
  const at = { local: '2999-01-01T09:00', zone: 'Europe/Brussels' };
  await scheduleRevision(database.owner, people.reviewer, { id, expectedVersion: lockVersion, at });
  return id;
}

/** Sets the instant of every schedule to one in some seconds, by the clock of the database; answers it. */
async function comesIn(seconds: number): Promise<Date> {
  const { owner } = database;
  const [row] = await owner.$queryRaw<{ at: Date }[]>`
    SELECT date_trunc('milliseconds', clock_timestamp()) + ${seconds} * interval '1 second' AS at`;
  const at = row?.at ?? new Date(0);
  await owner.$transaction([
    owner.$executeRaw`UPDATE "Release" SET "at" = ${at} WHERE "state" = 'scheduled'`,
    owner.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = ${at} WHERE key LIKE 'release:%'`,
  ]);
  return at;
}

const publications = (id: string) => database.owner.publication.findMany({ where: { recordId: id } });
const isPublic = async (id: string) => (await publications(id)).length > 0;
const jobs = (state?: 'running' | 'parked') =>
  listJobs(database.owner, people.reviewer, { limit: 100, ...(state ? { state } : {}) });
const administrator = { userId: 'usr-administrator', role: 'administrator' as const };

async function withClient(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const { max: _max, idleTimeoutMillis: _idle, ...config } = poolConfig(database.connection);
  const client = new pg.Client(config);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Runs work while the lock of publications is held, so that a job that publishes stands still in its transaction. */
const whileNobodyPublishes = (work: (release: () => Promise<void>) => Promise<void>): Promise<void> =>
  withClient(async (client) => {
    await client.query('SELECT pg_advisory_lock(7370736, 1)');
    await work(async () => {
      await client.query('SELECT pg_advisory_unlock_all()');
    });
  });

describe('two workers', { timeout: 4 * bound }, () => {
  test('publish everything once, and nothing before its instant', async () => {
    const ids: string[] = [];
    for (let n = 1; n <= 12; n += 1) ids.push(await scheduled(`once-${n}`));
    await Promise.all([startWorker(), startWorker()]);
    const at = await comesIn(2);
    await until('all is published', async () => (await Promise.all(ids.map(isPublic))).every(Boolean));
    for (const id of ids) {
      const log = await publications(id);
      expect(log).toHaveLength(1);
      expect(log[0]?.recordedAt.getTime()).toBeGreaterThanOrEqual(at.getTime());
    }
    await until('no job is left', async () => (await jobs()).items.length === 0);
    expect(await verify(database.owner)).toEqual([]);
  });
});

describe('a worker that is killed', { timeout: 4 * bound }, () => {
  test('before it commits leaves nothing, and another does the work', async () => {
    const id = await scheduled('killed-before');
    await whileNobodyPublishes(async (release) => {
      const first = await startWorker();
      await comesIn(0);
      await until('the job runs', async () => (await jobs('running')).items.length === 1);
      await first.kill('SIGKILL');
      expect(await isPublic(id)).toBe(false);
      await startWorker();
      await release();
    });
    await until('another has published it', () => isPublic(id));
    expect(await publications(id)).toHaveLength(1);
    await until('no job is left', async () => (await jobs()).items.length === 0);
  });

  test('after it has committed has done it: whoever takes the job again finds nothing left to do', async () => {
    const { owner } = database;
    const id = await scheduled('killed-after');
    await withClient(async (holder) => {
      await whileNobodyPublishes(async (release) => {
        const first = await startWorker();
        await comesIn(0);
        await until('the job runs', async () => (await jobs('running')).items.length === 1);
        // The queue cannot be told that the job is done.
        await holder.query('BEGIN');
        await holder.query('SELECT FROM graphile_worker._private_jobs FOR UPDATE');
        await release();
        await until('it is published', () => isPublic(id));
        await first.kill('SIGKILL');
      });
      // What the dead worker had sent already would still be done by the servers of its connections: they end first.
      await holder.query(`SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%graphile_worker%'`);
      await holder.query('COMMIT');
      expect((await jobs('running')).items).toHaveLength(1);
      await startWorker();
      await until('no job is left', async () => (await jobs()).items.length === 0);
    });
    expect(await publications(id)).toHaveLength(1);
    expect(await owner.auditEntry.count({ where: { recordId: id, action: 'record.schedule_failed' } })).toBe(0);
  });
});

describe('a worker that is killed while it reads what came in', { timeout: 4 * bound }, () => {
  test('leaves nothing half, and another suggests everything once', async () => {
    const { owner } = database;
    const text =
      'The harbour programme for 2022 is voluntary and excludes tugs.\n\nAda Quill said: “We will not lend ships.”';
    const { ids } = await takeIn(owner, people.importer, { items: [{ way: 'paste', text }] });
    const item = () =>
      owner.intakeItem.findUniqueOrThrow({ where: { id: ids[0] ?? '' }, include: { suggestions: true } });
    await withClient(async (holder) => {
      await holder.query('BEGIN');
      await holder.query('LOCK TABLE "Suggestion" IN EXCLUSIVE MODE');
      const first = await startWorker();
      await until('it keeps what it found', async () => (await item()).step === 'keep');
      await first.kill('SIGKILL');
      // What it had sent already would still be done by the servers of its connections: they end first.
      await holder.query(`SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%Suggestion%'`);
      await holder.query('COMMIT');
    });
    expect(await item()).toMatchObject({ state: 'reading', sha256: null, suggestions: [] });
    await startWorker();
    await until('another has read it', async () => (await item()).state === 'suggested');
    const { suggestions } = await item();
    expect(suggestions.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(suggestions.map((_, n) => n + 1));
    expect(suggestions.length).toBeGreaterThan(1);
    await until('no job is left', async () => (await jobs()).items.length === 0);
  });
});

describe('a worker', { timeout: 4 * bound }, () => {
  test('parks a job that always fails, does the others meanwhile, and shows it to whoever decides', async () => {
    const { owner } = database;
    await owner.$executeRaw`SELECT FROM graphile_worker.add_job('release.publish', '{"releaseId":"poison"}', max_attempts => 1)`;
    const id = await scheduled('beside-poison');
    await comesIn(0);
    await startWorker();
    await until('the other is published', () => isPublic(id));
    await until('the poison is parked', async () => (await jobs()).counts['parked'] === 1);
    const [parked] = (await jobs('parked')).items;
    expect(parked).toMatchObject({ name: 'release.publish', attempts: 1, maxAttempts: 1 });
    expect(parked?.lastError).not.toBeNull();
    const job = { id: parked?.id ?? '', decision: 'retry' as const };
    await expect(decideJob(owner, people.importer, job)).rejects.toMatchObject({ code: 'forbidden' });
    await decideJob(owner, people.reviewer, job);
    const told = await owner.auditEntry.findFirst({ where: { action: 'job.retry' } });
    expect(told?.detail).toEqual({ job: job.id, name: 'release.publish' });
    await until('it was tried again and is parked again', async () => {
      const [again] = (await jobs('parked')).items;
      return again !== undefined;
    });
    const gone = { ...job, decision: 'drop' as const };
    await expect(decideJob(owner, people.reviewer, gone)).rejects.toMatchObject({ code: 'forbidden' });
    await decideJob(owner, administrator, gone);
    expect((await jobs()).items).toEqual([]);
  });

  test('that is asked to stop ends its job first, and takes no other', async () => {
    const id = await scheduled('stopped');
    await whileNobodyPublishes(async (release) => {
      const worker = await startWorker();
      await comesIn(0);
      await until('the job runs', async () => (await jobs('running')).items.length === 1);
      const stopped = worker.kill('SIGTERM');
      await release();
      expect((await stopped).code).toBe(0);
    });
    expect(await publications(id)).toHaveLength(1);
    expect((await jobs()).items).toEqual([]);
  });

  test('that was not told of its installation leaves exports and webhooks to one that was', async () => {
    const { owner } = database;
    await owner.$executeRaw`SELECT graphile_worker.add_job('export.make', job_key => 'left-1'), graphile_worker.add_job(
      'webhook.tell', job_key => 'left-2')`;
    const id = await scheduled('beside-what-is-left');
    await startWorker();
    await comesIn(0);
    await until('it is published', () => isPublic(id));
    await until('nothing else is left', async () => (await jobs()).items.length === 2);
    expect((await jobs()).items).toMatchObject([
      { name: 'webhook.tell', state: 'waiting', attempts: 0 },
      { name: 'export.make', state: 'waiting', attempts: 0 },
    ]);
    await owner.$executeRaw`SELECT graphile_worker.remove_job('left-1'), graphile_worker.remove_job('left-2')`;
  });

  test('goes on when the database has cut all of its connections', async () => {
    const { owner } = database;
    await startWorker();
    await owner.$queryRaw`SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name ~ 'graphile|presence|^$'`;
    const id = await scheduled('after-the-cut');
    await comesIn(0);
    await until('it is published', () => isPublic(id));
    expect(await publications(id)).toHaveLength(1);
  });

  test('goes on when it was cut off as it looked for jobs for the first time', async () => {
    const { owner } = database;
    await withClient(async (holder) => {
      await holder.query('BEGIN');
      await holder.query('LOCK TABLE graphile_worker._private_tasks IN EXCLUSIVE MODE');
      await startWorker();
      const isCut = async () => {
        const [row] = await owner.$queryRaw<{ cut: number }[]>`
          SELECT count(pg_terminate_backend(pid))::int AS cut FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%_private_tasks%'`;
        return row?.cut !== 0;
      };
      await until('its first look is cut off', isCut);
      await holder.query('COMMIT');
    });
    const id = await scheduled('after-the-first-look');
    await comesIn(0);
    await until('it is published', () => isPublic(id));
    expect(await owner.publication.count({ where: { recordId: id } })).toBe(1);
  });

  test('takes a job up again that it was given, and never heard of', async () => {
    const { owner } = database;
    const [first, second] = [await scheduled('beside-the-unheard'), await scheduled('unheard')];
    await whileNobodyPublishes(async (release) => {
      await startWorker();
      await owner.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key LIKE 'release:%' AND id = (
        SELECT min(id) FROM graphile_worker._private_jobs WHERE key LIKE 'release:%')`;
      await until('a job runs', async () => (await jobs('running')).items.length === 1);
      // As the queue has it when the connection is cut after a job was given out, and before that was said.
      await owner.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = 1, locked_at = now(), locked_by = (
        SELECT max(locked_by) FROM graphile_worker._private_jobs) WHERE locked_by IS NULL AND key LIKE 'release:%'`;
      expect((await jobs('running')).items).toHaveLength(2);
      await release();
    });
    await comesIn(0);
    await until('both are published', async () => (await isPublic(first)) && (await isPublic(second)));
    await until('no job is left', async () => (await jobs()).items.length === 0);
    for (const id of [first, second]) expect(await publications(id)).toHaveLength(1);
  });

  test('says why it published nothing, and leaves the record to another decision', async () => {
    const { owner } = database;
    const id = await scheduled('hindered');
    await owner.user.update({ where: { id: people.reviewer?.userId ?? '' }, data: { active: false } });
    await comesIn(0);
    await startWorker();
    const status = () => publicationStatusOf(owner, people.reviewer, id);
    await until('the failure is recorded', async () => (await status()).failure !== null);
    expect((await status()).failure?.message).toContain('not active');
    expect(await isPublic(id)).toBe(false);
    await owner.user.update({ where: { id: people.reviewer?.userId ?? '' }, data: { active: true } });
  });
});

test('a backlog of ten thousand is counted and read page by page', async () => {
  const { owner } = database;
  await owner.$executeRaw`
    SELECT count(graphile_worker.add_job('release.publish', '{}', run_at => '2999-01-01')) FROM generate_series(1, 10000)`;
  const first = await jobs();
  expect(first.counts['waiting']).toBe(10_000);
  expect(first.items).toHaveLength(100);
  const second = await listJobs(owner, people.reviewer, { limit: 100, after: first.next });
  expect(BigInt(second.items[0]?.id ?? 0)).toBe(BigInt(first.next ?? 0) - 1n);
});
