import { Prisma } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import { tablesOf, type Rows } from '../projection/rows';
import { columnsOf, type Column } from './columns';
import { expectedRows } from './expected';
import { findingsOf, name, portions, type Finding } from './finding';

/** How many records are compared at once. */
const portion = 100;

const tables = [
  'Entry',
  'Reference',
  'Citation',
  'SearchEntry',
  'SearchName',
  ...new Set(Object.values(tablesOf).flat()),
];

/**
 * Compares every row that was ever public with what the log and the revisions it vouches for say must have stood at that
 * time: the record as it can be read for any instant is the record as it was published.
 */
export async function* verifyHistory(tx: Transaction): AsyncGenerator<Finding> {
  const columns = new Map<string, Column[]>();
  for (const table of tables) columns.set(table, await columnsOf(tx, table));
  const read = (after: string) => tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "recordId" AS id FROM "Publication" WHERE "recordId" > ${after} ORDER BY 1 LIMIT ${portion}`;
  for await (const portionOfIds of portions(read, ({ id }) => id)) {
    const ids = portionOfIds.map(({ id }) => id);
    const { rows, faults } = await expectedRows(tx, ids);
    yield* faults;
    const sound = ids.filter((id) => !faults.some(({ record }) => record === id));
    for (const table of tables) yield* compare(tx, table, columns.get(table) ?? [], sound, rows[table] ?? []);
  }
}

/** Neighbouring times of equal rows are one time: a row may be written again as it was. */
async function* compare(
  tx: Transaction,
  table: string,
  columns: readonly Column[],
  ids: readonly string[],
  rows: Rows[string],
): AsyncGenerator<Finding> {
  const kept = columns.filter(({ generated }) => !generated);
  const record = name(table === 'Entry' ? 'id' : 'recordId');
  const list = Prisma.join(kept.map((column) => name(column.name)));
  const shown = Prisma.join(
    // The texts of sources are compared with their fingerprints elsewhere; here, whether they are shown.
    kept.map((column) =>
      table === 'SourceVersion' && column.name === 'text' ? Prisma.sql`"text" IS NOT NULL` : name(column.name),
    ),
  );
  const given = Prisma.sql`${JSON.stringify(rows)}::jsonb`;
  // The words of a row are made of its texts, as they were when it was written.
  const expected =
    table === 'SearchEntry'
      ? Prisma.sql`(SELECT s.*, (i ->> 'recorded')::tstzrange AS recorded
          FROM jsonb_array_elements(${given}) i, LATERAL history.search_rows(jsonb_build_array(i - 'recorded')) s) AS made`
      : Prisma.sql`jsonb_populate_recordset(NULL::history.${name(table)}, ${given})`;
  const stored = Prisma.sql`history.${name(table)} WHERE ${record} = ANY (${ids}::text[])`;
  yield* findingsOf(
    tx,
    Prisma.sql`
      WITH expected AS (SELECT ${shown}, range_agg(recorded) FROM ${expected} GROUP BY ${list}),
        stored AS (SELECT ${shown}, range_agg(recorded) FROM ${stored} GROUP BY ${list})
      SELECT DISTINCT ${record} AS record, ${`its rows of ${table}, now or in history, are not those that its publications stand for`} AS what
      FROM ((TABLE expected EXCEPT TABLE stored) UNION ALL (TABLE stored EXCEPT TABLE expected)) d`,
  );
}
