import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { poolConfig, type Connection } from './connection';
import { PrismaClient } from './generated/client';
import { TakingTurns } from './turns';

/** A value of a row on its way into a table: a date or an instant as PostgreSQL reads it, a list as `{…}`, JSON as its text. */
export type CopyValue = string | number | bigint | boolean | null;

/** Writes rows into a table by COPY, within the transaction that is open. Triggers and constraints hold as for INSERT. */
export type CopyRows = (
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
) => Promise<void>;

/** The owner's client for bulk writing, on one connection: commands and COPY share its transaction. */
export interface BulkClient {
  db: PrismaClient;
  copy: CopyRows;
  close: () => Promise<void>;
}

/** How much is handed to the connection at once, in UTF-16 units. */
const chunk = 65_536;

/** Opens the owner's client for bulk writing. A statement may take as long as `statementTimeout`, in milliseconds. */
export function bulkClient(connection: Connection, { statementTimeout }: { statementTimeout: number }): BulkClient {
  const pool = new pg.Pool({ ...poolConfig(connection, { max: 1, statementTimeout }), Client: TakingTurns });
  // The pool has one connection, so the one that was taken last is that of the open transaction.
  let taken: pg.PoolClient | null = null;
  pool.on('acquire', (client) => (taken = client));
  pool.on('release', () => (taken = null));
  // A lost connection is reported to whoever runs the next query; unheard, pg's error event would end the process.
  pool.on('error', () => undefined);
  const db = new PrismaClient({ adapter: new PrismaPg(pool, { onConnectionError: () => undefined }) });
  return {
    db,
    copy: async (table, columns, rows) => {
      if (taken === null) throw new Error('COPY runs within a transaction of the same client.');
      const names = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
      const into = copyFrom(`COPY ${pg.escapeIdentifier(table)} (${names}) FROM STDIN`);
      await pipeline(Readable.from(chunksOf(rows)), taken.query(into));
    },
    close: async () => {
      await db.$disconnect();
      await pool.end();
    },
  };
}

function* chunksOf(rows: Iterable<readonly CopyValue[]>): Generator<Buffer> {
  let text = '';
  for (const row of rows) {
    text += `${row.map(copyText).join('\t')}\n`;
    if (text.length < chunk) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

const special = /[\\\t\n\r]/;
const escaped: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value in the text format of COPY. */
export function copyText(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  return special.test(value) ? value.replaceAll(/[\\\t\n\r]/g, (mark) => escaped[mark] ?? mark) : value;
}
