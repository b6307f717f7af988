import { dataLicence, siteOrigin } from '@rapporteur/core/env';
import type { ExportSettings } from '@rapporteur/core/export/make';
import { readerConnection, type Connection } from '@rapporteur/db/connection';
import { pino } from 'pino';
import { startWorker } from './worker';

/** How long the jobs that run have to end, in milliseconds. One that does not is left to another worker. */
const patience = 9_500;

/** Runs a worker until this process is asked to stop; ends the process where a job does not let go. `reader`: how the public reads, where that does not follow from the owner. */
export async function workUntilAsked(connection: Connection, reader = readerConnection(connection)): Promise<void> {
  const log = pino({ name: 'worker' });
  const worker = startWorker(connection, log, exportSettings(reader));
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a rejection nobody awaited'));
  log.info('the worker waits for jobs');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  setTimeout(() => process.exit(1), patience).unref();
  await worker.stop();
}

/** Exports hold addresses of the site, so a worker that is not told of it makes none. */
const exportSettings = (reader: Connection): ExportSettings | null =>
  process.env['WEB_ORIGIN'] ? { reader, site: siteOrigin(), licence: dataLicence() } : null;
