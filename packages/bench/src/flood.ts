import { setTimeout as delay } from 'node:timers/promises';
import autocannon from 'autocannon';
import { ownFolder } from './database';
import { print, quantile } from './figure';
import { timed } from './load';
import { familyOf, peakMemory, residentMemory } from './memory';
import { say } from './progress';
import { startProduct } from './start';

const seconds = 60;
/** How many requests a second the catalogue of cases asks for; the other flood sends as many as are taken. */
const asked = 200;
/** Between two requests of the reader beside the flood, in milliseconds. */
const pause = 100;

/**
 * Case G06 of docs/security.md, for a minute each: variants of addresses that nobody asked for before, 200 a second and then
 * as fast as they are answered, all from one network. `flood.…` counts what they were answered by status, and no answer at
 * all; `reader` is what somebody meets meanwhile who reads pages, p95 and longest; `memory` is the site before, at its
 * most and half a minute later. An answer of 500, or none, fails the measurement.
 */
export async function run(): Promise<void> {
  const product = await startProduct(ownFolder());
  const { pid = 0 } = familyOf(product.process.pid ?? 0).find(({ command }) => command.includes('web.mjs')) ?? {};
  const pages = ['/', '/programmes/nato-ukraine-2024', '/statements', '/changes'];
  for (const page of pages) await timed(product.web, page);
  print('flood.memory.before', residentMemory(pid), 'MB');
  const next = variants(await permalinkOf(product.web));
  let broken = 0;
  for (const [name, overallRate] of [['asked', asked] as const, ['most', undefined] as const]) {
    say(`A flood of ${seconds} s, ${overallRate ?? 'as many requests as are answered'} a second`);
    const over = new AbortController();
    const reading = readOn(product.web, pages, over.signal);
    const flood = await autocannon({
      url: `http://127.0.0.1:${product.web}`,
      connections: 64,
      duration: seconds,
      headers: { 'accept-encoding': 'br' },
      requests: [{ setupRequest: (request) => ({ ...request, path: next() }) }],
      ...(overallRate === undefined ? {} : { overallRate }),
    });
    over.abort();
    const times = await reading;
    print(`flood.${name}.rate`, flood.requests.average, 'req/s');
    for (const [status, { count = 0 }] of Object.entries(flood.statusCodeStats)) {
      print(`flood.${name}.${status}`, count, 'answers');
      if (Number(status) === 500) broken += count;
    }
    print(`flood.${name}.none`, flood.errors, 'answers');
    broken += flood.errors;
    print(`flood.${name}.reader.p95`, quantile(times, 0.95), 'ms');
    print(`flood.${name}.reader.longest`, Math.max(...times), 'ms');
    print(`flood.${name}.reader.pages`, times.length, 'pages');
    print(`flood.${name}.memory.most`, peakMemory(pid), 'MB');
  }
  await delay(30_000);
  print('flood.memory.after', residentMemory(pid), 'MB');
  const { status } = await timed(product.web, '/readyz');
  if (broken > 0 || status !== 200)
    throw new Error(`${broken} answers were missing or broken; /readyz says ${status}.`);
}

/** Somebody reads page after page, and meets nothing but pages. Answers how long each took, in milliseconds. */
async function readOn(port: number, pages: readonly string[], over: AbortSignal): Promise<number[]> {
  const times: number[] = [];
  while (!over.aborted) {
    const page = pages[times.length % pages.length] ?? '/';
    const { status, milliseconds } = await timed(port, page, 'br');
    if (status !== 200) throw new Error(`During the flood a reader was answered ${status} at ${page}.`);
    times.push(milliseconds);
    await delay(pause);
  }
  return times;
}

async function permalinkOf(port: number): Promise<string> {
  const { body } = await timed(port, '/programmes/nato-ukraine-2024');
  const [permalink] = /\/r\/prg_\w{26}@\d+/.exec(body.toString()) ?? [];
  if (permalink === undefined) throw new Error('The page of a programme names no permanent address.');
  return permalink;
}

/** Addresses of which none comes twice: pages, pictures, feeds, searches, pasts, and what programs read. */
function variants(permalink: string): () => string {
  const kinds: ((n: number) => string)[] = [
    (n) => `/search?q=flood+${n}`,
    (n) => `/search/feed.atom?q=flood+${n}`,
    (n) => `/api/v1/search?q=flood+${n}`,
    (n) => `/api/trpc/search.suggest?input=${encodeURIComponent(JSON.stringify({ typed: `flood ${n}` }))}`,
    (n) => `${permalink}/share.png?flood=${n}`,
    (n) => `/_next/image?url=%2Fshare.png&w=${n}&q=75`,
    (n) => `/programmes/flood-${n}`,
    (n) =>
      `/at/${20240101000000 + (n % 28) * 1_000_000 + (n % 24) * 10_000 + ((n % 3600) % 60) * 100}/statements?flood=${n}`,
    (n) =>
      `/compare?page=/programmes/nato-ukraine-2024&from=2023-11-30&to=2024-01-${String(1 + (n % 28)).padStart(2, '0')}&n=${n}`,
    (n) =>
      `/issues/lethal-weapons/board?on=${2000 + (n % 24)}-0${1 + (n % 9)}-${String(1 + (n % 28)).padStart(2, '0')}`,
    (n) => `/oembed?url=${encodeURIComponent(`http://127.0.0.1/programmes/flood-${n}`)}`,
    (n) => `/data/flood-${n}.csv`,
  ];
  let n = 0;
  return () => {
    n += 1;
    return (kinds[n % kinds.length] ?? ((last) => `/?${last}`))(n);
  };
}
