import type { Connection } from '@rapporteur/db/connection';
import { pino } from 'pino';
import { startWorker } from './worker';

/** How long the jobs that run have to end, in milliseconds. One that does not is left to another worker. */
const patience = 9_500;

/** Runs a worker until this process is asked to stop; ends the process where a job does not let go. */
export async function workUntilAsked(connection: Connection): Promise<void> {
  const log = pino({ name: 'worker' });
  const worker = startWorker(connection, log);
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a rejection nobody awaited'));
  log.info('the worker waits for jobs');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  setTimeout(() => process.exit(1), patience).unref();
  await worker.stop();
}
