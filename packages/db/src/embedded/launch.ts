import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Place } from './place';
import { readPidFile, runningServer } from './processes';

/** How long a recovery after a crash may take, in milliseconds. */
const startTimeout = 120_000;

/** A server that has been started. */
export interface Launched {
  /** Resolves when its process has ended, asked or not. */
  ended: Promise<void>;
}

/** Starts the server and waits until it takes connections, recovery included. Refuses with `unavailable` and its last words. */
export async function launch(place: Place, port: number, settings: Record<string, string>): Promise<Launched> {
  const begin = Date.now();
  for (;;) {
    const launched = await attempt(place, port, settings, begin);
    if (launched) return launched;
    const tail = readFileSync(place.log, 'utf8').trim().split('\n').slice(-3).join('\n');
    // After a kill -9 of the postmaster alone its children need a moment to notice.
    const passing = tail.includes('pre-existing shared memory') && Date.now() - begin < 10_000;
    if (!passing)
      throw new RapporteurError('unavailable', `PostgreSQL did not start; the end of ${place.log}:\n${tail}`);
    await sleep(500);
  }
}

// The server leads a session of its own, so that Ctrl-C in the terminal does not reach it before the programs that use it.
async function attempt(
  place: Place,
  port: number,
  settings: Record<string, string>,
  begin: number,
): Promise<Launched | null> {
  const config = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', ...settings };
  const out = openSync(place.log, 'a', 0o600);
  const server = spawn(
    path.join(place.binaries, 'postgres'),
    ['-D', place.data, ...Object.entries(config).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { detached: true, stdio: ['ignore', out, out], cwd: place.data, env: serverEnvironment(), ...place.user },
  );
  closeSync(out);
  let over = false;
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
    server.once('error', () => resolve());
  }).then(() => {
    over = true;
  });
  server.unref();
  while (!over && Date.now() - begin < startTimeout) {
    const running = readPidFile(place.data);
    if (running?.ready && running.pid === server.pid) return { ended };
    await sleep(25);
  }
  if (!over) await stopCluster(place.data, 'immediate');
  return null;
}

/** Stops the server of a data folder if one runs: transactions under way are rolled back. */
export async function stopCluster(data: string, mode: 'fast' | 'immediate'): Promise<void> {
  const running = runningServer(data);
  if (!running) return;
  process.kill(running.pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  for (let tries = 0; tries < 800; tries += 1) {
    if (!runningServer(data)) return;
    await sleep(25);
  }
  if (mode === 'fast') await stopCluster(data, 'immediate');
}

/** Runs one of PostgreSQL's programs to its end. */
export function run(place: Place, program: string, args: string[]) {
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
