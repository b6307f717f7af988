import { parseConnection } from '@rapporteur/db/connection';
import { Command } from 'commander';
import { bringUpToDate } from '../start/bring-up-to-date';
import { withDatabase } from '../start/database';
import { readSettings } from '../start/settings';
import { start } from '../start/start';
import { workUntilAsked } from '../worker/run';

/** Runs everything on one machine. */
export const startCommand = (): Command =>
  new Command('start').description('run the database, the site, the desk and a worker until Ctrl-C').action(start);

export const workerCommand = (): Command =>
  new Command('worker')
    .description('run background jobs until Ctrl-C; as many of these as wanted share the work of one database')
    .action(() =>
      withDatabase(async (connection) => {
        await bringUpToDate(connection);
        const { readerUrl } = readSettings();
        await workUntilAsked(connection, readerUrl ? parseConnection(readerUrl) : undefined);
      }),
    );
