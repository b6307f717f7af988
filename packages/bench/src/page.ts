import { setTimeout as delay } from 'node:timers/promises';
import { withDatabase } from './database';
import { print, quantile } from './figure';
import { generateRecord, publishAgain, type GeneratedRecord } from './generated-record';
import { throughput, timedPage } from './load';
import { startBare, startFrameworkAlone, startSite } from './site';

const statements = 100_000;
const seconds = 8;
const warming = 10;
// Longer than a publication takes to reach the site; what is measured here is the page that follows.
const propagation = 50;

/**
 * `page.hot.node`: requests per second of a page in the cache, against a bare `node:http` server with the same bytes.
 * `page.hot.next`: the same against the framework's own server. `page.cold.p95`: a page not in the cache, on a record of
 * 100,000 statements.
 */
export function run(): Promise<void> {
  return withDatabase(async ({ connection, owner }) => {
    const record = await generateRecord(owner, statements);
    const site = await startSite(connection);
    try {
      const cold = await coldTimes(record, site.port, () => publishAgain(owner));
      for (const [kind, times] of cold) print(`page.cold.${kind}.p95`, quantile(times, 0.95), 'ms');
      print('page.cold.p95', quantile([...cold.values()].flat(), 0.95), 'ms');

      const hot = `http://127.0.0.1:${site.port}${record.statement(1)}`;
      await timedPage(site.port, record.statement(1));
      const bare = await startBare(hot);
      const rates = await alternate(hot, `http://127.0.0.1:${bare.port}/`).finally(bare.stop);
      print('page.hot.node', rates.value, 'req/s', rates.baseline);
      const framework = await startFrameworkAlone(connection);
      const address = `http://127.0.0.1:${framework.port}${record.statement(1)}`;
      const alone = await throughput(address, seconds).finally(framework.stop);
      print('page.hot.next', rates.value, 'req/s', alone);
    } finally {
      await site.stop();
    }
  });
}

/** Times of pages that are not in the cache: each statement is asked for once, every other page after a publication. */
async function coldTimes(
  record: GeneratedRecord,
  port: number,
  publish: () => Promise<unknown>,
): Promise<Map<string, number[]>> {
  const pages = new Map<string, (n: number) => string>([
    ['statement', (n) => record.statement(n * 331)],
    ['actor', (n) => record.actor((n % 50) + 1)],
    ['issue', () => record.issue],
    ['list', () => '/statements'],
  ]);
  const times = new Map<string, number[]>();
  for (const [kind, page] of pages) {
    const sample: number[] = [];
    for (let n = -warming; n < (kind === 'statement' ? 300 : 50); n += 1) {
      if (kind !== 'statement') {
        await publish();
        await delay(propagation);
      }
      const time = await timedPage(port, page(n + warming + 1));
      if (n >= 0) sample.push(time);
    }
    times.set(kind, sample);
  }
  return times;
}

/** Both servers in turn, twice, so that a slow moment of the machine does not fall on one of them alone. */
async function alternate(value: string, baseline: string): Promise<{ value: number; baseline: number }> {
  const rates = { value: 0, baseline: 0 };
  await throughput(value, 2);
  await throughput(baseline, 2);
  for (let round = 0; round < 2; round += 1) {
    rates.baseline += (await throughput(baseline, seconds)) / 2;
    rates.value += (await throughput(value, seconds)) / 2;
  }
  return rates;
}
