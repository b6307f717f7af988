import type { CommandResult } from '@rapporteur/core/record/result';
import type { ContentOf } from '@rapporteur/domain/content/content';
import { openDatabase } from './database';
import { Desk } from './desk';
import { loadedScripts } from './desk-scripts';
import { DeskServer } from './desk-server';
import { print, quantile } from './figure';
import { addRevisions, generateQueue, personId } from './generated-queue';
import { say } from './progress';

const records = 80_000;
const revisions = 500;
const repeats = 4;
const saves = 100;

const sorts = ['changed', 'title', 'kind', 'state', 'evidence', 'with', 'due'] as const;
/** A fixed mix: what the rail and the pills ask for, and combinations from few records to all of them. */
const filters: readonly Record<string, unknown>[] = [
  { view: 'all' },
  { view: 'work' },
  { view: 'mine' },
  { view: 'review' },
  { view: 'overdue' },
  { view: 'all', kinds: ['statement'] },
  { view: 'all', states: ['withdrawn'] },
  { view: 'all', states: ['draft', 'in_review'], evidence: 'missing' },
  { view: 'all', author: personId(9) },
  { view: 'work', with: 'nobody', kinds: ['event', 'actor'] },
  { view: 'all', due: 'week' },
  { view: 'all', text: 'jens 977' },
  { view: 'all', text: 'of' },
  { view: 'all', text: 'Олена ARMISTICE' },
  { view: 'all', text: 'nothing is called so' },
];

/** What other desks load first, in kilobytes of compressed scripts; the least of them. */
const leastOfOthers = 610;

/**
 * `desk.list.p95`: a list of 80,000 records, in every order and direction, under a fixed mix of filters, first and second
 * pages, asked over HTTP. `desk.page.p95`: the same as whole pages. `desk.open.p95`: a record of 500 revisions.
 * `desk.save.p95`: saving its draft. `desk.js`: the scripts of the first load, compressed.
 */
export async function run(): Promise<void> {
  const { connection, owner } = await openDatabase();
  const people = await Desk.open(owner);
  say(`Generating ${records} records`);
  await generateQueue(owner, records);
  say(`Generating a record of ${revisions} revisions`);
  const live = await people.publishNew('issue', 'measured-issue', issueContent(0), ['/question']);
  await addRevisions(owner, live.id, revisions - 1);
  const desk = await DeskServer.start(connection, owner, 'person-3@bench.invalid');

  say('Asking for lists');
  const lists = await listTimes(desk);
  print('desk.list.p95', quantile(lists, 0.95), 'ms');
  print('desk.list.p50', quantile(lists, 0.5), 'ms');
  print('desk.page.p95', quantile(await pageTimes(desk), 0.95), 'ms');

  say('Opening and saving');
  const opened: number[] = [];
  for (let n = 0; n < saves; n += 1) opened.push((await desk.ask('record.get', { id: live.id })).milliseconds);
  print('desk.open.p95', quantile(opened.slice(5), 0.95), 'ms');
  const saved = await saveTimes(desk, live.id, people.cite(['/question']));
  print('desk.save.p95', quantile(saved.slice(5), 0.95), 'ms');

  const screens = {
    queue: { path: '/', shows: '.work' },
    record: { path: `/records/${live.id}`, shows: 'main h2' },
    editor: { path: `/records/${live.id}/edit`, shows: '.editor-form' },
    article: { path: '/records/new/article', shows: '.editor-form [contenteditable="true"]' },
  };
  const sizes = await loadedScripts(desk, Object.values(screens));
  for (const [index, screen] of Object.keys(screens).entries())
    print(`desk.js.${screen}`, sizes[index] ?? Number.NaN, 'KB', leastOfOthers);
  print('desk.js', Math.max(...sizes), 'KB', leastOfOthers);
}

async function listTimes(desk: DeskServer): Promise<number[]> {
  const times: number[] = [];
  for (let round = -1; round < repeats; round += 1) {
    for (const filter of filters) {
      for (const sort of sorts) {
        for (const direction of ['asc', 'desc']) {
          const query = { ...filter, sort, direction, limit: 50 };
          const first = await desk.ask<{ next: string | null }>('queue.list', query);
          const second =
            first.data.next === null ? null : await desk.ask('queue.list', { ...query, after: first.data.next });
          // The first round fills the caches of the database.
          if (round < 0) continue;
          times.push(first.milliseconds);
          if (second !== null) times.push(second.milliseconds);
        }
      }
    }
  }
  return times;
}

async function pageTimes(desk: DeskServer): Promise<number[]> {
  const pages = [
    '/',
    '/?view=mine',
    '/?view=review',
    '/?group=none',
    ...sorts.map((sort) => `/?view=all&sort=${sort}`),
  ];
  const times: number[] = [];
  for (let round = -1; round < repeats; round += 1) {
    for (const path of pages) {
      const { milliseconds } = await desk.page(path);
      if (round >= 0) times.push(milliseconds);
    }
  }
  return times;
}

async function saveTimes(desk: DeskServer, id: string, citations: unknown[]): Promise<number[]> {
  const { data } = await desk.ask<{ record: { lockVersion: number } }>('record.get', { id });
  let expectedVersion = data.record.lockVersion;
  const times: number[] = [];
  for (let n = 0; n < saves; n += 1) {
    const content = issueContent(n + 1);
    const saved = await desk.tell<CommandResult>('record.save', { id, expectedVersion, content, citations });
    expectedVersion = saved.data.lockVersion;
    times.push(saved.milliseconds);
  }
  return times;
}

function issueContent(n: number): ContentOf<'issue'> {
  return { question: `Question ${n} of this record?`, shortTitle: `Question ${n}`, description: null, programmes: [] };
}
