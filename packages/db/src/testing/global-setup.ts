import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Connection } from '../connection';
import { startEmbedded } from '../embedded/server';
import { migrate } from '../migrate';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this test run; its database is the migrated template. */
    server: Connection;
  }
}

/** One real PostgreSQL for a test run, with a migrated database that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'rapporteur-test-'));
  chmodSync(dataDir, 0o711);
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
