import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from './database';
import { print, quantile } from './figure';
import { generateRecord, statements } from './generated-record';
import { timed } from './load';
import { say } from './progress';
import { startSite } from './site';

const publications = 100;
const warming = 20;
/** How often a reader asks, in milliseconds: the figures are no finer. */
const every = 1;

/**
 * On a record of 100,000 statements, one of which is changed again and again. `publish.save.p50`: saving the change as a
 * draft. `publish.command.p50`: publishing it, with evidence, log and history. `publish.visible.p95`: from the commit
 * until every one of two instances of the site shows it over HTTP.
 */
export async function run(): Promise<void> {
  const { connection, owner } = await openDatabase();
  const { desk, statement } = await generateRecord(owner, statements);
  const sites = [await startSite(connection), await startSite(connection)];
  say(`Changing a statement ${publications} times, before the eyes of two instances`);
  const times = { save: [] as number[], publish: [] as number[], visible: [] as number[] };
  let { live } = statement;
  for (let n = -warming; n < publications; n += 1) {
    const words = `The talks will go on in spring ${n + warming + 1}.`;
    const began = performance.now();
    const draft = await desk.save(live, statement.saying(words), statement.fields);
    const saved = performance.now();
    const publish = await desk.review(draft);
    // Readers have the page as it was until then.
    await Promise.all(sites.map(({ port }) => untilShown(port, statement.path, 'The talks will go on')));
    const reviewed = performance.now();
    live = await publish();
    const committed = performance.now();
    await Promise.all(sites.map(({ port }) => untilShown(port, statement.path, words)));
    if (n < 0) continue;
    times.save.push(saved - began);
    times.publish.push(committed - reviewed);
    times.visible.push(performance.now() - committed);
  }
  print('publish.save.p50', quantile(times.save, 0.5), 'ms');
  print('publish.command.p50', quantile(times.publish, 0.5), 'ms');
  print('publish.visible.p50', quantile(times.visible, 0.5), 'ms');
  print('publish.visible.p95', quantile(times.visible, 0.95), 'ms');
}

async function untilShown(port: number, path: string, words: string): Promise<void> {
  for (const deadline = performance.now() + 60_000; performance.now() < deadline; await delay(every)) {
    const { status, body } = await timed(port, path);
    if (status === 200 && body.includes(words)) return;
  }
  throw new Error(`a publication did not become visible at port ${port} in a minute`);
}
