import type { Column, Table } from './table';

const quoted = (name: string) => `"${name}"`;

/** Instants in UTC as RFC 3339 writes them, with microseconds where there are any. */
const asInstant = (sql: string) =>
  `regexp_replace(to_char((${sql}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '\\.?0+$', '') || 'Z'`;

const plain = ({ sql, type }: Column): string => (type === 'datetime' ? asInstant(sql) : sql);

/** The rule of `csvRow` in `domain/csv`, in SQL: what a spreadsheet would run gets an apostrophe in front. */
const startsFormula = `('=', '+', '-', '@', E'\\t', E'\\r', '''', '＝', '＋', '－', '＠')`;
const neutral = (column: Column): string =>
  column.type === 'string'
    ? `CASE WHEN left(${column.sql}, 1) IN ${startsFormula} THEN '''' || (${column.sql}) ELSE ${column.sql} END`
    : plain(column);

function select(table: Table, read: (column: Column) => string): string {
  const columns = Object.entries(table.columns).map(([name, column]) => `${read(column)} AS ${quoted(name)}`);
  return `SELECT ${columns.join(', ')} FROM ${table.from} ORDER BY ${table.order}`;
}

/** The table as CSV: a header, then a row a record. Empty is null, `""` is empty text. */
export const copyCsv = (table: Table): string =>
  `COPY (${select(table, neutral)}) TO STDOUT WITH (FORMAT csv, HEADER true)`;

/**
 * The table as JSON lines. PostgreSQL's JSON holds no control character, so that with such characters for quote and
 * delimiter the format of CSV writes it as it is.
 */
export const copyJsonLines = (table: Table): string =>
  `COPY (SELECT row_to_json(j) FROM (${select(table, plain)}) j) TO STDOUT WITH (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')`;

/** How many rows a table has. */
export const countRows = (table: Table): string => `SELECT count(*)::int AS "rows" FROM ${table.from}`;
