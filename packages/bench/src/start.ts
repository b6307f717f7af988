import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '@rapporteur/db/embedded/server';
import { ownFolder } from './database';
import { print, quantile } from './figure';
import { throughput, timed } from './load';
import { familyOf, residentMemory } from './memory';
import { startProgram, type Program } from './process';
import { say } from './progress';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const starts = 5;
const patience = 300_000;

interface Product extends Program {
  web: number;
  admin: number;
  seconds: number;
}

/**
 * `start.second`: from `npm start` until it prints the addresses, built and with its database initialised; the median of
 * five. `memory.resident`: site, desk and worker together, while the site and the desk make and answer pages as fast as they
 * can.
 */
export async function run(): Promise<void> {
  const folder = ownFolder();
  say('First start, which makes the database and loads the demonstration');
  await (await startProduct(folder)).stop();
  const times: number[] = [];
  for (let n = 1; n <= starts; n += 1) {
    const product = await startProduct(folder);
    times.push(product.seconds);
    say(`Start ${n + 1}: ${product.seconds.toFixed(1)} s`);
    if (n === starts) {
      const memory = await memoryUnderLoad(product);
      for (const [name, resident] of memory) print(`memory.${name}`, resident, 'MB');
      print('memory.resident', served(memory), 'MB');
    }
    await product.stop();
  }
  print('start.second', quantile(times, 0.5), 's');
}

/** Starts everything as `npm start` does, with its data in a folder. */
export async function startProduct(folder: string): Promise<Product> {
  const [web, admin] = [await freePort(), await freePort()];
  const began = performance.now();
  const program = startProgram(['packages/cli/bin/start.mjs'], {
    cwd: root,
    variables: {
      WEB_PORT: String(web),
      ADMIN_PORT: String(admin),
      RAPPORTEUR_DATA_DIR: folder,
      // A database of this machine's owner is none of ours.
      DATABASE_URL: '',
      DATABASE_READER_URL: '',
    },
  });
  for (const deadline = Date.now() + patience; Date.now() < deadline; await delay(20)) {
    if (program.process.exitCode !== null) break;
    if (program.said().includes('Ctrl-C stops everything.'))
      return { ...program, web, admin, seconds: (performance.now() - began) / 1000 };
  }
  throw new Error(`npm start did not come up; it said:\n${program.said()}`);
}

const programs = ['web', 'admin', 'worker', 'start'] as const;

/** What is resident of each program while pages are made and answered, at the moment at which it is most in all. */
async function memoryUnderLoad({ process: { pid = 0 }, web, admin }: Product): Promise<Map<string, number>> {
  const family = familyOf(pid);
  const ours = programs.map((name) => ({
    name,
    pid: family.find(({ command }) => command.includes(`/${name}.mjs`))?.pid,
  }));
  let most = new Map<string, number>();
  let over = false;
  const watch = (async () => {
    for (; !over; await delay(200)) {
      const now = new Map(ours.map((program) => [program.name, residentMemory(program.pid ?? 0)]));
      if (served(now) > served(most)) most = now;
    }
  })();
  const pages = await recordPages(web);
  say(`Asking for ${pages.length} pages as they stood at each of the last seconds, each made anew`);
  const now = Date.now();
  for (let second = 2; second <= 40; second += 1) {
    const stamp = new Date(now - second * 1000).toISOString().replace(/[-:T]/g, '').slice(0, 14);
    for (let n = 0; n < pages.length; n += 8)
      await Promise.all(pages.slice(n, n + 8).map((page) => timed(web, `/at/${stamp}${page}`, 'br')));
  }
  say('Asking the site and the desk for pages as fast as they answer');
  await throughput(`http://127.0.0.1:${web}/programmes`, 5);
  await throughput(`http://127.0.0.1:${admin}/sign-in`, 5);
  over = true;
  await watch;
  return most;
}

/** The memory of what serves people, without the program that has started it. */
const served = (memory: ReadonlyMap<string, number>): number =>
  ['web', 'admin', 'worker'].reduce((sum, name) => sum + (memory.get(name) ?? 0), 0);

/** The addresses of the records that the lists of the site name. */
async function recordPages(port: number): Promise<string[]> {
  const found = new Set<string>();
  for (const kind of ['sources', 'actors', 'events', 'programmes', 'issues', 'statements', 'positions', 'articles']) {
    const { body } = await timed(port, `/${kind}`);
    for (const [, page = ''] of body.toString().matchAll(new RegExp(`href="(/${kind}/[a-z0-9-]+)"`, 'g')))
      found.add(page);
  }
  return [...found];
}
