import { withDatabase } from './database';
import { Desk } from './desk';
import { print, quantile } from './figure';
import { issueContent } from './generated-record';
import { timed } from './load';
import { startSite } from './site';

const publications = 60;
const warming = 10;

/**
 * `publish.visible.p95`: from the commit of a publication until every one of two instances of the site shows it, asked
 * without pause over HTTP. `publish.command.p50`: the command itself.
 */
export function run(): Promise<void> {
  return withDatabase(async ({ connection, owner }) => {
    const desk = await Desk.open(owner);
    let live = await desk.publishNew('issue', 'measured-issue', issueContent('Question 0 of this record?'), [
      '/question',
    ]);
    const sites = [await startSite(connection), await startSite(connection)];
    const visible: number[] = [];
    const commands: number[] = [];
    try {
      for (let n = -warming; n < publications; n += 1) {
        const question = `Question ${n + warming + 1} of this record?`;
        const publish = await desk.prepareChange(live, issueContent(question), ['/question']);
        await Promise.all(sites.map(({ port }) => until(port, (text) => text.includes('Question'))));
        const began = performance.now();
        live = await publish();
        const committed = performance.now();
        await Promise.all(sites.map(({ port }) => until(port, (text) => text.includes(question))));
        if (n < 0) continue;
        commands.push(committed - began);
        visible.push(performance.now() - committed);
      }
    } finally {
      await Promise.all(sites.map((site) => site.stop()));
    }
    print('publish.command.p50', quantile(commands, 0.5), 'ms');
    print('publish.visible.p95', quantile(visible, 0.95), 'ms');
  });
}

async function until(port: number, shown: (text: string) => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (performance.now() < deadline) {
    const { status, text } = await timed(port, '/issues/measured-issue');
    if (status === 200 && shown(text)) return;
  }
  throw new Error('a publication did not become visible in ten seconds');
}
