import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Connection } from './connection';
import { migrate, withConnection } from './migrate';
import { migratedMark, migrationFiles } from './migrations';

let connection: Connection;
const query = async <T extends object>(sql: string) =>
  withConnection(connection, async (client) => (await client.query<T>(sql)).rows);
const mark = async () =>
  (await query<{ mark: string | null }>(`SELECT obj_description('history'::regnamespace, 'pg_namespace') AS mark`))[0]
    ?.mark;
const onServer = (sql: string) =>
  withConnection({ ...inject('server'), database: 'postgres' }, (client) => client.query(sql));

beforeAll(async () => {
  connection = { ...inject('server'), database: `test_${randomUUID().replaceAll('-', '')}` };
  await onServer(`CREATE DATABASE ${connection.database}`);
});
afterAll(() => onServer(`DROP DATABASE ${connection.database} WITH (FORCE)`));

test('an empty database gets every migration and the job queue, once, and is marked', async () => {
  expect(await migrate(connection)).toEqual(migrationFiles().map(({ name }) => name));
  expect(await mark()).toBe(migratedMark());
  expect(await query(`SELECT FROM graphile_worker.migrations LIMIT 1`)).toHaveLength(1);
  expect(await migrate(connection)).toEqual([]);
});

test('a database of another version is looked at again, and what it lacks is made', async () => {
  const last = migrationFiles().at(-1)?.name;
  await query(`COMMENT ON SCHEMA history IS 'of an earlier version'`);
  await query(`DROP SCHEMA graphile_worker CASCADE`);
  expect(await migrate(connection)).toEqual([]);
  expect(await query(`SELECT FROM graphile_worker.migrations LIMIT 1`)).toHaveLength(1);
  expect(await query(`SELECT FROM _prisma_migrations WHERE migration_name = '${last}'`)).toHaveLength(1);
  expect(await mark()).toBe(migratedMark());
});
