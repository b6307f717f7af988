import { openDatabase } from './database';
import { Desk } from './desk';
import { print, quantile } from './figure';
import { assemblySlug, writeBoards } from './generated-boards';
import { timed } from './load';
import type { RunningServer } from './process';
import { processorTime } from './processor';
import { say } from './progress';
import { startSite } from './site';
import { readUnVotes } from './un-votes';

const warming = 10;

/** A family of resolutions was voted on at least so often. */
const fewest = 5;

/**
 * `board.p95`: boards that are not in the cache, from the votes of the General Assembly in DIR (`un_roll_calls.csv.gz` and
 * `un_votes.csv.gz`): one row for each state on a family of resolutions, and one for each family of a state over all years.
 * Each is asked for once as it is, narrowed to members at that time or to a region, each row apart, and as of a past instant.
 */
export async function run([folder]: readonly string[]): Promise<void> {
  if (folder === undefined)
    throw new Error('Usage: pnpm bench board DIR, where DIR holds un_roll_calls.csv.gz and un_votes.csv.gz');
  const { connection, owner } = await openDatabase();
  say('Reading the votes');
  const votes = readUnVotes(folder, fewest);
  await Desk.open(owner);
  const began = performance.now();
  const { issues, actors, positions, turns } = await writeBoards(connection, votes);
  say(`${issues.length} families, ${actors.length} states, ${turns.toLocaleString('en')} votes`);
  print('board.load', (performance.now() - began) / 1000, 's');
  print('board.positions', positions, 'rows');
  print('board.turns', turns, 'rows');
  const { port, pid } = await startSite(connection);
  say(`The site: http://127.0.0.1:${port}${issues[0]} and ${actors[0]}`);

  const all: number[] = [];
  const sorts: Record<string, string[]> = {
    issue: issues.slice(0, 100),
    actor: actors.slice(0, 100),
    'issue.members': issues.slice(0, 60).map((path) => `${path}?member=${assemblySlug}&on=1985-12-31`),
    'issue.region': issues.slice(0, 60).map((path) => `${path}?region=150`),
    'issue.each': issues.slice(0, 60).map((path) => `${path}?rows=each&sort=name`),
  };
  for (const [sort, paths] of Object.entries(sorts)) {
    say(`Boards outside the cache: ${sort}`);
    const { times, largest, processor } = await timesOf({ port, pid }, paths);
    print(`board.${sort}.p50`, quantile(times, 0.5), 'ms');
    print(`board.${sort}.p95`, quantile(times, 0.95), 'ms');
    print(`board.${sort}.processor`, processor, 'ms');
    print(`board.${sort}.bytes`, largest, 'bytes');
    all.push(...times);
  }
  print('board.p95', quantile(all, 0.95), 'ms');
}

/** The time of each page, the processor time that the site spends on one in the middle, and the size of the largest as it was sent. */
async function timesOf(
  { port, pid }: Pick<RunningServer, 'port' | 'pid'>,
  paths: readonly string[],
): Promise<{ times: number[]; largest: number; processor: number }> {
  const times: number[] = [];
  let largest = 0;
  let begun = processorTime(pid);
  // The last ones warm what is compiled at first use, and are not asked for again.
  for (const [index, path] of [...paths.slice(-warming), ...paths.slice(0, -warming)].entries()) {
    if (index === warming) begun = processorTime(pid);
    const { status, milliseconds, body } = await timed(port, path, 'br');
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    if (index < warming) continue;
    times.push(milliseconds);
    largest = Math.max(largest, body.length);
  }
  return { times, largest, processor: (processorTime(pid) - begun) / times.length };
}
