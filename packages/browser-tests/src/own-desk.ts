import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { formatConnection, type Connection } from '@rapporteur/db/connection';
import { freePort } from '@rapporteur/db/embedded/server';
import { afterAll, beforeAll } from 'vitest';

/** A desk of a test file's own, on the product's database, that can be stopped and started again. */
export interface OwnDesk {
  address: () => string;
  start: () => Promise<void>;
  stop: () => Promise<void>;
}

const folder = fileURLToPath(new URL('../../../apps/admin', import.meta.url));
/** The program that the start of the product has compiled. */
const compiled = fileURLToPath(new URL('../../../node_modules/.rapporteur/admin.mjs', import.meta.url));

/** Starts a desk before the file's tests and ends it after them. */
export function ownDesk(connection: Connection): OwnDesk {
  let port = 0;
  let running: ChildProcess | undefined;
  const secret = randomUUID() + randomUUID();
  const address = () => `http://127.0.0.1:${port}`;
  const start = async () => {
    running = spawn(process.execPath, [compiled], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        HOST: '127.0.0.1',
        ADMIN_PORT: String(port),
        ADMIN_ORIGIN: address(),
        DATABASE_URL: formatConnection(connection),
        RAPPORTEUR_SECRET: secret,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await ready(running);
  };
  const stop = async () => {
    const child = running;
    running = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  beforeAll(async () => {
    port = await freePort();
    await start();
  });
  afterAll(stop);
  return { address, start, stop };
}

/** Waits until a desk says that it is ready. */
function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      if (printed.includes('Desk ready at')) resolve();
    });
    child.once('exit', () => reject(new Error(`The desk did not start: ${printed}`)));
  });
}
