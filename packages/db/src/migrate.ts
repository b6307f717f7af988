import pg from 'pg';
import { RapporteurError } from '@rapporteur/domain/errors';
import { poolConfig, readerConnection, readerRole, type Connection } from './connection';
import { migratedMark } from './migrations';

// Any constant will do, as long as every instance that starts at the same moment waits for the same one.
const migrationLock = 7_370_737;

/** Runs with one plain connection, closed at the end. */
export async function withConnection<T>(connection: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { max: _max, idleTimeoutMillis: _idle, ...config } = poolConfig(connection, { statementTimeout: 0 });
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Brings a database to this version of the program, one instance at a time, and lets the public's role sign in.
 * Gives the names of the migrations that were applied. Refuses with `unavailable` and says what to do.
 */
export async function migrate(connection: Connection): Promise<string[]> {
  await requireServer(connection);
  return withConnection(connection, async (client) => {
    await requireRole(client, connection);
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const applied = await applyAll(client, connection).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new RapporteurError(
        'unavailable',
        `The database could not be migrated; nothing was started. ${reason.slice(0, 2000)}`,
        [],
        { cause: error },
      );
    });
    await letReaderSignIn(client, connection);
    return applied;
  });
}

/**
 * Applies what is missing. A database that has everything carries the mark of this version, and nothing more is looked at:
 * the engine that would find as much takes longer to load than the rest of a start.
 */
async function applyAll(client: pg.Client, connection: Connection): Promise<string[]> {
  const mark = migratedMark();
  const { rows } = await client.query<{ mark: string | null }>(
    `SELECT obj_description(to_regnamespace('history')::oid, 'pg_namespace') AS mark`,
  );
  if (rows[0]?.mark === mark) return [];
  const [{ applyMigrations }, { installJobQueue }] = await Promise.all([
    import('./schema-engine'),
    import('./job-queue'),
  ]);
  const applied = await applyMigrations(connection);
  await installJobQueue(connection);
  await client.query(`COMMENT ON SCHEMA history IS ${client.escapeLiteral(mark)}`);
  return applied;
}

/** Refuses a server that is not there, does not let us in, or is too old, in one line. */
async function requireServer(connection: Connection): Promise<void> {
  const { user, database, host, port } = connection;
  const version = await withConnection(connection, async (client) => {
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int AS version`,
    );
    return rows[0]?.version ?? 0;
  }).catch((error: NodeJS.ErrnoException) => {
    const reason = error.message || error.code;
    const what = `The database "${database}" on ${host}:${port} cannot be opened as "${user}": ${reason}.`;
    throw new RapporteurError('unavailable', what, [], { cause: error });
  });
  if (version < 150_000) throw new RapporteurError('unavailable', 'Rapporteur needs PostgreSQL 15 or newer.');
}

/** The SQL by which an administrator of the server makes the public's role for a user who may not. */
const roleSql = (connection: Connection) =>
  `CREATE ROLE ${readerRole} LOGIN PASSWORD '${readerConnection(connection).password}';`;

async function requireRole(client: pg.Client, connection: Connection): Promise<void> {
  const { rows } = await client.query<{ exists: boolean; may: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS exists,
            (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user) AS may`,
    [readerRole],
  );
  if (rows[0]?.exists || rows[0]?.may) return;
  throw new RapporteurError(
    'unavailable',
    `The public website reads as the role ${readerRole}, and "${connection.user}" may not create roles. Run this as an administrator of the server, then start again:\n  ${roleSql(connection)}`,
  );
}

async function letReaderSignIn(client: pg.Client, connection: Connection): Promise<void> {
  const reader = readerConnection(connection);
  const signsIn = await withConnection(reader, async (probe) => {
    await probe.query('SELECT 1');
    return true;
  }).catch(() => false);
  if (signsIn) return;
  try {
    await client.query(`ALTER ROLE ${readerRole} LOGIN PASSWORD ${client.escapeLiteral(reader.password)}`);
  } catch (error) {
    throw new RapporteurError(
      'unavailable',
      `The role ${readerRole} cannot sign in, and "${connection.user}" may not change it. Set DATABASE_READER_URL, or run as an administrator of the server:\n  ${roleSql(connection).replace('CREATE', 'ALTER')}`,
      [],
      { cause: error },
    );
  }
}
