import { createHash, randomBytes } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { RapporteurError } from '@rapporteur/domain/errors';
import { poolConfig, type Connection } from '../connection';
import {
  binariesFor,
  makeFolder,
  makeStagingFolder,
  reachable,
  serverUser,
  stagingFolder,
  type ServerUser,
} from './binaries';
import { clearStalePidFile, hold, holderOf, readPidFile, runningServer } from './processes';

export interface EmbeddedServer {
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

interface Place {
  /** The folder of the cluster's data. */
  data: string;
  binaries: string;
  user: ServerUser | null;
  passwordFile: string;
  /** Names the process that has started the server. */
  holderFile: string;
  log: string;
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
    await launch(place, connection.port, settings);
    await createDatabase(connection);
    return { connection, stop };
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

function choosePlace(dataDir: string): Place {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new RapporteurError(
      'unavailable',
      `The data folder ${dataDir} cannot be made or written to (${code}). Set RAPPORTEUR_DATA_DIR to another folder.`,
      [],
      { cause: error },
    );
  }
  const inside = path.join(dataDir, 'postgres');
  const staged = path.join(stagingFolder, `data-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`);
  let user = serverUser(inside);
  let data = inside;
  // Beneath a folder that only root may enter, the server could not reach its data: it is kept where it can.
  if (!reachable(dataDir, user)) {
    user = serverUser(staged);
    data = staged;
  }
  const file = (name: string) => path.join(dataDir, name);
  const files = {
    passwordFile: file('postgres.password'),
    holderFile: file('postgres.holder'),
    log: file('postgresql.log'),
  };
  return { data, user, binaries: binariesFor(user), ...files };
}

function initialise(place: Place): void {
  const partial = `${place.data}.new`;
  if (path.dirname(place.data) === stagingFolder) makeStagingFolder();
  rmSync(partial, { recursive: true, force: true });
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

/** How long a recovery after a crash may take, in milliseconds. */
const startTimeout = 120_000;

async function launch(place: Place, port: number, settings: Record<string, string>): Promise<void> {
  const begin = Date.now();
  while (!(await attempt(place, port, settings, begin))) {
    const tail = readFileSync(place.log, 'utf8').trim().split('\n').slice(-3).join('\n');
    // After a kill -9 of the postmaster alone its children need a moment to notice.
    const passing = tail.includes('pre-existing shared memory') && Date.now() - begin < 10_000;
    if (!passing)
      throw new RapporteurError('unavailable', `PostgreSQL did not start; the end of ${place.log}:\n${tail}`);
    await sleep(500);
  }
}

// The server leads a session of its own, so that Ctrl-C in the terminal does not reach it before the programs that use it.
async function attempt(place: Place, port: number, settings: Record<string, string>, begin: number): Promise<boolean> {
  const config = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', ...settings };
  const out = openSync(place.log, 'a', 0o600);
  const server = spawn(
    path.join(place.binaries, 'postgres'),
    ['-D', place.data, ...Object.entries(config).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { detached: true, stdio: ['ignore', out, out], cwd: place.data, env: serverEnvironment(), ...place.user },
  );
  closeSync(out);
  let ended = false;
  server.on('exit', () => (ended = true));
  server.on('error', () => (ended = true));
  server.unref();
  while (!ended && Date.now() - begin < startTimeout) {
    const running = readPidFile(place.data);
    if (running?.ready && running.pid === server.pid) return true;
    await sleep(25);
  }
  if (!ended) await stopCluster(place.data, 'immediate');
  return false;
}

/** Stops the server of a data folder if one runs: transactions under way are rolled back. */
async function stopCluster(data: string, mode: 'fast' | 'immediate'): Promise<void> {
  const running = runningServer(data);
  if (!running) return;
  process.kill(running.pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  for (let tries = 0; tries < 800; tries += 1) {
    if (!runningServer(data)) return;
    await sleep(25);
  }
  if (mode === 'fast') await stopCluster(data, 'immediate');
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

function run(place: Place, program: string, args: string[]) {
  return spawnSync(path.join(place.binaries, program), args, {
    encoding: 'utf8',
    cwd: tmpdir(),
    env: serverEnvironment(),
    ...place.user,
  });
}

const serverEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  NODE_ENV: 'production',
});

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
