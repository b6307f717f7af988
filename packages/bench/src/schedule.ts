import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { scheduleRevision } from '@rapporteur/core/publication/schedule';
import { formatConnection, type Connection } from '@rapporteur/db/connection';
import { withConnection } from '@rapporteur/db/migrate';
import type { ContentOf } from '@rapporteur/domain/content/content';
import { localTime } from '@rapporteur/domain/zoned-time';
import { openDatabase } from './database';
import { Desk } from './desk';
import { print, quantile } from './figure';
import { startProgram } from './process';
import { say } from './progress';

const items = 100;
const zone = 'Europe/Brussels';
/** How far ahead the instant lies, in milliseconds: scheduling all of them takes a part of it. */
const ahead = 20_000;
const folder = fileURLToPath(new URL('../../cli/', import.meta.url));

/**
 * A hundred revisions scheduled one by one for the same instant, with two workers. `schedule.late.p99`: seconds from the
 * instant until the commit of each is heard. `schedule.early`: publications before it by the clock of the database.
 * `schedule.once`: the share of the items that were published exactly once.
 */
export async function run(): Promise<void> {
  const { connection, owner } = await openDatabase();
  const desk = await Desk.open(owner);
  const ready: { id: string; expectedVersion: number }[] = [];
  say(`Approving ${items} revisions`);
  for (let n = 1; n <= items; n += 1) {
    const { id, lockVersion } = await desk.approveNew('issue', `scheduled-${n}`, issueContent(n), ['/question']);
    ready.push({ id, expectedVersion: lockVersion });
  }
  await Promise.all([startWorker(connection), startWorker(connection)]);
  await withConnection(connection, async (listener) => {
    const heard: number[] = [];
    listener.on('notification', () => heard.push(Date.now()));
    await listener.query('LISTEN rapporteur_publication');
    const at = new Date(Math.ceil((Date.now() + ahead) / 1000) * 1000);
    say(`Scheduling them for ${at.toISOString()}`);
    const { local } = localTime(at, zone);
    for (const target of ready) await scheduleRevision(owner, desk.publisher, { ...target, at: { local, zone } });
    for (const deadline = at.getTime() + 60_000; heard.length < items && Date.now() < deadline;) await delay(20);
    // Whatever was published twice would be by now.
    await delay(3000);
    const late = heard.map((time) => (time - at.getTime()) / 1000);
    const log = await owner.publication.groupBy({
      by: ['recordId'],
      where: { recordId: { in: ready.map(({ id }) => id) } },
      _count: true,
      _min: { recordedAt: true },
    });
    const early = log.filter(({ _min }) => (_min.recordedAt?.getTime() ?? 0) < at.getTime());
    print('schedule.late.p50', quantile(late, 0.5), 's');
    print('schedule.late.p99', quantile(late, 0.99), 's');
    print('schedule.early', early.length, 'publications');
    print('schedule.once', log.filter(({ _count }) => _count === 1).length / items, 'share');
  });
}

async function startWorker(connection: Connection): Promise<void> {
  const program = startProgram(['--import', 'tsx', 'src/worker/main.ts'], {
    cwd: folder,
    variables: { DATABASE_URL: formatConnection(connection) },
  });
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await delay(50)) {
    if (program.said().includes('waits for jobs')) return;
  }
  throw new Error(`the worker was not ready in a minute; it said:\n${program.said()}`);
}

const issueContent = (n: number): ContentOf<'issue'> => ({
  question: `Will the talks of round ${n} go on?`,
  shortTitle: `Round ${n}`,
  description: null,
  programmes: [],
});
