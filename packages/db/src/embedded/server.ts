import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { RapporteurError } from '@rapporteur/domain/errors';
import { poolConfig, type Connection } from '../connection';
import { makeFolder, makeStagingFolder, stagingFolder } from './binaries';
import { launch, run, stopCluster, type Launched } from './launch';
import { choosePlace, type Place } from './place';
import { clearStalePidFile, hold, holderOf, runningServer } from './processes';

export interface EmbeddedServer extends Launched {
  connection: Connection;
  /** Ends the server after its running transactions were rolled back, and waits for it. */
  stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  /** The program's data folder; the server's data lies beneath. */
  dataDir: string;
  /** Further settings, such as `fsync=off` for tests. */
  settings?: Record<string, string>;
}

const owner = 'rapporteur';

/**
 * Starts the embedded PostgreSQL of a data folder: makes its cluster the first time, and recovers it after a crash. A
 * server that outlived its program is stopped first; refuses with `unavailable` where that program still runs.
 */
export async function startEmbedded({ dataDir, settings = {} }: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = choosePlace(path.resolve(dataDir));
  const holder = holderOf(place.holderFile);
  if (holder !== null && (holder !== process.pid || runningServer(place.data))) {
    throw new RapporteurError(
      'unavailable',
      `The data folder ${dataDir} is in use by process ${holder}. Stop it, or set RAPPORTEUR_DATA_DIR to another folder.`,
    );
  }
  hold(place.holderFile);
  // A program that ends without stopping it (a fault, a run broken off) has no time to wait for it.
  const abandon = () => {
    const running = runningServer(place.data);
    if (running) process.kill(running.pid, 'SIGINT');
  };
  process.once('exit', abandon);
  const stop = async () => {
    await stopCluster(place.data, 'fast');
    process.off('exit', abandon);
    rmSync(place.holderFile, { force: true });
  };
  try {
    await stopCluster(place.data, 'fast');
    clearStalePidFile(place.data);
    if (!existsSync(path.join(place.data, 'PG_VERSION')) || !existsSync(place.passwordFile)) initialise(place);
    const connection: Connection = {
      host: '127.0.0.1',
      port: await freePort(),
      user: owner,
      password: passwordOf(place),
      database: 'rapporteur',
    };
    const { ended } = await launch(place, connection.port, settings);
    await createDatabase(connection);
    return { connection, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The connection of a server that another process has started on this data folder; null where none runs. */
export function runningEmbedded(dataDir: string): Connection | null {
  const place = choosePlace(path.resolve(dataDir));
  const running = runningServer(place.data);
  if (!running?.ready) return null;
  return { host: '127.0.0.1', port: running.port, user: owner, password: passwordOf(place), database: 'rapporteur' };
}

const passwordOf = (place: Place) => readFileSync(place.passwordFile, 'utf8').trim();

function initialise(place: Place): void {
  // A name of its own: what a start that was killed has left running may still write to the one it made.
  const partial = `${place.data}.new-${process.pid}`;
  if (path.dirname(place.data) === stagingFolder) makeStagingFolder();
  clearPartial(place.data);
  makeFolder(partial, place.user);
  const password = randomBytes(24).toString('hex');
  const secret = path.join(partial, 'password');
  writeFileSync(secret, password, { mode: 0o600 });
  if (place.user) chownSync(secret, place.user.uid, place.user.gid);
  const cluster = path.join(partial, 'cluster');
  const made = run(place, 'initdb', [
    '-D',
    cluster,
    '-U',
    owner,
    `--pwfile=${secret}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-instructions',
  ]);
  if (made.status !== 0)
    throw new RapporteurError(
      'unavailable',
      `PostgreSQL could not make its data folder ${place.data}: ${made.stderr.trim()}`,
    );
  writeFileSync(place.passwordFile, password, { mode: 0o600 });
  // Staged data of a checkout that was deleted: nobody has its password any more, but nobody said to delete it either.
  if (existsSync(place.data)) renameSync(place.data, `${place.data}.left-${Date.now()}`);
  renameSync(cluster, place.data);
  rmSync(partial, { recursive: true, force: true });
}

async function createDatabase(connection: Connection): Promise<void> {
  const { max: _max, idleTimeoutMillis: _idle, ...config } = poolConfig({ ...connection, database: 'postgres' });
  const client = new pg.Client(config);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [connection.database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(connection.database)}`);
  } finally {
    await client.end();
  }
}

/** Removes what starts that were cut off have left. */
function clearPartial(data: string): void {
  const folder = path.dirname(data);
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${path.basename(data)}.new`))
      rmSync(path.join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A free port of this machine's loopback. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
