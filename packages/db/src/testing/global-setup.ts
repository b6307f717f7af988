import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import type { Connection } from '../connection';
import { startEmbedded } from '../embedded/server';
import { migrate } from '../migrate';
import { removeAbandoned, scratchFolder } from './scratch-folder';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this test run; its database is the migrated template. */
    server: Connection;
  }
}

/** One real PostgreSQL for a test run, with a migrated database that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned();
  const dataDir = scratchFolder('test');
  const server = await startEmbedded({
    dataDir,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  await migrate(server.connection);
  project.provide('server', server.connection);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
