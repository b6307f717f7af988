import { openDatabase } from './database';
import { print, quantile } from './figure';
import { generateRecord, others, paths, publishAgain, statements } from './generated-record';
import { alternate, timedPage } from './load';
import { say } from './progress';
import { listPages, startBare, startFrameworkAlone, startSite, untilVersion } from './site';

const warming = 10;

/**
 * `page.hot.node`: requests per second of a page in the cache, against a bare `node:http` server with the same bytes.
 * `page.hot.next`: the same against the framework's own server. `page.cold.p95`: pages of every sort that are not in the
 * cache, on a record of 100,000 statements.
 */
export async function run(): Promise<void> {
  const { connection, owner } = await openDatabase();
  await generateRecord(owner, statements);
  const site = await startSite(connection);

  const cold = await coldTimes(site.port, () => publishAgain(owner));
  for (const [sort, times] of cold) print(`page.cold.${sort}.p95`, quantile(times, 0.95), 'ms');
  print('page.cold.p95', quantile([...cold.values()].flat(), 0.95), 'ms');

  const hot = `http://127.0.0.1:${site.port}${paths.statement(1)}`;
  await timedPage(site.port, paths.statement(1));
  const bare = await startBare(hot);
  say('A page from the cache, against a bare server with the same bytes');
  const againstNode = await alternate(hot, `http://127.0.0.1:${bare.port}/`);
  await bare.stop();
  print('page.hot.node', againstNode.value, 'req/s', againstNode.baseline);

  const framework = await startFrameworkAlone(connection);
  say('A page from the cache, against the framework’s own server');
  const againstNext = await alternate(hot, `http://127.0.0.1:${framework.port}${paths.statement(1)}`);
  await framework.stop();
  print('page.hot.next', againstNext.value, 'req/s', againstNext.baseline);
}

/** Times of pages that are not in the cache: each is asked for once, or else after a publication. */
async function coldTimes(port: number, publish: () => Promise<number>): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>();
  const measure = async (sort: string, count: number, pathOf: (n: number) => string | Promise<string>) => {
    say(`Pages outside the cache: ${sort}`);
    const sample: number[] = [];
    for (let n = 0; n < count; n += 1) sample.push(await timedPage(port, await pathOf(n)));
    times.set(sort, sample.slice(warming));
  };
  await measure('statement', warming + 300, (n) => paths.statement((n + 2) * 320));
  await measure('actor', others, (n) => paths.actor(n + 1));
  await measure('issue', others, (n) => paths.issue(others - n));
  const lists = await listPages(port, warming + 40);
  await measure('list', lists.length, (n) => lists[n] ?? '/statements');
  for (const [sort, path] of [
    ['source', paths.source],
    ['home', '/'],
  ] as const) {
    await measure(sort, warming + 20, async () => {
      await untilVersion(port, await publish());
      return path;
    });
  }
  return times;
}
