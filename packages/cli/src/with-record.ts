import { ownerClient } from '@rapporteur/db/clients';
import type { Connection } from '@rapporteur/db/connection';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { bringUpToDate } from './start/bring-up-to-date';
import { withDatabase } from './start/database';

/** Runs work with the owner's client on the instance's migrated database. */
export function withRecord<T>(work: (db: PrismaClient, connection: Connection) => Promise<T>): Promise<T> {
  return withDatabase(async (connection) => {
    await bringUpToDate(connection);
    const db = ownerClient(connection, { max: 4, statementTimeout: 600_000 });
    try {
      return await work(db, connection);
    } finally {
      await db.$disconnect();
    }
  });
}
