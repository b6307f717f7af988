import type { BulkClient } from '@rapporteur/db/bulk';
import { newId } from '@rapporteur/domain/ids';
import { requirePeople, type ImportPeople, type ImportProgress } from '../bundle/people';
import { ActorMatcher } from './actors';
import { batches } from './batches';
import { foresee, notesOn, requireDecided } from './check';
import type { Dataset } from './dataset';
import type { Preferred } from './fate';
import { MatchedActors, type ActorOutcome } from './matched';
import { plannedSources, type Planned } from './planned';
import { DatasetProblems } from './problems';
import { RecordMaker } from './records';
import { standingAt } from './standing';
import { writeAll } from './write-all';
import type { HowChanged, Written } from './write-batch';

/** What an import of a dataset did, or in a dry run would do. */
export interface DatasetReport extends Written {
  /** The rows of each file. */
  rows: Record<string, number>;
  actors: ActorOutcome[];
  /** How many of the records that are created are actors of the rows. */
  createdActors: number;
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
  /** What stands where a row and its record have both changed. Without it, a dataset with such rows is refused. */
  prefer?: Preferred | undefined;
  /** Told of each batch that is kept. */
  onBatch?: (written: Written) => void;
}

/**
 * Imports a dataset: its files as sources, the actors that it creates, then its records, each batch in a transaction of its
 * own. Everything is checked first: where any row cannot be read, nothing is imported, and each fault is told. An import that
 * was broken off leaves whole batches, and goes on where it is run again; one that is whole changes nothing.
 */
export async function importDataset(
  bulk: BulkClient,
  dataset: Dataset,
  people: ImportPeople,
  { dryRun = false, beside, how, prefer, onProgress = () => undefined, onBatch = () => undefined }: Options = {},
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
  const foreseen = await foresee(bulk, plan(), { problems, prefer }, (done) =>
    onProgress({ doing: 'checking', done, of }),
  );
  problems.refuseIfAny();
  const notes = [...notesOf(dataset, maker), ...notesOn(foreseen, dryRun)];
  const report = { rows: rowsOf(dataset), actors: actors.outcomes, createdActors: actors.created.length, notes };
  if (dryRun) return { ...foreseen.counted, ...report };
  requireDecided(foreseen, how !== undefined);
  const written: Written = { created: 0, changed: 0, unchanged: 0, ended: 0 };
  let done = 0;
  await writeAll(beside ? [bulk, beside] : [bulk], people, batches(plan()), { how, prefer }, (batch, added) => {
    for (const key of ['created', 'changed', 'unchanged', 'ended'] as const) written[key] += added[key];
    done += batch.length;
    onBatch(added);
    onProgress({ doing: 'publishing', done, of });
  });
  return { ...written, ...report };
}

/** The parts of files have ids before they are there, because what rests on them names them. */
async function nameSources(bulk: BulkClient, sources: readonly Planned[]): Promise<void> {
  const standing = await standingAt(bulk.db, sources);
  for (const source of sources) source.id = standing(source)?.id ?? newId('source');
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
