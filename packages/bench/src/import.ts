import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportPeople } from '@rapporteur/core/bundle/people';
import { Dataset } from '@rapporteur/core/dataset/dataset';
import { importDataset, type DatasetReport } from '@rapporteur/core/dataset/import';
import { parseMapping } from '@rapporteur/core/dataset/parse-mapping';
import { keepHeapSmall } from '@rapporteur/core/small-heap';
import { search } from '@rapporteur/core/search/find';
import { verify } from '@rapporteur/core/verify';
import { bulkClient, type BulkClient } from '@rapporteur/db/bulk';
import { asOf, readerClient } from '@rapporteur/db/clients';
import { readerConnection } from '@rapporteur/db/connection';
import { readServer } from '@rapporteur/db/read-servers';
import { searchFilter, type SearchFilter } from '@rapporteur/domain/search/views';
import { openDatabase, type BenchDatabase } from './database';
import { endLater } from './endings';
import { print, quantile } from './figure';
import { rawCopy, votesOnRecord } from './import-votes';
import { peakMemory } from './memory';
import { processorTime } from './processor';
import { say } from './progress';
import { questionsOf, timesOf } from './search-questions';
import { namesIn, sentencesIn } from './search-texts';

const mappings = fileURLToPath(new URL('../../../datasets', import.meta.url));

interface Subject {
  name: 'votes' | 'documents';
  mapping: string;
  /** What is looked for when all is public, and the kind of record that says it. */
  question: string;
}
const subjects: Subject[] = [
  { name: 'votes', mapping: 'un-votes.yaml', question: 'Territorial integrity of Ukraine' },
  { name: 'documents', mapping: 'white-house.yaml', question: 'bilateral security agreement Ukraine' },
];

/**
 * `import.votes`, `import.documents`: datasets in the given folders imported by the mappings of this project, published, with
 * history and search, in a database of their own; the votes against a plain COPY of the same rows. Then the same import again,
 * what is on record against the files, and what `verify` finds. Fails where anything differs.
 */
export async function run(folders: readonly string[]): Promise<void> {
  if (folders.length === 0) throw new Error('Say where the data is: pnpm bench import DIR …');
  for (const subject of subjects) {
    const mapping = parseMapping(readFileSync(path.join(mappings, subject.mapping), 'utf8'));
    const files = Object.values(mapping.files).map((file) => file.path);
    const folder = folders.find((each) => files.every((file) => existsSync(path.join(each, file))));
    if (folder === undefined) say(`No folder has ${files.join(' and ')}: nothing is measured of ${subject.mapping}`);
    else await measure(subject, folder, mapping);
  }
}

async function measure({ name, question }: Subject, folder: string, mapping: Dataset['mapping']): Promise<void> {
  // As the command does.
  keepHeapSmall();
  const database = await openDatabase();
  const people = await twoPeople(database);
  const bulk = bulkClient(database.connection, { statementTimeout: 600_000 });
  const beside = bulkClient(database.connection, { statementTimeout: 600_000 });
  endLater(() => Promise.all([bulk.close(), beside.close()]).then(() => undefined));
  const backends = await Promise.all([backendOf(bulk), backendOf(beside)]);
  const atWork = () => [process.pid, ...backends].reduce((sum, pid) => sum + processorTime(pid), 0) / 1000;
  const [began, atFirst] = [performance.now(), atWork()];
  const dataset = await Dataset.read(mapping, folder, { onFile: (file) => say(`Reading ${file}`) });
  const report = await importDataset(bulk, dataset, people, {
    beside,
    onProgress: ({ doing, done, of }) => {
      if (doing === 'publishing') say(`Published ${done.toLocaleString('en')} of ${of.toLocaleString('en')}`);
    },
  });
  const seconds = (performance.now() - began) / 1000;
  // Of this program and of its connections: says little of what else is at work on the machine.
  print(`import.${name}.processor`, atWork() - atFirst, 's');
  print(`import.${name}`, seconds, 's', name === 'votes' ? await rawCopy(bulk, dataset) : null);
  print(`import.${name}.memory`, process.resourceUsage().maxRSS * 1.024e-3, 'MB');
  print(`import.${name}.memory.database`, Math.max(...backends.map(peakMemory)), 'MB');
  tell(report);
  await importAgain(name, bulk, dataset, people);
  await database.owner.$executeRawUnsafe('VACUUM ANALYZE');
  if (name === 'votes') await votesOnRecord(database, dataset, folder);
  await find(name, database, question);
  if (name === 'documents') await askOf(dataset, database);
  const verifying = performance.now();
  const findings = await verify(database.owner, (part) => say(`Checking ${part}`));
  print(`import.${name}.verify`, (performance.now() - verifying) / 1000, 's');
  print(`import.${name}.findings`, findings.length, 'findings');
  if (findings.length > 0)
    throw new Error(
      findings
        .slice(0, 5)
        .map(({ record, what }) => `${record}: ${what}`)
        .join('\n'),
    );
}

async function twoPeople({ owner }: BenchDatabase): Promise<ImportPeople> {
  const add = async (id: string) => {
    await owner.user.create({ data: { id, email: `${id}@example.org`, name: id, role: 'publisher' } });
    return { userId: id, role: 'publisher' as const };
  };
  return { importer: await add('importer'), reviewer: await add('reviewer') };
}

async function backendOf({ db }: BulkClient): Promise<number> {
  const [row] = await db.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  return row?.pid ?? 0;
}

function tell({ actors, notes, rows, created }: DatasetReport): void {
  say(`${created} records created; rows: ${JSON.stringify(rows)}`);
  for (const note of notes) say(note);
  for (const by of ['code', 'name', 'alias', 'created', 'none'] as const) {
    const some = actors.filter((actor) => actor.by === by);
    if (some.length > 0)
      say(`Actors, ${by}: ${some.length}, in ${some.reduce((sum, actor) => sum + actor.rows, 0)} rows`);
  }
}

async function importAgain(name: string, bulk: BulkClient, dataset: Dataset, people: ImportPeople): Promise<void> {
  const before = await bulk.db.publication.count();
  const began = performance.now();
  const { created, changed, unchanged } = await importDataset(bulk, dataset, people);
  print(`import.${name}.again`, (performance.now() - began) / 1000, 's');
  print(`import.${name}.unchanged`, unchanged, 'records');
  if (created + changed > 0 || (await bulk.db.publication.count()) !== before)
    throw new Error(`The second run made ${created} records and changed ${changed}.`);
}

async function find(name: string, { connection }: BenchDatabase, question: string): Promise<void> {
  const reader = readerClient(readerConnection(connection), { max: 1 });
  endLater(reader.close);
  const query = { question, filter: searchFilter.parse({}), sort: 'relevance' as const, limit: 20 };
  await search(reader.published, query);
  const began = performance.now();
  const { items } = await search(reader.published, query);
  print(`import.${name}.search`, performance.now() - began, 'ms');
  say(`“${question}”: ${items.length} hits, first ${items[0]?.record.slug ?? 'none'}`);
  if (items.length === 0) throw new Error(`Nothing is found for “${question}”.`);
}

/** What questions to documents are narrowed to, in turn. */
const filters: readonly ((n: number) => Partial<SearchFilter>)[] = [
  () => ({ kinds: ['source'] }),
  (n) => ({ year: String(2021 + (n % 5)) }),
  () => ({ language: 'en' }),
  (n) => ({ from: `${2021 + (n % 5)}-03-01`, to: `${2022 + (n % 4)}-09-30` }),
];

/**
 * `import.documents.search.p50`, `.p95`: questions to long texts, made of their own words, each sort apart; and the same as
 * of a date.
 */
async function askOf(dataset: Dataset, { connection }: BenchDatabase): Promise<void> {
  const sentences = sentencesIn(textsOf(dataset));
  const sorts = questionsOf(sentences, namesIn(sentences, 500), filters);
  const { close, live, past } = readServer(readerConnection(connection), { max: 4 });
  endLater(close);
  const all: number[] = [];
  for (const [sort, questions] of Object.entries(sorts)) {
    const times = await timesOf(live.published, questions);
    print(`import.documents.search.${sort}.p95`, quantile(times, 0.95), 'ms');
    all.push(...times);
  }
  const then = new Date();
  const everything = Object.values(sorts).flat();
  const pastTimes = await timesOf(
    past,
    everything.filter((_, n) => n % 4 === 0),
    (read) => asOf(past, then, read),
  );
  print('import.documents.search.p50', quantile(all, 0.5), 'ms');
  print('import.documents.search.p95', quantile(all, 0.95), 'ms');
  print('import.documents.search.past.p95', quantile(pastTimes, 0.95), 'ms', quantile(all, 0.95));
}

function* textsOf(dataset: Dataset): Generator<string> {
  const { columns, rows } = dataset.table('documents');
  const place = columns.get('text') ?? -1;
  for (const { cells } of rows) yield cells[place] ?? '';
}
