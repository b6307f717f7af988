import { Prisma } from '@rapporteur/db/generated/client';
import { publishedTables } from '@rapporteur/db/published-tables';
import type { Transaction } from '@rapporteur/db/transaction';
import { columnsOf } from './columns';
import { findingsOf, name, type Finding } from './finding';

/**
 * The twin of every published table: its current rows are the live ones; the times of one id do not overlap; each begins
 * and ends with a publication, and belongs to a record that the log knows.
 */
export async function* verifyTwins(tx: Transaction): AsyncGenerator<Finding> {
  // The log is its own history.
  for (const table of publishedTables.filter((each) => each !== 'Publication')) {
    const columns = (await columnsOf(tx, table)).map((column) => column.name);
    const record = name(columns.includes('recordId') ? 'recordId' : 'id');
    const list = (alias: string) =>
      Prisma.join(columns.map((column) => Prisma.sql`${Prisma.raw(alias)}.${name(column)}`));
    const twin = Prisma.sql`history.${name(table)}`;
    yield* findingsOf(
      tx,
      Prisma.sql`
        SELECT DISTINCT coalesce(h.${record}, l.${record}) AS record, ${`its rows of ${table} are not the current ones of its history`} AS what
        FROM ${name(table)} l FULL JOIN (SELECT * FROM ${twin} WHERE upper_inf(recorded)) h ON h."id" = l."id"
        WHERE (${list('l')}) IS DISTINCT FROM (${list('h')})`,
    );
    yield* findingsOf(
      tx,
      Prisma.sql`
        SELECT DISTINCT ${record} AS record, ${`the times of its rows of ${table} in history overlap`} AS what
        FROM (SELECT ${record}, recorded, lag(recorded) OVER (PARTITION BY "id" ORDER BY lower(recorded)) AS before FROM ${twin}) h
        WHERE isempty(recorded) OR recorded && before`,
    );
    yield* findingsOf(
      tx,
      Prisma.sql`
        SELECT DISTINCT ${record} AS record, ${`its rows of ${table} in history begin or end with no publication`} AS what
        FROM ${twin} h
        WHERE NOT (lower_inc(recorded) AND NOT upper_inc(recorded))
          OR NOT EXISTS (SELECT FROM "Publication" p WHERE p."recordedAt" = lower(h.recorded))
          OR (NOT upper_inf(recorded) AND NOT EXISTS (SELECT FROM "Publication" p WHERE p."recordedAt" = upper(h.recorded)))`,
    );
    // A tally is of a kind and belongs to no record.
    if (table === 'Tally') continue;
    yield* findingsOf(
      tx,
      Prisma.sql`
        SELECT DISTINCT ${record} AS record, ${`has rows of ${table} and no publication`} AS what
        FROM ${twin} h WHERE NOT EXISTS (SELECT FROM "Publication" p WHERE p."recordId" = h.${record})`,
    );
  }
}
