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

interface Started {
  connection: Connection;
  stop: () => Promise<void>;
}

// Every project of a run loads this file for itself, and all of them are to have one server: it is kept where all see it.
const run = globalThis as typeof globalThis & { testServer?: { started: Promise<Started>; projects: number } };

/** One real PostgreSQL for a test run, with a migrated database that each test file clones. Whoever needs it last stops it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = (run.testServer ??= { started: start(), projects: 0 });
  server.projects += 1;
  const { connection, stop } = await server.started;
  project.provide('server', connection);
  return async () => {
    server.projects -= 1;
    if (server.projects > 0) return;
    delete run.testServer;
    await stop();
  };
}

async function start(): Promise<Started> {
  await removeAbandoned();
  const dataDir = scratchFolder('test');
  const server = await startEmbedded({
    dataDir,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  await migrate(server.connection);
  return {
    connection: server.connection,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
