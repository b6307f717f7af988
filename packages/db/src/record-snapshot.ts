import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Readable } from 'node:stream';
import { poolConfig, type Connection } from './connection';
import { PrismaClient } from './generated/client';
import type { Transaction } from './transaction';

/** The record as it stood at one moment, however long reading it takes. */
export interface RecordSnapshot {
  db: Transaction;
  /** Streams what a `COPY … TO STDOUT` gives. One at a time; the stream must be read to its end, or destroyed. */
  copy: (sql: string) => Readable;
}

/** What is read for hours may stand idle meanwhile, and no statement is too long. */
const unhurried = { statement_timeout: 0, idle_in_transaction_session_timeout: 0 };
const longest = 6 * 3_600_000;

/**
 * Reads in one snapshot, through Prisma and by COPY, as the role of a connection: as the public's role, what is not public
 * cannot come along.
 */
export async function recordSnapshot<T>(
  connection: Connection,
  work: (snapshot: RecordSnapshot) => Promise<T>,
): Promise<T> {
  const { max: _, ...config } = poolConfig(connection);
  const client = new pg.Client({ ...config, ...unhurried });
  // Heard, so that a lost connection does not end the process; the statement that runs fails by itself.
  client.on('error', () => undefined);
  await client.connect();
  const prisma = new PrismaClient({
    adapter: new PrismaPg(
      { ...poolConfig(connection, { max: 1 }), ...unhurried },
      { onPoolError: () => undefined, onConnectionError: () => undefined },
    ),
  });
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ name: string }>('SELECT pg_export_snapshot() AS name');
    return await prisma.$transaction(
      async (db) => {
        await db.$executeRawUnsafe(`SET TRANSACTION SNAPSHOT '${rows[0]?.name ?? ''}'`);
        return work({ db, copy: (sql) => client.query(copyTo(sql)) });
      },
      { isolationLevel: 'RepeatableRead', timeout: longest, maxWait: 10_000 },
    );
  } finally {
    await Promise.allSettled([prisma.$disconnect(), client.end()]);
  }
}
