import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { copyCsv, copyJsonLines } from '@rapporteur/core/export/copy-sql';
import { directorySink } from '@rapporteur/core/export/directory-sink';
import { recordHash } from '@rapporteur/core/export/record-hash';
import { faultsOfPackage } from '@rapporteur/core/testing/published-package';
import { publishedSchemas } from '@rapporteur/core/testing/published-schemas';
import { tables } from '@rapporteur/core/export/tables';
import { formatConnection, readerConnection, type Connection } from '@rapporteur/db/connection';
import { recordSnapshot } from '@rapporteur/db/record-snapshot';
import { openDatabase, ownFolder } from './database';
import { print, quantile } from './figure';
import { generateRecord, statements } from './generated-record';
import { residentMemory } from './memory';
import { startProgram } from './process';
import { say } from './progress';
import { importers, importVotes } from './votes-record';

const cli = fileURLToPath(new URL('../../cli', import.meta.url));

interface Described {
  recordHash: string;
  resources: { name: string; path: string; format: string; bytes: number }[];
}

/**
 * `export.rows`: rows a second of the tables of a Data Package, each written twice (CSV and JSON lines), beside records, bundle and
 * fingerprints, by the command itself in a process of its own; against PostgreSQL's own COPY of the same tables into nothing.
 * Its memory is looked at four times a second. Of the votes in DIR, or of 100,000 statements; `--again` imports the bundle into an
 * empty installation, and compares the record hash; `--schemas FOLDER` checks the export by published schemas (docs/open-data.md).
 */
export async function run(parameters: readonly string[]): Promise<void> {
  const at = parameters.indexOf('--schemas');
  const schemas = at < 0 ? undefined : parameters[at + 1];
  if (at >= 0 && schemas === undefined) throw new Error('Say where the schemas are: --schemas FOLDER');
  const [folder = ''] = parameters.filter((one, place) => !one.startsWith('--') && (at < 0 || place !== at + 1));
  const { connection, owner } = await openDatabase();
  if (folder === '') await generateRecord(owner, statements);
  else await importVotes(connection, owner, folder);
  const { at: written, seconds, memory } = await exportTo(connection, path.join(ownFolder(), 'package'));
  const described = JSON.parse(readFileSync(path.join(written, 'datapackage.json'), 'utf8')) as Described;
  const rows = rowsOf(written, described);
  const raw = await rawCopy(connection);
  print('export.rows', rows / seconds, 'rows/s', rows / raw.seconds);
  print('export.tables', rows / (await copyTables(connection)), 'rows/s', rows / raw.seconds);
  print('export.seconds', seconds, 's');
  print('export.bytes', described.resources.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6, 'MB');
  const third = Math.floor(memory.length / 3);
  print('export.memory', quantile(memory.slice(-third), 0.5), 'MB', quantile(memory.slice(third, 2 * third), 0.5));
  print('export.memory.most', Math.max(...memory), 'MB');
  say(`Memory over time, MB: ${memory.map((one) => one.toFixed(0)).join(' ')}`);
  if (schemas !== undefined) checkPublished(written, schemas);
  if (parameters.includes('--again')) await importAgain(path.join(written, 'bundle.jsonl'), described.recordHash);
}

function checkPublished(written: string, schemas: string): void {
  const faults = faultsOfPackage(written, publishedSchemas(schemas));
  print('export.schemas', faults.length, 'faults');
  if (faults.length > 0) throw new Error(faults.slice(0, 20).join('\n'));
}

async function exportTo(connection: Connection, at: string) {
  say('Exporting');
  // Held to so much, a process that kept what it has written would run out of memory; left alone, V8 collects garbage late.
  return { at, ...(await runCommand(connection, ['export', '--package', at], ['--max-old-space-size=256'])) };
}

/** Runs the command line in a process of its own, and looks at its memory, in megabytes, four times a second. */
async function runCommand(connection: Connection, command: readonly string[], bounds: readonly string[] = []) {
  const began = performance.now();
  const program = startProgram([...bounds, '--import', 'tsx', 'src/main.ts', ...command], {
    cwd: cli,
    variables: { DATABASE_URL: formatConnection(connection) },
  });
  const memory: number[] = [];
  while (program.process.exitCode === null) {
    await delay(250);
    const now = residentMemory(program.process.pid ?? 0);
    if (now > 0) memory.push(now);
  }
  if (program.process.exitCode !== 0) throw new Error(`rapporteur ${command[0]} failed:\n${program.said()}`);
  return { seconds: (performance.now() - began) / 1000, memory };
}

/** How many rows the tables have: a line of JSON each. */
function rowsOf(at: string, { resources }: Described): number {
  const lines = resources
    .filter(
      ({ path: file, format }) =>
        format === 'jsonl' && file.startsWith('tables/') && statSync(path.join(at, file)).size > 0,
    )
    .map(({ path: file }) =>
      readFileSync(path.join(at, file)).reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0),
    );
  return lines.reduce((sum, count) => sum + count, 0);
}

/** Writes the tables alone, as CSV and as JSON lines, counted and hashed; gives how long that takes, in seconds. */
async function copyTables(connection: Connection): Promise<number> {
  const sink = directorySink(path.join(ownFolder(), 'tables'));
  const began = performance.now();
  await recordSnapshot(readerConnection(connection), async ({ copy }) => {
    for (const table of tables) {
      await sink.write(`${table.name}.csv`, 'text/csv', copy(copyCsv(table)));
      await sink.write(`${table.name}.jsonl`, 'application/jsonl', copy(copyJsonLines(table)));
    }
  });
  return (performance.now() - began) / 1000;
}

/** COPY of the same published tables as they are, once, and thrown away. */
async function rawCopy(connection: Connection): Promise<{ seconds: number }> {
  const names = tables.map(({ from }) => /^"(\w+)"/.exec(from)?.[1]).filter((name) => name !== undefined);
  const began = performance.now();
  await recordSnapshot(connection, async ({ copy }) => {
    for (const name of names) {
      const nothing = new Writable({ write: (_chunk, _encoding, done) => done() });
      await pipeline(copy(`COPY "${name}" TO STDOUT`), nothing);
    }
  });
  return { seconds: (performance.now() - began) / 1000 };
}

async function importAgain(bundle: string, expected: string): Promise<void> {
  const { connection, owner } = await openDatabase();
  await importers(owner);
  say('Importing the bundle into an empty installation');
  const people = ['--importer', 'importer@example.org', '--reviewer', 'reviewer@example.org'];
  const { seconds, memory } = await runCommand(connection, ['import', bundle, ...people]);
  print('export.again', seconds, 's');
  print('export.again.memory.most', Math.max(...memory), 'MB');
  const found = await recordSnapshot(readerConnection(connection), ({ db }) => recordHash(db));
  print('export.again.same', Number(`sha256:${found}` === expected), '1 = the same record hash');
}
