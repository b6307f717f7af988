import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { ownerClient, pastClient, readerClient, type PastClient, type Published } from '../clients';
import { readerConnection, type Connection } from '../connection';
import type { PrismaClient } from '../generated/client';
import { withConnection } from '../migrate';

export interface TestDatabase {
  connection: Connection;
  owner: PrismaClient;
  reader: Published;
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
  const { published, close } = readerClient(readerConnection(connection), { max: 4 });
  const past = pastClient(readerConnection(connection), { max: 4 });
  return {
    connection,
    owner,
    reader: published,
    past,
    close: async () => {
      await Promise.all([owner.$disconnect(), close(), past.$disconnect()]);
      await withConnection({ ...server, database: 'postgres' }, (client) =>
        client.query(`DROP DATABASE ${database} WITH (FORCE)`),
      );
    },
  };
}
