import { readFileSync } from 'node:fs';
import { Dataset } from '@rapporteur/core/dataset/dataset';
import type { Preferred } from '@rapporteur/core/dataset/fate';
import { importDataset } from '@rapporteur/core/dataset/import';
import { requirePeople } from '@rapporteur/core/bundle/people';
import type { HowChanged } from '@rapporteur/core/dataset/write-batch';
import { parseMapping } from '@rapporteur/core/dataset/parse-mapping';
import { keepHeapSmall } from '@rapporteur/core/small-heap';
import { bulkClient } from '@rapporteur/db/bulk';
import { instant } from '@rapporteur/domain/content/text';
import { RapporteurError } from '@rapporteur/domain/errors';
import { Command } from 'commander';
import { callerOf } from '../caller';
import { showProgress } from '../progress';
import { withRecord } from '../with-record';
import { reportLines } from './report';

interface Options {
  data: string;
  importer: string;
  reviewer: string;
  change?: string;
  note?: string;
  prefer?: string;
  fetched?: string;
  dryRun?: true;
  list?: true;
}

/** How long one statement may take, in milliseconds: each batch writes tens of thousands of rows. */
const statementTimeout = 600_000;

/** The command `import-dataset`: rows of CSV or JSON lines become records, as a mapping says. */
export const importDatasetCommand = (): Command =>
  new Command('import-dataset')
    .argument('<mapping>', 'the mapping (YAML, see docs/datasets.md): which rows become which records')
    .description(
      'import rows of CSV or JSON lines as published records, in batches; run again, it goes on or changes nothing',
    )
    .requiredOption('--data <folder>', 'the folder with the files that the mapping names')
    .requiredOption('--importer <email>', 'the user who brings the records in')
    .requiredOption('--reviewer <email>', 'another user, who approves and publishes them')
    .option('--change <what>', 'what it is to readers where a row has changed: correct, update or edit')
    .option('--note <text>', 'what readers are told of that change; a correction needs it')
    .option('--prefer <which>', 'what stands where a row and its record have both changed: row or record')
    .option(
      '--fetched <when>',
      'the day or instant at which the files were fetched; without it, when each was last written',
    )
    .option('--dry-run', 'check every row and say what would be done; nothing is written')
    .option('--list', 'list every actor of the dataset, and how it was matched')
    .action((file: string, { data, importer, reviewer, ...options }: Options) =>
      withRecord(async (db, connection) => {
        keepHeapSmall();
        const [dryRun, list] = [options.dryRun === true, options.list === true];
        const mapping = parseMapping(readMapping(file));
        const [how, prefer, fetched] = [howChanged(options), preferred(options), fetchedAt(options)];
        const [bringing, approving] = await Promise.all([callerOf(db, importer), callerOf(db, reviewer)]);
        requirePeople({ importer: bringing, reviewer: approving });
        const bulk = bulkClient(connection, { statementTimeout });
        const beside = bulkClient(connection, { statementTimeout });
        try {
          const dataset = await Dataset.read(mapping, data, {
            fetched,
            onFile: (name) => console.error(`Reading ${name} …`),
          });
          const report = await importDataset(
            bulk,
            dataset,
            { importer: bringing, reviewer: approving },
            { dryRun, beside, how, prefer, onProgress: showProgress('Import') },
          );
          for (const line of reportLines(report, { dryRun, list })) console.log(line);
        } finally {
          await Promise.all([bulk.close(), beside.close()]);
        }
      }),
    );

function readMapping(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new RapporteurError('not_found', `The mapping ${file} cannot be read; is the name right?`, [], {
      cause: error,
    });
  }
}

function howChanged({ change, note = '' }: Pick<Options, 'change' | 'note'>): HowChanged | undefined {
  if (change === undefined) {
    if (note !== '')
      throw new RapporteurError(
        'invalid_input',
        '--note is what readers are told of a change: say which, with --change.',
      );
    return undefined;
  }
  if (change !== 'correct' && change !== 'update' && change !== 'edit')
    throw new RapporteurError('invalid_input', `--change must be correct, update or edit, not "${change}".`);
  if (change === 'correct' && note.trim() === '')
    throw new RapporteurError('invalid_input', 'A correction tells readers what was wrong: say it with --note.');
  return { change, note: note.trim() || null };
}

function preferred({ prefer }: Pick<Options, 'prefer'>): Preferred | undefined {
  if (prefer === undefined || prefer === 'row' || prefer === 'record') return prefer;
  throw new RapporteurError('invalid_input', `--prefer must be row or record, not "${prefer}".`);
}

/** A day is its first instant in UTC. */
function fetchedAt({ fetched }: Pick<Options, 'fetched'>): string | undefined {
  if (fetched === undefined) return undefined;
  const parsed = instant.safeParse(/^\d{4}-\d{2}-\d{2}$/.test(fetched) ? `${fetched}T00:00:00Z` : fetched);
  if (!parsed.success || Date.parse(parsed.data) > Date.now())
    throw new RapporteurError(
      'invalid_input',
      `--fetched must be a day such as 2026-01-31, or an instant such as 2026-01-31T12:00:00Z, that is past; not "${fetched}".`,
    );
  return parsed.data;
}
