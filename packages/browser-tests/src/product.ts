import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import type { Connection } from '@rapporteur/db/connection';
import { freePort, runningEmbedded } from '@rapporteur/db/embedded/server';
import { removeAbandoned, scratchFolder } from '@rapporteur/db/testing/scratch-folder';
import { chromium } from './chromium';

/** The whole product of a test run, as `npm start` runs it. */
export interface Product {
  /** Where the public site answers. */
  site: string;
  /** Where the desk answers. */
  desk: string;
  /** The link that the start printed, by which the first administrator sets the desk up; it works once. */
  link: string;
  /** The product's database, for fixtures that go through the commands. */
  connection: Connection;
}

declare module 'vitest' {
  interface ProvidedContext {
    product: Product;
  }
}

const program = fileURLToPath(new URL('../../cli/bin/start.mjs', import.meta.url));

/** Starts the product once for all page tests, with the demonstration. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { product, stop } = await startProduct();
  project.provide('product', product);
  return stop;
}

/** Starts a product with a data folder, ports and an embedded PostgreSQL of its own. Stopped, it leaves nothing behind. */
export async function startProduct(
  settings: Record<string, string> = {},
): Promise<{ product: Product; stop: () => Promise<void> }> {
  if (!existsSync(chromium)) throw missing();
  await removeAbandoned();
  const dataDir = scratchFolder('pages');
  const [webPort, adminPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [program], {
    env: {
      ...inherited(),
      HOST: '127.0.0.1',
      WEB_PORT: String(webPort),
      ADMIN_PORT: String(adminPort),
      RAPPORTEUR_DATA_DIR: dataDir,
      // So that a test can come from somewhere of its own.
      TRUSTED_PROXIES: '127.0.0.1',
      ...settings,
    },
    // The channel ties it to this run: it stops when the run is gone, however the run ended.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const stop = async () => {
    await stopped(child);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const printed = await ready(child);
    const connection = runningEmbedded(dataDir);
    if (connection === null) throw new Error('The product runs without its PostgreSQL.');
    const product = {
      site: named(printed, /^The record\s+(\S+)$/m),
      desk: named(printed, /^The desk\s+(\S+)$/m),
      link: named(printed, /^Set up once\s+(\S+)$/m),
      connection,
    };
    return { product, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The environment less what belongs to the test runner or names another installation. */
function inherited(): NodeJS.ProcessEnv {
  const foreign = /^(?:VITEST|NODE_ENV$|DATABASE_|ADMIN_ORIGIN$|RAPPORTEUR_|SMTP_URL$|MAIL_FROM$|TRUSTED_PROXIES$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/** Waits until the start has printed the way in; answers all that it printed. */
function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const hear = (chunk: string) => {
      printed = (printed + chunk).slice(-100_000);
      if (printed.includes('Ctrl-C stops everything.')) resolve(printed);
    };
    child.stdout?.setEncoding('utf8').on('data', hear);
    child.stderr?.setEncoding('utf8').on('data', hear);
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The product did not start (exit code ${code}). It said:\n${printed}`)),
    );
  });
}

function named(printed: string, pattern: RegExp): string {
  const found = pattern.exec(printed)?.[1];
  if (found === undefined) throw new Error(`The start printed no line ${pattern}. It said:\n${printed}`);
  return found;
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** One line is all that helps here: where the error was thrown is of no use to whoever has to install a browser. */
function missing(): Error {
  const error = new Error(
    `Pages are tested in Chromium, and there is none at ${chromium}. Install it (Debian: apt-get install chromium), or name another with CHROMIUM=/path/to/chromium.`,
  );
  delete error.stack;
  return error;
}
