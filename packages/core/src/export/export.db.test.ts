import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readerConnection } from '@rapporteur/db/connection';
import { migrationFiles } from '@rapporteur/db/migrations';
import { recordSnapshot } from '@rapporteur/db/record-snapshot';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { csvRow, readCell } from '@rapporteur/domain/csv';
import { describe, expect, it } from 'vitest';
import { exportBundle, storedTexts } from '../bundle/export';
import { importBundle } from '../bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { dangerous, exportedRecord, told } from '../testing/exported-record';
import { faultsOfPackage } from '../testing/published-package';
import { schemasFolder } from '../env';
import { publishedSchemas } from '../testing/published-schemas';
import { askForExport, makeExport } from './make';
import { recordHash } from './record-hash';
import { storedFile } from './stored-sink';
import { tables } from './tables';

const { database, writtenTo } = exportedRecord();

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

/** The records of a CSV text (RFC 4180); an unquoted empty cell is null. */
function parseCsv(csv: string): (string | null)[][] {
  const rows: (string | null)[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain || null : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('an export', () => {
  it('describes every file by its size and fingerprint, and every table by its columns', async () => {
    const { at, described } = await writtenTo('whole');
    expect(described.resources.map(({ name }) => name)).toEqual([
      'records',
      'bundle',
      'popolo',
      'issues-skos',
      ...tables.flatMap(({ name }) => [name, `${name}-jsonl`]),
    ]);
    for (const { path: name, bytes, hash, format, schema } of described.resources) {
      const file = readFileSync(path.join(at, name));
      expect({ name, bytes: file.length, hash: `sha256:${sha256(file)}` }).toEqual({ name, bytes, hash });
      if (schema === undefined) continue;
      const columns = schema.fields.map((field) => field.name);
      const lines = file.toString().split('\n').slice(0, -1);
      const rows =
        format === 'csv' ? parseCsv(file.toString()).slice(1) : lines.map((line) => JSON.parse(line) as object);
      if (format === 'csv') expect(parseCsv(file.toString())[0]).toEqual(columns);
      else for (const row of rows) expect(Object.keys(row)).toEqual(columns);
    }
  });

  it('names in each key columns that are there, and has no list of foreign keys without one', async () => {
    const { described } = await writtenTo('keys');
    const columnsOf = new Map(
      described.resources.map(({ name, schema }) => [name, schema?.fields.map((one) => one.name)]),
    );
    for (const { name, schema } of described.resources) {
      if (schema === undefined) continue;
      expect(columnsOf.get(name)).toEqual(expect.arrayContaining(schema.primaryKey));
      expect(schema.foreignKeys?.length).not.toBe(0);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        expect(columnsOf.get(name)).toEqual(expect.arrayContaining(fields));
        expect(columnsOf.get(reference.resource)).toEqual(expect.arrayContaining(reference.fields));
      }
    }
  });

  it.skipIf(schemasFolder() === null)('is as the published schemas of Data Package and Popolo say', async () => {
    const { at } = await writtenTo('published');
    expect(faultsOfPackage(at, publishedSchemas(schemasFolder() ?? ''))).toEqual([]);
  });

  it('says in both forms the same, of which a spreadsheet runs nothing', async () => {
    const { at, described } = await writtenTo('twice');
    for (const { name, path: file, schema } of described.resources.filter(({ format }) => format === 'csv')) {
      const [header = [], ...rows] = parseCsv(readFileSync(path.join(at, file), 'utf8'));
      for (const cell of rows.flat()) expect(cell ?? '').not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      const read = rows.map((row) =>
        Object.fromEntries(
          row.map((cell, index) => {
            const type = schema?.fields[index]?.type;
            const value =
              cell === null ? null : type === 'integer' ? Number(cell) : type === 'string' ? readCell(cell) : cell;
            return [header[index], value];
          }),
        ),
      );
      const lines = readFileSync(path.join(at, `tables/${name}.jsonl`), 'utf8')
        .split('\n')
        .slice(0, -1);
      expect(read).toEqual(lines.map((line) => JSON.parse(line) as unknown));
    }
    const names = readFileSync(path.join(at, 'tables/actor-names.jsonl'), 'utf8');
    for (const text of dangerous) expect(names).toContain(JSON.stringify(text));
  });

  it('neutralises cells by the rule of every other table of the product', async () => {
    const { at } = await writtenTo('rule');
    const rows = parseCsv(readFileSync(path.join(at, 'tables/actor-names.csv'), 'utf8'));
    for (const text of dangerous) {
      const [[cell = ''] = []] = parseCsv(csvRow([text]).replace('\r\n', '\n'));
      expect(rows.map((row) => row[2])).toContain(cell);
    }
  });

  it('has the record hash, which a copy of the record has as well and a changed one has not', async () => {
    const { at, described } = await writtenTo('hash');
    expect(described.recordHash).toBe(`sha256:${sha256(readFileSync(path.join(at, 'records.jsonl')))}`);
    const other = await testDatabase();
    try {
      const people = await samplePeople(other.owner);
      await importBundle(other.owner, readFileSync(path.join(at, 'bundle.jsonl'), 'utf8'), people);
      const hashOf = () => recordSnapshot(readerConnection(other.connection), ({ db }) => recordHash(db));
      expect(`sha256:${await hashOf()}`).toBe(described.recordHash);
      await importBundle(other.owner, bundleOf(sampleState('newland')), people);
      expect(`sha256:${await hashOf()}`).not.toBe(described.recordHash);
    } finally {
      await other.close();
    }
  });
});

describe('the export that is kept', () => {
  it('is asked for again an hour after its job was parked', async () => {
    const { owner } = database();
    const attempts = async () =>
      (
        await owner.$queryRaw<
          { attempts: number }[]
        >`SELECT attempts FROM graphile_worker.jobs WHERE key = 'export.make'`
      ).map((job) => job.attempts);
    const parkedFor = (minutes: number) => owner.$executeRaw`
      UPDATE graphile_worker._private_jobs SET attempts = max_attempts, run_at = now() - ${minutes} * interval '1 minute'
      WHERE key = 'export.make'`;
    await askForExport(owner);
    expect(await attempts()).toEqual([0]);
    await parkedFor(59);
    await askForExport(owner);
    expect(await attempts()).toEqual([6]);
    await parkedFor(61);
    await askForExport(owner);
    expect(await attempts()).toEqual([0]);
    await owner.$executeRaw`SELECT FROM graphile_worker.remove_job('export.make')`;
  });

  it('is made once a version, as the public reads, and is the same file by file', async () => {
    const settings = { ...told, reader: readerConnection(database().connection) };
    const version = await makeExport(database().owner, settings);
    expect(version).toBeGreaterThan(0);
    expect(await makeExport(database().owner, settings)).toBeNull();
    const [shown] = await database().reader.$queryRaw<
      { version: bigint; recordHash: string; files: { path: string; bytes: number; sha256: string }[] }[]
    >`SELECT * FROM public.read_exports()`;
    expect(Number(shown?.version)).toBe(version);
    for (const { path: name, bytes, sha256: hash } of shown?.files ?? []) {
      const chunks: Buffer[] = [];
      for await (const chunk of storedFile(database().owner, BigInt(version ?? 0), name)) chunks.push(chunk as Buffer);
      const file = Buffer.concat(chunks);
      expect({ name, bytes: file.length, hash: sha256(file) }).toEqual({ name, bytes, hash });
    }
    expect(shown?.files.map(({ path: name }) => name)).toEqual(
      expect.arrayContaining([`rapporteur-${version}.zip`, 'dcat.jsonld', 'datapackage.json', 'bundle.jsonl']),
    );
    let bundle = '';
    for await (const line of exportBundle(database().owner, storedTexts(database().owner))) bundle += line;
    expect(shown?.files.find(({ path: name }) => name === 'bundle.jsonl')?.sha256).toBe(sha256(bundle));
  });
});

describe('an export that was made', () => {
  const shown = async (from: TestDatabase) =>
    (await from.reader.$queryRaw<{ version: bigint }[]>`SELECT "version" FROM public.read_exports()`).length;

  const gone = (from: TestDatabase, version: bigint) =>
    from.reader.$queryRaw<object[]>`SELECT "why", "newest" FROM public.read_export_gone(${version})`;

  it('is shown through merges, and no longer once a text that it holds may not be read whole any more', async () => {
    const own = await testDatabase();
    try {
      const people = await samplePeople(own.owner);
      const settings = { ...told, reader: readerConnection(own.connection) };
      await importBundle(own.owner, bundleOf(sampleSource, sampleState(), sampleState('sample-land')), people);
      await makeExport(own.owner, settings);
      const merge = {
        type: 'merge',
        kind: 'actor',
        slug: 'sample-land',
        into: 'actors/sampleland',
        reason: 'One state.',
      };
      await importBundle(own.owner, bundleOf(merge), people);
      expect(await shown(own)).toBe(1);
      const narrowed = {
        ...sampleSource,
        change: 'correct',
        note: 'Only what is cited may be shown.',
        content: { ...sampleSource.content, rights: 'passages' },
      };
      await importBundle(own.owner, bundleOf(narrowed), people);
      expect(await shown(own)).toBe(0);
      // The next one is due at once, and holds that text no more.
      expect(await makeExport(own.owner, settings)).toBeGreaterThan(0);
      expect(await shown(own)).toBe(1);
      const files = await own.owner.exportFile.findMany({ select: { path: true } });
      expect(files.map(({ path: name }) => name)).not.toContain('bundle.jsonl');
      // Of the first one nothing is left but that it was there, and why it went.
      const [first, ...others] = await own.owner.export.findMany({ orderBy: { version: 'asc' } });
      expect([first?.removedFor, others.length]).toEqual(['taken', 1]);
      expect(await own.owner.exportChunk.count({ where: { version: first?.version ?? 0n } })).toBe(0);
      expect(await gone(own, first?.version ?? 0n)).toEqual([{ why: 'taken', newest: others[0]?.version }]);
    } finally {
      await own.close();
    }
  });

  it('gives way to the third newer one, and is told of for good', async () => {
    const own = await testDatabase();
    try {
      const people = await samplePeople(own.owner);
      const settings = { ...told, reader: readerConnection(own.connection) };
      await importBundle(
        own.owner,
        bundleOf(sampleSource, sampleState(), sampleState('one'), sampleState('two')),
        people,
      );
      await own.owner.$executeRaw`
        INSERT INTO "Export" ("version", "recordedAt", "recordHash", "licence", "madeAt")
        SELECT v, now(), 'a', 'CC0-1.0', now() - interval '1 hour' FROM generate_series(1, 3) v`;
      const newest = BigInt((await makeExport(own.owner, settings)) ?? 0);
      const [oldest, second] = [1n, 2n];
      expect(await shown(own)).toBe(3);
      expect(await gone(own, oldest)).toEqual([{ why: 'newer', newest }]);
      expect(await gone(own, second)).toEqual([]);
      expect(await own.owner.exportFile.count({ where: { version: oldest } })).toBe(0);
    } finally {
      await own.close();
    }
  });

  it('is removed by the upgrade where a withdrawal before it takes back a note that it may hold', async () => {
    const own = await testDatabase();
    try {
      const people = await samplePeople(own.owner);
      const settings = { ...told, reader: readerConnection(own.connection) };
      const upgrade = migrationFiles().find(({ name }) => name.endsWith('_exports_before_notes'))?.script ?? '';
      const upgraded = async () => {
        await makeExport(own.owner, settings);
        expect(await shown(own)).toBe(1);
        await own.owner.$executeRawUnsafe(upgrade);
        return shown(own);
      };
      const withdrawal = { type: 'withdrawal', kind: 'actor', reason: 'There is none.' };
      await importBundle(own.owner, bundleOf(sampleSource, sampleState('noted'), sampleState('plain')), people);
      const { content, ...line } = sampleState('noted');
      const corrected = { ...content, description: 'A state by the sea.' };
      const noted = { ...line, content: corrected, change: 'correct', note: 'We had it inland.' };
      await importBundle(own.owner, bundleOf(noted, { ...withdrawal, slug: 'plain' }), people);
      expect(await upgraded()).toBe(1);
      await importBundle(own.owner, bundleOf({ ...withdrawal, slug: 'noted' }), people);
      expect(await upgraded()).toBe(0);
      expect(await own.owner.exportChunk.count()).toBe(0);
    } finally {
      await own.close();
    }
  });
});
