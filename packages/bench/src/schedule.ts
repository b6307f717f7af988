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
/** How long after the instant the last of them is waited for, in milliseconds. */
const patience = 60_000;
const folder = fileURLToPath(new URL('../../cli/', import.meta.url));

/**
 * A hundred revisions scheduled one by one for the same instant, with two workers. `schedule.late.p99`: seconds from the
 * instant until the commit of each is heard. `schedule.early`: publications before it by the clock of the database.
 * `schedule.commits`: in how many transactions. `schedule.once`: the share of the items that were published exactly once.
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
  const { _max: last } = await owner.publication.aggregate({ _max: { sequence: true } });
  const all = Number(last.sequence ?? 0) + items;
  await withConnection(connection, async (listener) => {
    // A commit is told once, with the newest publication in it: whatever was due together is published together.
    const commits: Commit[] = [];
    listener.on('notification', ({ payload }) => commits.push({ upTo: Number(payload), heard: Date.now() }));
    await listener.query('LISTEN rapporteur_publication');
    const at = new Date(Math.ceil((Date.now() + ahead) / 1000) * 1000);
    say(`Scheduling them for ${at.toISOString()}`);
    const { local } = localTime(at, zone);
    for (const target of ready) await scheduleRevision(owner, desk.publisher, { ...target, at: { local, zone } });
    const spare = at.getTime() - Date.now();
    if (spare <= 0) throw new Error(`scheduling took ${-spare} ms longer than there was time until the instant`);
    const deadline = at.getTime() + patience;
    while ((commits.at(-1)?.upTo ?? 0) < all && Date.now() < deadline) await delay(20);
    say('Waiting whether anything is published twice');
    await delay(3000);
    const log = await owner.publication.findMany({
      where: { recordId: { in: ready.map(({ id }) => id) } },
      select: { recordId: true, sequence: true, recordedAt: true },
    });
    const late = log.map(({ sequence }) => (heardOf(commits, Number(sequence)) - at.getTime()) / 1000);
    const early = log.filter(({ recordedAt }) => recordedAt < at);
    const once = ready.filter(({ id }) => log.filter(({ recordId }) => recordId === id).length === 1);
    print('schedule.late.p50', quantile(late, 0.5), 's');
    print('schedule.late.p99', quantile(late, 0.99), 's');
    print('schedule.commits', new Set(log.map(({ sequence }) => heardOf(commits, Number(sequence)))).size, 'commits');
    print('schedule.early', early.length, 'publications');
    print('schedule.once', once.length / items, 'share');
  });
}

/** A commit of publications: the newest of them, and when it was heard of. */
interface Commit {
  upTo: number;
  heard: number;
}

/** When a publication was heard of; an error where no commit told of it. */
function heardOf(commits: readonly Commit[], sequence: number): number {
  const commit = commits.find(({ upTo }) => upTo >= sequence);
  if (commit === undefined) throw new Error(`no commit told of publication ${sequence}`);
  return commit.heard;
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
