import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '@rapporteur/db/embedded/server';
import { scratchFolder } from '@rapporteur/db/testing/scratch-folder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './settings';

// The product as it is started by hand, killed in every way there is. Reads /proc, so it runs on Linux.

/** A bound on each wait, in milliseconds: far beyond what a start takes, so that a busy machine is not a fault. */
const bound = 180_000;

let dataDir: string;
let ports: { web: number; admin: number };

beforeAll(async () => {
  dataDir = scratchFolder('start');
  ports = { web: await freePort(), admin: await freePort() };
});
afterAll(() => {
  for (const pid of ours()) process.kill(pid, 'SIGKILL');
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

const read = (pid: number, file: string) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};

/** Every living process that was started for this data folder, the server of its database included. */
function ours(): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid)
    .filter((pid) => read(pid, 'environ').includes(dataDir) || read(pid, 'cmdline').includes(dataDir))
    .filter((pid) => !/\) Z /.test(read(pid, 'stat')));
}

const named = (part: string) => ours().filter((pid) => read(pid, 'cmdline').includes(part));
const postmaster = () => named(path.join(dataDir, 'postgres'));
const servers = () => ['web', 'admin', 'worker'].flatMap((name) => named(`.rapporteur/${name}.mjs`));

/** The program itself, not the shell in which npm runs it. */
const program = () => named('start.mjs').find((pid) => /^\S*node\0/.test(read(pid, 'cmdline'))) ?? 0;

async function until(what: string, done: () => boolean | Promise<boolean>): Promise<void> {
  await expect.poll(done, { timeout: bound, interval: 50, message: what }).toBe(true);
}

interface Started {
  npm: ChildProcess;
  pid: number;
  exit: Promise<number | null>;
}

/** Runs `npm start` in a process group of its own and waits until it says that all is there. */
async function npmStart(): Promise<Started> {
  const npm = spawn('npm', ['start'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: dataDir,
      NODE_ENV: 'production',
      npm_config_update_notifier: 'false',
      WEB_PORT: String(ports.web),
      ADMIN_PORT: String(ports.admin),
      RAPPORTEUR_DATA_DIR: dataDir,
    },
  });
  let said = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const exit = new Promise<number | null>((resolve) => npm.once('exit', (code) => resolve(code)));
  await until('it starts', () => {
    if (npm.exitCode !== null) throw new Error(`npm start ended by itself:\n${said}`);
    return said.includes('Ctrl-C stops everything.');
  });
  if (npm.pid === undefined) throw new Error('npm has no process number');
  return { npm, pid: npm.pid, exit };
}

const programme = async () => (await fetch(`http://127.0.0.1:${ports.web}/programmes/nato-ukraine-2024`)).status;
const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' }).then(
    () => true,
    () => false,
  );
const silent = async () => !(await answers(ports.web)) && !(await answers(ports.admin));

describe.runIf(process.platform === 'linux')('npm start', () => {
  it(
    'leaves neither site nor desk nor worker behind however it is killed, takes over its database, and stops whole',
    { timeout: 4 * bound },
    async () => {
      await npmStart();
      expect(await programme()).toBe(200);
      const start = program();
      const [orphan = 0] = postmaster();

      // kill -9 of the program alone: its children see the channel close.
      process.kill(start, 'SIGKILL');
      await until('site, desk and worker end by themselves', () => servers().length === 0);
      expect(await silent()).toBe(true);
      expect(postmaster()).toContain(orphan);

      // The database that was left running is taken over; then npm alone is killed.
      const second = await npmStart();
      expect(postmaster()).not.toContain(orphan);
      expect(await programme()).toBe(200);
      process.kill(second.pid, 'SIGKILL');
      await until('all ends with its npm', () => ours().length === 0);
      expect(await silent()).toBe(true);

      // kill -9 of the whole tree, PostgreSQL too: recovered from its log.
      await npmStart();
      for (const pid of ours()) process.kill(pid, 'SIGKILL');
      await until('the whole tree is dead', () => ours().length === 0);
      const last = await npmStart();
      expect(await programme()).toBe(200);

      // Asked to end, it stops PostgreSQL last: the server is there as long as one of its clients holds out.
      const [slow = 0] = servers();
      process.kill(slow, 'SIGSTOP');
      process.kill(program(), 'SIGTERM');
      await until('the other clients end', () => servers().length === 1);
      expect(postmaster()).toHaveLength(1);
      process.kill(slow, 'SIGCONT');
      await until('nothing is left', () => ours().length === 0);
      await last.exit;

      // The desk is killed: the site is there all the while, and the desk is started again.
      const interrupted = await npmStart();
      const [desk = 0] = named('.rapporteur/admin.mjs');
      const [site = 0] = named('.rapporteur/web.mjs');
      process.kill(desk, 'SIGKILL');
      await until('the dead desk is gone', () => !named('.rapporteur/admin.mjs').includes(desk));
      expect(await programme()).toBe(200);
      await until('the desk answers again', () => answers(ports.admin));
      expect(await programme()).toBe(200);
      expect(named('.rapporteur/web.mjs')).toEqual([site]);

      // Killed once more, it waits for its next start when Ctrl-C reaches the whole group: nothing comes back after that.
      for (const pid of named('.rapporteur/admin.mjs')) process.kill(pid, 'SIGKILL');
      const before = readFileSync(path.join(dataDir, 'postgresql.log'), 'utf8').length;
      process.kill(-interrupted.pid, 'SIGINT');
      await interrupted.exit;
      await until('nothing is left', () => ours().length === 0);
      const log = readFileSync(path.join(dataDir, 'postgresql.log'), 'utf8').slice(before);
      expect(log).toContain('database system is shut down');
    },
  );
});
