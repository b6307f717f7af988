import type { Connection } from '@rapporteur/db/connection';
import { runningEmbedded, startEmbedded } from '@rapporteur/db/embedded/server';
import { readSettings } from './settings';

/**
 * Runs work against the instance's database: the one of DATABASE_URL, the embedded server if it is running, or else the
 * embedded server for as long as the work takes.
 */
export async function withDatabase<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
  const { database, dataDir } = readSettings();
  const running = database ?? runningEmbedded(dataDir);
  if (running) return work(running);
  const server = await startEmbedded({ dataDir });
  // Broken off, it must leave no server behind: what was under way is rolled back. What ends when it is asked says it is no failure.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void server.stop().then(() => process.exit(process.exitCode ?? 1)));
  }
  try {
    return await work(server.connection);
  } finally {
    await server.stop();
  }
}
