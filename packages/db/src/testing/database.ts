import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { ownerClient, type PastClient, type Published } from '../clients';
import { readerConnection, type Connection } from '../connection';
import type { PrismaClient } from '../generated/client';
import { withConnection } from '../migrate';
import { readServer, type ReadServer } from '../read-servers';

export interface TestDatabase {
  connection: Connection;
  owner: PrismaClient;
  reader: Published;
  /** The server as public reads know it. */
  server: ReadServer;
  past: PastClient;
  close: () => Promise<void>;
}

/** A database of its own for a test file: a clone of the migrated template on the run's real server. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('server');
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await withConnection({ ...server, database: 'postgres' }, (client) =>
    client.query(`CREATE DATABASE ${database} TEMPLATE ${server.database}`),
  );
  const connection = { ...server, database };
  const owner = ownerClient(connection, { max: 8 });
  const { close, ...read } = readServer(readerConnection(connection), { max: 4 });
  return {
    connection,
    owner,
    reader: read.live.published,
    past: read.past,
    server: read,
    close: async () => {
      await Promise.all([owner.$disconnect(), close()]);
      await withConnection({ ...server, database: 'postgres' }, (client) =>
        client.query(`DROP DATABASE ${database} WITH (FORCE)`),
      );
    },
  };
}
