import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Connection } from './connection';
import { withConnection } from './migrate';
import { publishedTables } from './published-tables';
import { schemaScript } from './schema-engine';

/** What differs between the Prisma schema, a migrated database and its history twins; empty where all agree. */
export async function drift(connection: Connection): Promise<string[]> {
  const wanted = await shapeOfSchema(connection);
  return withConnection(connection, async (client) => {
    const found = await shapeOf(client);
    return [
      ...[...wanted]
        .filter((line) => !found.has(line))
        .map((line) => `The schema has what the migrations do not make: ${line}`),
      ...[...found]
        .filter((line) => !wanted.has(line))
        .map((line) => `The migrations make what the schema does not have: ${line}`),
      ...(await twinFindings(client)),
    ];
  });
}

// The schema engine's own comparison reads catalog columns that adapter-pg cannot; so both shapes are made and compared here.
async function shapeOfSchema(connection: Connection): Promise<Set<string>> {
  const database = `rapporteur_drift_${randomUUID().replaceAll('-', '')}`;
  const script = await schemaScript(connection);
  return withConnection(connection, async (client) => {
    await client.query(`CREATE DATABASE ${database}`);
    try {
      return await withConnection({ ...connection, database }, async (shadow) => {
        // Indexes may use its operator classes; the migrations make it before they do.
        await shadow.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
        await shadow.query(script);
        return shapeOf(shadow);
      });
    } finally {
      await client.query(`DROP DATABASE ${database} WITH (FORCE)`);
    }
  });
}

/**
 * Columns, indexes and foreign keys. Left out: partial indexes, indexes over expressions, how indexes are stored, and checks,
 * which Prisma's schema cannot say.
 */
async function shapeOf(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ line: string }>(
    `SELECT format('column %I.%I %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
              CASE WHEN a.attnotnull THEN ' not null' ELSE '' END, coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) AS line
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
         AND c.relname <> '_prisma_migrations'
     UNION ALL
     SELECT regexp_replace(pg_get_indexdef(i.indexrelid), ' WITH \\(.*\\)$', '') FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
       WHERE c.relnamespace = 'public'::regnamespace AND i.indpred IS NULL AND i.indexprs IS NULL AND c.relname <> '_prisma_migrations'
     UNION ALL
     SELECT format('%I on %s: %s', conname, conrelid::regclass, replace(pg_get_constraintdef(oid), ' DEFERRABLE INITIALLY DEFERRED', ''))
       FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype = 'f'`,
  );
  return new Set(rows.map(({ line }) => line));
}

async function twinFindings(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; schema: string; columns: string }>(
    `SELECT c.relname AS table, n.nspname AS schema,
            string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attname) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE n.nspname IN ('public', 'history', 'as_of') AND c.relkind IN ('r', 'v') AND a.attnum > 0 AND NOT a.attisdropped
       AND NOT (n.nspname = 'history' AND a.attname = 'recorded')
     GROUP BY 1, 2`,
  );
  const columnsOf = (schema: string, table: string) =>
    rows.find((row) => row.schema === schema && row.table === table)?.columns;
  return publishedTables.flatMap((table) => {
    const expected = columnsOf('public', table);
    const twins = table === 'Publication' ? ['as_of'] : ['history', 'as_of'];
    return twins
      .filter((schema) => columnsOf(schema, table) !== expected)
      .map(
        (schema) =>
          `${schema}."${table}" does not have the columns of the published table; call history.track('${table}') in a migration.`,
      );
  });
}
