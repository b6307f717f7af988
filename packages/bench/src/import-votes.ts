import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ActorMatcher } from '@rapporteur/core/dataset/actors';
import type { Dataset } from '@rapporteur/core/dataset/dataset';
import type { BulkClient } from '@rapporteur/db/bulk';
import { transaction } from '@rapporteur/db/transaction';
import type { BenchDatabase } from './database';
import { print } from './figure';
import { say } from './progress';

const columns = ['rcid', 'country', 'country_code', 'vote'] as const;

/** The cells of each vote of the file, in the order of {@link columns}. */
function* votesOf(dataset: Dataset): Generator<string[]> {
  const table = dataset.table('votes');
  const places = columns.map((column) => table.columns.get(column) ?? -1);
  for (const { cells } of table.rows) yield places.map((place) => cells[place] ?? '');
}

/** Seconds that a plain COPY of the same rows takes, into a table with neither index nor rule. */
export async function rawCopy({ db, copy }: BulkClient, dataset: Dataset): Promise<number> {
  await db.$executeRaw`CREATE TABLE "RawVote" ("rcid" text, "country" text, "country_code" text, "vote" text)`;
  const began = performance.now();
  await transaction(db, () => copy('RawVote', columns, votesOf(dataset)), { timeout: 600_000 });
  const seconds = (performance.now() - began) / 1000;
  await db.$executeRaw`DROP TABLE "RawVote"`;
  return seconds;
}

/** What is public, now and as it will be read in the past, against the file; and one resolution against another source. */
export async function votesOnRecord({ owner }: BenchDatabase, dataset: Dataset, folder: string): Promise<void> {
  const [counted] = await owner.$queryRaw<Record<'rolls' | 'votes' | 'actors' | 'past', number>[]>`
    SELECT (SELECT count(*)::int FROM "Event" WHERE "type" = 'vote') AS rolls, (SELECT count(*)::int FROM "Choice") AS votes,
      (SELECT count(*)::int FROM "Actor") AS actors, (SELECT count(*)::int FROM history."Choice" WHERE upper_inf(recorded)) AS past`;
  const { rolls = 0, votes = 0, actors = 0, past = 0 } = counted ?? {};
  print('import.votes.rolls', rolls, 'roll calls', dataset.table('roll_calls').rows.length);
  print('import.votes.votes', votes, 'votes', dataset.table('votes').rows.length);
  print('import.votes.history', past, 'votes', dataset.table('votes').rows.length);
  print('import.votes.actors', actors, 'actors');
  const stateOf = statesByDate(dataset);
  const lines = [...votesOf(dataset)].map(
    ([rcid = '', country = '', , vote]) => `${rcid},${stateOf(rcid, country)},${vote}`,
  );
  const file = createHash('sha256').update(lines.toSorted().join('\n'), 'utf8').digest('hex');
  const [sum] = await owner.$queryRaw<{ sha256: string }[]>`
    SELECT encode(sha256(convert_to(string_agg(line, E'\n' ORDER BY line COLLATE "C"), 'UTF8')), 'hex') AS sha256 FROM (
      SELECT replace(e."slug", 'un-roll-call-', '') || ',' || a."title" || ',' || c."choice" AS line
      FROM "Choice" c JOIN "Entry" e ON e."id" = c."recordId" JOIN "Entry" a ON a."id" = c."actorId") l`;
  say(`SHA-256 over "roll call,state,vote", sorted: file ${file}, record ${sum?.sha256}`);
  if (file !== sum?.sha256) throw new Error('The votes on record are not those of the file.');
  await compare(owner, folder);
}

/** Whose vote it is: the file has one name for two members, of which the second was admitted on 1 November 2000. */
function statesByDate(dataset: Dataset): (rcid: string, country: string) => string {
  const { columns: at, rows } = dataset.table('roll_calls');
  const days = new Map(rows.map(({ cells }) => [cells[at.get('rcid') ?? -1], cells[at.get('date') ?? -1] ?? '']));
  return (rcid, country) => (country === 'Yugoslavia' && (days.get(rcid) ?? '') >= '2000-11' ? 'Serbia' : country);
}

interface Typed {
  code: string;
  approve: string[];
  against: string[];
  abstain: string[];
}

/** Resolution 68/262 as somebody else has typed it over, vote for vote, its states matched by name and alias. */
async function compare(owner: BenchDatabase['owner'], folder: string): Promise<void> {
  const file = path.join(folder, 'unga_ukraine_68-262_ES-11-1.json');
  if (!existsSync(file)) return say(`${file} is not there: nothing is compared with it`);
  const typed = (JSON.parse(readFileSync(file, 'utf8')) as Typed[]).find(({ code }) => code === '68/262');
  const rows = await owner.$queryRaw<{ actorId: string; choice: string }[]>`
    SELECT c."actorId", c."choice" FROM "Choice" c JOIN "Entry" e ON e."id" = c."recordId" WHERE e."title" LIKE '%(resolution 68/262)'`;
  const onRecord = new Map(rows.map(({ actorId, choice }) => [actorId, choice]));
  const matcher = await ActorMatcher.of(owner);
  const theirs = Object.entries({
    yes: typed?.approve ?? [],
    no: typed?.against ?? [],
    abstain: typed?.abstain ?? [],
  }).flatMap(([choice, names]) => names.map((name) => ({ name, choice, match: idIn(matcher.match(name, null)) })));
  const equal = theirs.filter(({ choice, match }) => match !== null && onRecord.get(match.id) === choice);
  const differing = theirs.filter((vote) => !equal.includes(vote)).map(({ name }) => name);
  print('import.votes.68-262', equal.length, 'equal votes', onRecord.size);
  print('import.votes.68-262.alias', theirs.filter(({ match }) => match?.by === 'alias').length, 'names');
  if (differing.length > 0 || equal.length !== onRecord.size)
    throw new Error(`68/262 differs: ${differing.join(', ')}`);
}

/** Without a code nothing can contradict a name. */
const idIn = (match: ReturnType<ActorMatcher['match']>) => (match !== null && 'id' in match ? match : null);
