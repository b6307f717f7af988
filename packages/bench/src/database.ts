import { rmSync } from 'node:fs';
import { ownerClient } from '@rapporteur/db/clients';
import type { Connection } from '@rapporteur/db/connection';
import { startEmbedded } from '@rapporteur/db/embedded/server';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { migrate } from '@rapporteur/db/migrate';
import { scratchFolder } from '@rapporteur/db/testing/scratch-folder';
import { endLater } from './endings';
import { say } from './progress';

export interface BenchDatabase {
  connection: Connection;
  owner: PrismaClient;
}

/** A data folder of its own, removed at the end. */
export function ownFolder(): string {
  const folder = scratchFolder('bench', 'disk');
  endLater(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A database of its own, with the settings it has in use. It is removed at the end. */
export async function openDatabase(): Promise<BenchDatabase> {
  say('Starting PostgreSQL');
  // Noted before it is there, so that a measurement broken off while it starts leaves no server behind.
  const starting = startEmbedded({ dataDir: ownFolder() });
  endLater(() =>
    starting.then(
      (server) => server.stop(),
      () => undefined,
    ),
  );
  const { connection } = await starting;
  await migrate(connection);
  const owner = ownerClient(connection, { max: 4, statementTimeout: 600_000 });
  endLater(() => owner.$disconnect());
  return { connection, owner };
}
