import { dataLicence, siteOrigin } from '@rapporteur/core/env';
import { readerConnection, type Connection } from '@rapporteur/db/connection';
import { pino } from 'pino';
import { postToAddress } from '@rapporteur/intake/post-to-address';
import type { Installation } from './handlers';
import { startWorker } from './worker';

/** How long the jobs that run have to end, in milliseconds. One that does not is left to another worker. */
const patience = 9_500;

/** Runs a worker until this process is asked to stop; ends the process where a job does not let go. `reader`: how the public reads, where that does not follow from the owner. */
export async function workUntilAsked(connection: Connection, reader = readerConnection(connection)): Promise<void> {
  const log = pino({ name: 'worker' });
  const worker = startWorker(connection, log, installation(reader));
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a rejection nobody awaited'));
  log.info('the worker waits for jobs');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  setTimeout(() => process.exit(1), patience).unref();
  await worker.stop();
}

/** What this process was told. What it was not told enough for, it leaves to other workers. */
const installation = (reader: Connection): Installation => ({
  site: process.env['WEB_ORIGIN'] ? siteOrigin() : null,
  secret: process.env['RAPPORTEUR_SECRET'] || null,
  licence: dataLicence(),
  reader,
  post: postToAddress,
});
