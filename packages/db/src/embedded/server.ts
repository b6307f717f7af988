import { createHash, randomBytes } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, openSync, closeSync, readFileSync, renameSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { RapporteurError } from '@rapporteur/domain/errors';
import { poolConfig, type Connection } from '../connection';
import { binariesFor, makeFolder, reachable, serverUser, stagingFolder, type ServerUser } from './binaries';

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
}

const owner = 'rapporteur';

/** Starts the embedded PostgreSQL of a data folder: makes its cluster the first time, and recovers it after a crash. */
export async function startEmbedded({ dataDir, settings = {} }: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = choosePlace(path.resolve(dataDir));
  if (!existsSync(path.join(place.data, 'PG_VERSION'))) initialise(place);
  await stopOrphan(place);
  const password = readFileSync(place.passwordFile, 'utf8').trim();
  const port = await freePort();
  const log = path.join(path.dirname(place.passwordFile), 'postgresql.log');
  await launch(place, port, settings, log);
  const connection: Connection = { host: '127.0.0.1', port, user: owner, password, database: 'rapporteur' };
  await createDatabase(connection);
  return { connection, stop: () => stopCluster(place, 'fast') };
}

/** The connection of a server that another process has started on this data folder; null where none runs. */
export function runningEmbedded(dataDir: string): Connection | null {
  const place = choosePlace(path.resolve(dataDir));
  const running = readPid(place);
  if (!running || !isAlive(running.pid)) return null;
  return { host: '127.0.0.1', port: running.port, user: owner, password: readFileSync(place.passwordFile, 'utf8').trim(), database: 'rapporteur' };
}

function choosePlace(dataDir: string): Place {
  mkdirSync(dataDir, { recursive: true });
  const inside = path.join(dataDir, 'postgres');
  const user = serverUser(inside);
  // Beneath a folder that only root may enter, the server could not reach its data: it is kept where it can.
  const data = reachable(dataDir, user) ? inside : path.join(stagingFolder, `data-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`);
  return { data, binaries: binariesFor(user), user, passwordFile: path.join(dataDir, 'postgres.password') };
}

function initialise(place: Place): void {
  const partial = `${place.data}.new`;
  rmSync(partial, { recursive: true, force: true });
  makeFolder(partial, place.user);
  const password = randomBytes(24).toString('hex');
  const secret = path.join(partial, 'password');
  writeFileSync(secret, password, { mode: 0o600 });
  if (place.user) chownSync(secret, place.user.uid, place.user.gid);
  const cluster = path.join(partial, 'cluster');
  const made = run(place, 'initdb', [
    '-D', cluster, '-U', owner, `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8', '--no-instructions',
  ]);
  if (made.status !== 0) throw new RapporteurError('unavailable', `PostgreSQL could not make its data folder ${place.data}: ${made.stderr.trim()}`);
  writeFileSync(place.passwordFile, password, { mode: 0o600 });
  rmSync(place.data, { recursive: true, force: true });
  renameSync(cluster, place.data);
  rmSync(partial, { recursive: true, force: true });
}

// The server leads a session of its own, so that Ctrl-C in the terminal does not reach it before the programs that use it.
async function launch(place: Place, port: number, settings: Record<string, string>, log: string): Promise<void> {
  const sockets = place.data;
  const config = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: sockets.length < 90 ? sockets : '', ...settings };
  const out = openSync(log, 'a');
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
  for (let tries = 0; tries < 600; tries += 1) {
    if (ended) break;
    if (readPid(place)?.ready && readPid(place)?.pid === server.pid) return;
    await sleep(50);
  }
  const tail = readFileSync(log, 'utf8').trim().split('\n').slice(-3).join('\n');
  throw new RapporteurError('unavailable', `PostgreSQL did not start; the end of ${log}:\n${tail}`);
}

/** A server that outlived its program (kill -9 of everything else) is stopped; a pid file without a process is no obstacle. */
async function stopOrphan(place: Place): Promise<void> {
  const running = readPid(place);
  if (running && isAlive(running.pid)) await stopCluster(place, 'fast');
}

async function stopCluster(place: Place, mode: 'fast' | 'immediate'): Promise<void> {
  const running = readPid(place);
  if (!running || !isAlive(running.pid)) return;
  process.kill(running.pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  for (let tries = 0; tries < 400; tries += 1) {
    if (!isAlive(running.pid)) return;
    await sleep(50);
  }
  if (mode === 'fast') await stopCluster(place, 'immediate');
}

// postmaster.pid: process, data folder, start, port, socket folder, address, shared memory, status.
function readPid(place: Place): { pid: number; port: number; ready: boolean } | null {
  try {
    const lines = readFileSync(path.join(place.data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 1 ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' } : null;
  } catch {
    return null;
  }
}

// The number may since have gone to another process, so its command line must be PostgreSQL's. A zombie has none.
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
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

const serverEnvironment = (): NodeJS.ProcessEnv => ({ PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC', NODE_ENV: 'production' });

/** A free port of this machine's loopback. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
