import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { formatConnection } from '@rapporteur/db/connection';
import type { TestDatabase } from '@rapporteur/db/testing/database';
import { afterEach, expect } from 'vitest';
import { compile, compiled } from '../../bin/bootstrap.mjs';
import { root } from '../start/settings';

/** A bound on each wait, in milliseconds: far beyond what it takes, so that a busy machine is not a fault. */
export const bound = 60_000;

interface Running {
  pid: number;
  said: () => string;
  kill: (signal: NodeJS.Signals) => Promise<{ code: number | null; said: string }>;
}

/** Workers as processes of their own, on the database of a file's tests. Those that are left are ended after each test. */
export function runningWorkers(database: () => TestDatabase) {
  const workers: Running[] = [];
  compile();
  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.kill('SIGKILL');
  });

  /** Waits until it is done; a wait that is too long says what the workers said. */
  async function until(what: string, done: () => boolean | Promise<boolean>): Promise<void> {
    try {
      await expect.poll(done, { timeout: bound, interval: 50, message: what }).toBe(true);
    } catch (cause) {
      const said = workers.map((one) => one.said()).join('');
      throw new Error(`${what}: not within ${bound} ms. The workers said:\n${said}`, { cause });
    }
  }

  /** A worker as `npm start` runs it, once it has said that it waits for jobs. */
  async function startWorker(): Promise<Running> {
    const child: ChildProcess = spawn(process.execPath, [compiled('worker')], {
      cwd: path.join(root, 'packages/cli'),
      env: { PATH: process.env['PATH'], DATABASE_URL: formatConnection(database().connection) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    await until('the worker begins', () => {
      if (child.exitCode !== null) throw new Error(`the worker ended by itself:\n${said}`);
      return said.includes('waits for jobs');
    });
    const worker = {
      pid: child.pid ?? 0,
      said: () => `${said}${child.exitCode === null ? '' : `ended with ${child.exitCode}\n`}`,
      kill: async (signal: NodeJS.Signals) => {
        child.kill(signal);
        return { code: await ended, said };
      },
    };
    workers.push(worker);
    return worker;
  }

  return { startWorker, until };
}
