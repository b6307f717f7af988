import { randomBytes } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';
import { inject } from 'vitest';

/** A database of its own for a test file. */
interface ClonedDatabase {
  config: ClientConfig;
  drop: () => Promise<void>;
}

/**
 * A clone of the run's migrated database; what the run provides is declared by the package that starts it, which the site does
 * not import. No test stays connected to the original: nobody else could clone it meanwhile.
 */
export async function clonedDatabase(): Promise<ClonedDatabase> {
  const template = inject('server' as never) as ClientConfig;
  const database = `test_${randomBytes(8).toString('hex')}`;
  const maintain = async (sql: string): Promise<void> => {
    const client = new Client({ ...template, database: 'postgres' });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await maintain(`CREATE DATABASE ${database} TEMPLATE ${template.database}`);
  // Without force: it waits for connections that are closing, and cutting those off would be an error nobody catches.
  return { config: { ...template, database }, drop: () => maintain(`DROP DATABASE ${database}`) };
}
