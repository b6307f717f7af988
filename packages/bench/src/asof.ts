import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from './database';
import { print, quantile } from './figure';
import { generateRecord, others, paths, publishAgain, statements } from './generated-record';
import { timedPage } from './load';
import { say } from './progress';
import { listPages, startSite } from './site';

const warming = 10;

/**
 * `asof.ratio`: the time of a page as of a past date against the same page live, both uncached, on a record of 100,000
 * statements. Medians for each sort of page; the figure itself is their mean.
 */
export async function run(): Promise<void> {
  const { connection, owner } = await openDatabase();
  await generateRecord(owner, statements);
  // An address of the past names a whole second: one after the record was generated, closed by a later publication.
  await delay(1100);
  const stamp = new Date().toISOString().replace(/[-:T]/g, '').slice(0, 14);
  await delay(1100);
  await publishAgain(owner);
  const { port } = await startSite(connection);

  const lists = await listPages(port, warming + 40);
  const sorts: [sort: string, count: number, pathOf: (n: number) => string][] = [
    ['statement', warming + 200, (n) => paths.statement((n + 1) * 320)],
    ['actor', others, (n) => paths.actor(n + 1)],
    ['issue', others, (n) => paths.issue(others - n)],
    ['list', lists.length, (n) => lists[n] ?? '/statements'],
  ];
  const means = { past: 0, live: 0 };
  for (const [sort, count, pathOf] of sorts) {
    say(`Pages outside the cache, live and past: ${sort}`);
    const times = { past: [] as number[], live: [] as number[] };
    for (let n = 0; n < count; n += 1) {
      // In turn, so that neither always finds in memory what the other has fetched.
      for (const which of n % 2 === 0 ? (['live', 'past'] as const) : (['past', 'live'] as const)) {
        const path = which === 'live' ? pathOf(n) : `/at/${stamp}${pathOf(n)}`;
        times[which].push(await timedPage(port, path));
      }
    }
    const [past, live] = [times.past, times.live].map((sample) => quantile(sample.slice(warming), 0.5));
    print(`asof.${sort}.ratio`, past ?? Number.NaN, 'ms', live);
    means.past += (past ?? Number.NaN) / sorts.length;
    means.live += (live ?? Number.NaN) / sorts.length;
  }
  print('asof.ratio', means.past, 'ms', means.live);
}
