import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RapporteurError } from '@rapporteur/domain/errors';
import { root } from './settings';

/** What a program must never inherit unless it is handed to it: the rest of the environment it may keep. */
const secrets = ['DATABASE_URL', 'DATABASE_READER_URL', 'DATABASE_REPLICA_URLS', 'RAPPORTEUR_SECRET', 'SMTP_URL'];

const endWithLauncher = new URL('../../bin/end-with-launcher.mjs', import.meta.url).href;

/**
 * Room for what has just been made, in megabytes. With Node's 16 what a page leaves behind lives long enough to be taken
 * for something lasting, and the programs grow by a sixth under load.
 */
const youngSpace = '--max-semi-space-size=4';

export interface App {
  name: string;
  process: ChildProcess;
}

/** The programs of the product: where each lives, and the name under which it is compiled. */
const programs = {
  'apps/web': 'web',
  'apps/admin': 'admin',
  'packages/cli': 'worker',
} as const;

/** What people call them. */
const names = { 'apps/web': 'The site', 'apps/admin': 'The desk', 'packages/cli': 'The worker' } as const;

const compiled = (name: string) => path.join(root, 'node_modules/.rapporteur', `${name}.mjs`);

/** Starts a program of the product in its folder. Only the secrets it is given reach it. */
export function startApp(folder: keyof typeof programs, environment: Record<string, string>): App {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([key]) => !secrets.includes(key)));
  const child = spawn(process.execPath, [youngSpace, '--import', endWithLauncher, compiled(programs[folder])], {
    cwd: path.join(root, folder),
    // Left alone, glibc gives every thread that compresses pages memory of its own and hardly takes it back: a sixth of the site's.
    env: { MALLOC_ARENA_MAX: '2', ...inherited, ...environment, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    // The channel carries nothing: it closes when this program dies, and the child stops.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', () => undefined);
  return { name: names[folder], process: child };
}

/** Waits until an address answers, or its program ends. */
export async function waitUntilAnswering(app: App, address: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (app.process.exitCode !== null || app.process.signalCode !== null) break;
    const answered = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(5000) }).then(
      (response) => response.status < 500,
      () => false,
    );
    if (answered) return;
    await sleep(100);
  }
  throw new RapporteurError('unavailable', `${app.name} did not start; what it printed is above.`);
}

/** Asks an app to stop, and ends it if it has not after ten seconds. */
export async function stopApp({ process: child }: App): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(late);
}
