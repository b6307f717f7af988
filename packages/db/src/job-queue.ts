import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { poolConfig, type Connection } from './connection';

// Says nothing of its own: what goes wrong is thrown, and told by whoever migrates.
const silent = new Logger(() => () => undefined);

/**
 * Makes the queue of background jobs, a schema of its own in the same database: a job is added in the transaction that
 * needs it. The public's role has no right on the schema.
 */
export async function installJobQueue(connection: Connection): Promise<void> {
  const pool = new pg.Pool(poolConfig(connection, { max: 1, statementTimeout: 0 }));
  // A lost connection is reported to the query that runs; unheard, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await runMigrations({ pgPool: pool, logger: silent });
  } finally {
    await pool.end();
  }
}
