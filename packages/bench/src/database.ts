import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownerClient } from '@rapporteur/db/clients';
import type { Connection } from '@rapporteur/db/connection';
import { startEmbedded } from '@rapporteur/db/embedded/server';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { migrate } from '@rapporteur/db/migrate';

export interface BenchDatabase {
  connection: Connection;
  owner: PrismaClient;
}

/** Runs a measurement on a database of its own, with the settings it has in use, and removes it afterwards. */
export async function withDatabase(measure: (database: BenchDatabase) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
  chmodSync(dataDir, 0o711);
  const server = await startEmbedded({ dataDir });
  try {
    await migrate(server.connection);
    const owner = ownerClient(server.connection, { max: 4, statementTimeout: 600_000 });
    try {
      await measure({ connection: server.connection, owner });
    } finally {
      await owner.$disconnect();
    }
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
