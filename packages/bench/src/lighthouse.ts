import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ownFolder } from './database';
import { print, quantile } from './figure';
import { say } from './progress';
import { startProduct } from './start';

const runs = 3;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What is judged: pages of the demonstration. */
const pages = {
  home: '/',
  programme: '/programmes/nato-ukraine-2024',
  board: '/issues/lethal-weapons/board',
  statement: '/statements/szijjarto-refuses-lethal-weapons',
  search: '/search?q=lethal%20weapons',
};

/** Chromium as it has to be started where nobody is root by name, and nothing is fetched. */
const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** A page that asks to be kept out of search engines is none the worse for it. */
const wanted = ['search'];

interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { title: string; score: number | null; scoreDisplayMode: string }>;
}

/**
 * `lighthouse.<page>.<category>`: the score of a page, 0 to 100, the median of three, on the small screen and the slow line
 * that Lighthouse takes for usual. Lighthouse brings two hundred packages, and is no part of ours: `folder` is one in which
 * it was installed by `npm install lighthouse@12.8.2`; names of pages behind it choose among them.
 */
export async function run([folder = '', ...only]: readonly string[]): Promise<void> {
  const program = path.resolve(folder, 'node_modules/lighthouse/cli/index.js');
  if (folder === '' || !existsSync(program)) {
    throw new Error(
      'Name a folder in which Lighthouse is installed: npm install --prefix DIR lighthouse@12.8.2, then pnpm bench lighthouse DIR.',
    );
  }
  const product = await startProduct(ownFolder());
  const rows: string[][] = [['', ...categories]];
  for (const [name, address] of Object.entries(pages)) {
    if (only.length > 0 && !only.includes(name)) continue;
    say(`Judging ${name}`);
    const reports: Report[] = [];
    for (let n = 0; n < runs; n += 1)
      reports.push(await judge(program, `http://127.0.0.1:${product.web}${address}`, wanted.includes(name)));
    const row = [name];
    rows.push(row);
    for (const category of categories) {
      const scores = reports.map((report) => (report.categories[category]?.score ?? 0) * 100);
      print(`lighthouse.${name}.${category}`, quantile(scores, 0.5), 'points');
      row.push(`${Math.round(quantile(scores, 0.5))} (${scores.map(Math.round).join(', ')})`);
      if (quantile(scores, 0.5) < 100)
        for (const fault of faultsIn(reports[0], category)) say(`  ${category}: ${fault}`);
    }
  }
  await product.stop();
  for (const row of rows) say(row.map((cell) => cell.padEnd(18)).join(''));
}

/** Judges a page once. */
async function judge(program: string, address: string, hidden: boolean): Promise<Report> {
  const parameters = [program, address, '--output=json', '--quiet', `--chrome-flags=${flags}`];
  if (hidden) parameters.push('--skip-audits=is-crawlable');
  const child = spawn(process.execPath, parameters, {
    env: { ...process.env, CHROME_PATH: process.env['CHROMIUM'] || '/usr/bin/chromium' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2000)));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`Lighthouse ended with code ${String(code)} on ${address}:\n${complaint}`);
  return JSON.parse(Buffer.concat(said).toString('utf8')) as Report;
}

/** What costs points in a category. */
const faultsIn = (report: Report | undefined, category: string): string[] =>
  (report?.categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
    const audit = report?.audits[id];
    return audit && weight > 0 && audit.score !== null && audit.score < 0.9 ? [`${id}: ${audit.title}`] : [];
  });
