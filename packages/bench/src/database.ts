import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownerClient } from '@rapporteur/db/clients';
import type { Connection } from '@rapporteur/db/connection';
import { startEmbedded } from '@rapporteur/db/embedded/server';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { migrate } from '@rapporteur/db/migrate';
import { endLater } from './endings';
import { say } from './progress';

export interface BenchDatabase {
  connection: Connection;
  owner: PrismaClient;
}

/** A data folder of its own, removed at the end. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
  // The server runs as another user where this program runs as root.
  chmodSync(folder, 0o711);
  endLater(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A database of its own, with the settings it has in use. It is removed at the end. */
export async function openDatabase(): Promise<BenchDatabase> {
  say('Starting PostgreSQL');
  // Noted before it is there, so that a measurement broken off while it starts leaves no server behind.
  const starting = startEmbedded({ dataDir: scratchFolder() });
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
