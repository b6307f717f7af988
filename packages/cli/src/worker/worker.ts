import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { Logger as Log } from 'pino';
import { askForExport } from '@rapporteur/core/export/make';
import { runJob, type Handlers } from '@rapporteur/core/job/run';
import { wakeForgotten } from '@rapporteur/core/webhook/wake';
import { ownerClient } from '@rapporteur/db/clients';
import { poolConfig, type Connection } from '@rapporteur/db/connection';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { jobNames } from '@rapporteur/domain/job-views';
import { handlersFor, type Installation } from './handlers';
import { WorkerPresence } from './presence';

/** How many jobs one process runs at the same time. Publications wait for one another in any case. */
const concurrency = 4;
/** How often jobs whose instant has come are looked for, in milliseconds: a part of the lateness that is promised. */
const pollInterval = 500;
/** How often it is looked whether an export is due, and whether a delivery is forgotten, in milliseconds. */
const lookInterval = 60_000;
/** How long to wait before a queue that could not be reached is tried again, in milliseconds. */
const retryInterval = 1_000;

export interface Worker {
  /** Takes no more jobs, waits for those that run, and closes. */
  stop: () => Promise<void>;
}

/**
 * Runs background jobs until it is stopped. Any number of these, on any number of machines, share the queue of one
 * database. While the database is away it waits for it. `installation`: what it was told of it.
 */
export function startWorker(connection: Connection, log: Log, installation: Installation): Worker {
  const db = ownerClient(connection, { max: concurrency });
  const pool = new pg.Pool(poolConfig(connection, { max: concurrency + 2 }));
  // Heard, so that a lost connection does not end the process; whoever runs the next query is told.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  void warmUp(db);
  const handlers = handlersFor(installation);
  const left = jobNames.filter((name) => !(name in handlers));
  if (left.length > 0)
    log.warn(
      { left },
      'these jobs are left to workers that know WEB_ORIGIN and RAPPORTEUR_SECRET, as the desk has them',
    );
  const running = new Set<string>();
  const presence = new WorkerPresence(connection, running, (error) => log.warn({ err: error }, 'the database is away'));
  const stopping = new AbortController();
  let runner: Runner | null = null;

  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const events: WorkerEvents = new EventEmitter();
      follow(events, running);
      events.on('pool:release', ({ workerPool }) => void presence.drop(workerPool.id));
      beforeItsFirstLook(events, () => {
        log.warn('the database was away when jobs were first looked for; the queue is opened anew');
        void runner?.stop().catch((error: unknown) => log.error({ err: error }, 'the queue could not be closed'));
      });
      try {
        runner = await run({
          events,
          pgPool: pool,
          taskList: tasksOf(db, handlers, log, stopping.signal),
          concurrency,
          pollInterval,
          noHandleSignals: true,
          logger: loggerTo(log),
          preset: { plugins: [plugin(presence)] },
        });
        if (stopping.signal.aborted) await runner.stop();
        await runner.promise;
      } catch (error) {
        log.error({ err: error }, 'the job queue cannot be reached');
      }
      runner = null;
      if (!stopping.signal.aborted) await sleep(retryInterval);
    }
  };
  const look = () => {
    if ('export.make' in handlers)
      askForExport(db).catch((error: unknown) => log.warn({ err: error }, 'whether an export is due is not known'));
    if ('webhook.tell' in handlers)
      wakeForgotten(db).catch((error: unknown) =>
        log.warn({ err: error }, 'whether a delivery is forgotten is not known'),
      );
  };
  const looking = setInterval(look, lookInterval);
  const working = work();
  return {
    stop: async () => {
      stopping.abort();
      clearInterval(looking);
      await runner?.stop().catch((error: unknown) => log.error({ err: error }, 'a job could not be stopped'));
      await working;
      await presence.close();
      await Promise.allSettled([db.$disconnect(), pool.end()]);
    },
  };
}

/**
 * Has the database client load itself: its first statement costs a third of a second of computing, which would come at the
 * instant of the first publication. Where the database is away, it is loaded later.
 */
const warmUp = (db: PrismaClient): Promise<unknown> => db.release.count().catch(() => undefined);

/** Keeps which jobs are running in this process. */
function follow(events: WorkerEvents, running: Set<string>): void {
  events.on('job:start', ({ job }) => running.add(job.id));
  events.on('job:complete', ({ job }) => running.delete(job.id));
}

/**
 * Tells when looking for jobs fails before it has worked once. The library looks up the names of its jobs with that first
 * look, and keeps the answer: one that was cut off is kept as well, and refuses every look that comes after it.
 */
function beforeItsFirstLook(events: WorkerEvents, tell: () => void): void {
  let looked = false;
  for (const event of ['worker:getJob:empty', 'job:start'] as const) events.once(event, () => (looked = true));
  events.once('worker:getJob:error', () => {
    if (!looked) tell();
  });
}

function tasksOf(db: PrismaClient, handlers: Partial<Handlers>, log: Log, stopped: AbortSignal): TaskList {
  return Object.fromEntries(
    jobNames
      .filter((name) => name in handlers)
      .map((name) => [
        name,
        async (payload, { job }) => {
          const lastAttempt = job.attempts >= job.max_attempts;
          try {
            await runJob(db, handlers, name, payload, { lastAttempt, stopped });
          } catch (error) {
            const what = lastAttempt
              ? 'a job is parked: it failed as often as it may'
              : 'a job failed; it is tried again';
            log.error({ err: error, job: job.id, name, attempt: job.attempts }, what);
            throw error;
          }
        },
      ]),
  );
}

/** Says that the pool is alive before it takes its first job. */
const plugin = (presence: WorkerPresence): GraphileConfig.Plugin => ({
  name: 'WorkerPresencePlugin',
  version: '1.0.0',
  worker: {
    hooks: {
      startWorker: (_context, { worker }) => presence.hold(worker.workerPool.id),
    },
  },
});

/** The library's own words, of which a failed job is told by us already. */
const loggerTo = (log: Log) =>
  new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.debug({ level }, message);
  });
