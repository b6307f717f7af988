import { setTimeout as delay } from 'node:timers/promises';
import { withDatabase } from './database';
import { print, quantile } from './figure';
import { generateRecord, publishAgain } from './generated-record';
import { timedPage } from './load';
import { startSite } from './site';

const statements = 20_000;
const samples = 200;
const warming = 20;

/** `asof.ratio`: the time of a page as of a past date against the live page, both uncached (median of 200 each). */
export function run(): Promise<void> {
  return withDatabase(async ({ connection, owner }) => {
    const record = await generateRecord(owner, statements);
    // The instant must be a whole second after the record was generated, and closed by a publication.
    await delay(2100);
    const stamp = new Date(Date.now() - 1000).toISOString().replace(/[-:T]/g, '').slice(0, 14);
    await publishAgain(owner);
    const site = await startSite(connection);
    const live: number[] = [];
    const past: number[] = [];
    try {
      for (let n = -warming; n < samples; n += 1) {
        const index = (n + warming + 1) * 2;
        const liveTime = await timedPage(site.port, record.statement(index));
        const pastTime = await timedPage(site.port, `/at/${stamp}${record.statement(index + 1)}`);
        if (n < 0) continue;
        live.push(liveTime);
        past.push(pastTime);
      }
    } finally {
      await site.stop();
    }
    print('asof.ratio', quantile(past, 0.5), 'ms', quantile(live, 0.5));
  });
}
