import type { BulkClient } from '@rapporteur/db/bulk';
import { RapporteurError } from '@rapporteur/domain/errors';
import { newId } from '@rapporteur/domain/ids';
import { fieldsWithoutEvidence } from '@rapporteur/domain/content/evidence';
import { segmentOf } from '@rapporteur/domain/kinds';
import { slugSchema } from '@rapporteur/domain/slug';
import { requirePeople, type ImportPeople, type ImportProgress } from '../bundle/people';
import { secondChoicesOf } from '../record/one-choice';
import { ActorMatcher } from './actors';
import type { Dataset } from './dataset';
import { MatchedActors, type ActorOutcome } from './matched';
import { plannedSources, type Planned } from './planned';
import { DatasetProblems } from './problems';
import { RecordMaker } from './records';
import { fatesOf, standingAt, type Fate } from './standing';
import { writeAll } from './write-all';
import type { HowChanged, Written } from './write-batch';

/** What an import of a dataset did, or in a dry run would do. */
export interface DatasetReport extends Written {
  /** The rows of each file. */
  rows: Record<string, number>;
  actors: ActorOutcome[];
  /** What the mapping had counted, what was cleaned, and what was not used, in words. */
  notes: string[];
}

interface Options {
  /** Checks everything and writes nothing. */
  dryRun?: boolean;
  onProgress?: (progress: ImportProgress) => void;
  /** A second client, so that one batch is drafted while the one before it is published. */
  beside?: BulkClient;
  /** What it is to readers where a row has changed. Without it, a dataset with changed rows is refused. */
  how?: HowChanged | undefined;
  /** Told of each batch that is kept. */
  onBatch?: (written: Written) => void;
}

/** How many records are written in one transaction, and how much text at most, in UTF-16 units. */
const [batchRecords, batchText] = [200, 4_000_000];

/**
 * Imports a dataset: its files as sources, the actors that it creates, then its records, each batch in a transaction of its
 * own. Everything is checked first: where any row cannot be read, nothing is imported, and each fault is told. An import that
 * was broken off leaves whole batches, and goes on where it is run again; one that is whole changes nothing.
 */
export async function importDataset(
  bulk: BulkClient,
  dataset: Dataset,
  people: ImportPeople,
  { dryRun = false, beside, how, onProgress = () => undefined, onBatch = () => undefined }: Options = {},
): Promise<DatasetReport> {
  requirePeople(people);
  const problems = new DatasetProblems();
  const sources = plannedSources(dataset);
  await nameSources(bulk, [...sources.values()].flat());
  const actors = new MatchedActors(dataset, await ActorMatcher.of(bulk.db), sources, problems);
  const maker = new RecordMaker(dataset, actors, sources, problems);
  const plan = function* () {
    for (const parts of sources.values()) yield* parts;
    yield* actors.created;
    yield* maker.all();
  };
  const of = [...sources.values()].flat().length + actors.created.length + maker.count;
  const found: Found = { changed: [], kept: [] };
  const foreseen = await check(bulk, plan(), { problems, found }, (done) =>
    onProgress({ doing: 'checking', done, of }),
  );
  problems.refuseIfAny();
  const notes = [
    ...notesOf(dataset, maker),
    ...found.kept.map((address) => `${address}: somebody has changed it since, and it is left so`),
  ];
  const report = { rows: rowsOf(dataset), actors: actors.outcomes, notes };
  if (dryRun) return { ...foreseen, ...report, notes: [...notes, ...found.changed.map((each) => `${each}: changes`)] };
  if (foreseen.changed > 0 && !how) {
    const count =
      foreseen.changed === 1 ? 'One record changes' : `${foreseen.changed.toLocaleString('en')} records change`;
    throw new RapporteurError(
      'invalid_input',
      `${count}: say what that is to readers with --change (correct, update or edit). A correction also says what was wrong, with --note.`,
      found.changed.slice(0, mostNamed).map((path) => ({ path, message: 'changes' })),
    );
  }
  const written: Written = { created: 0, changed: 0, unchanged: 0, ended: 0 };
  let done = 0;
  await writeAll(beside ? [bulk, beside] : [bulk], people, batches(plan()), how, (batch, added) => {
    for (const key of ['created', 'changed', 'unchanged', 'ended'] as const) written[key] += added[key];
    done += batch.length;
    onBatch(added);
    onProgress({ doing: 'publishing', done, of });
  });
  return { ...written, ...report };
}

/** The addresses of what changes, and of what somebody has changed since and is left so. */
interface Found {
  changed: string[];
  kept: string[];
}

/** How many records are named where the dataset is refused. */
const mostNamed = 20;

/** The parts of files have ids before they are there, because what rests on them names them. */
async function nameSources(bulk: BulkClient, sources: readonly Planned[]): Promise<void> {
  const standing = await standingAt(bulk.db, sources);
  for (const source of sources) source.id = standing(source)?.id ?? newId('source');
}

/** Goes through everything once, as it would be written. */
async function check(
  bulk: BulkClient,
  plan: Iterable<Planned>,
  { problems, found }: { problems: DatasetProblems; found: Found },
  onChecked: (done: number) => void,
): Promise<Written> {
  const foreseen: Written = { created: 0, changed: 0, unchanged: 0, ended: 0 };
  const seen = new Map<string, number>();
  let done = 0;
  for (const batch of batches(plan)) {
    const standing = await standingAt(bulk.db, batch);
    for (const [planned, fate] of await fatesOf(bulk.db, batch, standing)) {
      const { file, row, kind, slug } = planned;
      const address = `${kind} ${slug}`;
      const before = seen.get(address);
      if (before !== undefined) problems.add(file, row, 'slug', `"${slug}" is that of row ${before} as well`);
      seen.set(address, row);
      const fault = slugSchema.safeParse(slug).error?.issues[0]?.message;
      if (fault !== undefined) problems.add(file, row, 'slug', `"${slug.slice(0, 80)}" ${fault}`);
      if (planned.kind === 'actor' && planned.id !== undefined && standing(planned))
        problems.add(
          file,
          row,
          'slug',
          `there is an actor at /actors/${slug}, which neither code nor name matches; say that it is meant with an alias, or make another address`,
        );
      else checkPlanned(planned, fate, foreseen, problems);
      if (fate.outcome === 'changed' || fate.outcome === 'kept')
        found[fate.outcome].push(`/${segmentOf(kind)}/${slug}`);
    }
    done += batch.length;
    onChecked(done);
  }
  return foreseen;
}

function checkPlanned(planned: Planned, fate: Fate, foreseen: Written, problems: DatasetProblems): void {
  const { file, row } = planned;
  if (fate.outcome === 'faulty') return problems.addError(file, row, fate.error);
  if (fate.outcome === 'refused') return problems.add(file, row, 'slug', fate.why);
  // What rests on the rows of a file cannot be published without it.
  if (fate.outcome === 'ended' && planned.kind === 'source' && planned.id !== undefined)
    return problems.add(
      file,
      row,
      '',
      `the source /sources/${planned.slug} was withdrawn or merged; choose another slug for it`,
    );
  const counted = fate.outcome === 'new' ? 'created' : fate.outcome === 'kept' ? 'unchanged' : fate.outcome;
  foreseen[counted] += 1;
  if (!('checked' in fate)) return;
  const { record, citations } = fate.checked;
  for (const { path, message } of secondChoicesOf(record, '/content')) problems.add(file, row, path, message);
  for (const field of fieldsWithoutEvidence(record, citations))
    problems.add(file, row, `/content${field}`, 'rests on no passage; say under "cite" which rows it rests on');
}

function* batches(plan: Iterable<Planned>): Generator<Planned[]> {
  let batch: Planned[] = [];
  let text = 0;
  for (const planned of plan) {
    const own = planned.version?.text.text.length ?? 0;
    // One kind after the other: what others rest on or name is public before them.
    const other = batch[0] !== undefined && batch[0].kind !== planned.kind;
    if (batch.length > 0 && (other || batch.length >= batchRecords || text + own > batchText)) {
      yield batch;
      [batch, text] = [[], 0];
    }
    batch.push(planned);
    text += own;
  }
  if (batch.length > 0) yield batch;
}

const rowsOf = (dataset: Dataset): Record<string, number> =>
  Object.fromEntries(Object.keys(dataset.mapping.files).map((file) => [file, dataset.table(file).rows.length]));

function notesOf(dataset: Dataset, maker: RecordMaker): string[] {
  const cleaned = [...maker.cleaned].map(
    ([step, rows]) => `cleaned: ${step}, ${rows === 1 ? 'one text' : `${rows.toLocaleString('en')} texts`}`,
  );
  const { files, records } = dataset.mapping;
  const unused = Object.keys(files).flatMap((file) => {
    const bases = records.map(({ rows }) => rows);
    if (files[file]?.key === undefined || bases.includes(file)) return [];
    return bases.map((base) => [file, base, dataset.unjoined(file, base)] as const);
  });
  return [
    ...dataset.observations(),
    ...cleaned,
    ...unused.flatMap(([file, base, rows]) =>
      rows === 0
        ? []
        : [`${file}: ${rows.toLocaleString('en')} rows have a key that no row of ${base} has; they are not used`],
    ),
  ];
}
