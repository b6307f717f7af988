import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readerConnection } from '@rapporteur/db/connection';
import { recordSnapshot } from '@rapporteur/db/record-snapshot';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { csvRow, readCell } from '@rapporteur/domain/csv';
import jsonld from 'jsonld';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportBundle, storedTexts } from '../bundle/export';
import { importBundle } from '../bundle/import';
import { faultsOfPackage } from '../testing/published-package';
import { givenSchemas, publishedSchemas } from '../testing/published-schemas';
import { bundleOf, sampleMeeting, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { dcat } from './dcat';
import { directorySink } from './directory-sink';
import { askForExport, makeExport } from './make';
import { recordHash } from './record-hash';
import { storedFile } from './stored-sink';
import { tables } from './tables';
import { writePackage } from './write-package';

const told = { site: 'https://record.example.org', licence: 'CC-BY-4.0' } as const;
const dangerous = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  "'=1",
  '=cmd|"/C calc"!A0',
  'plain, "quoted"',
];

const calm = {
  type: 'record',
  kind: 'issue',
  slug: 'calm',
  content: { question: 'Was the meeting calm?', shortTitle: 'Calm', description: null, programmes: [] },
  citations: [{ ...sampleState().citations[0], field: '/question' }],
};

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-export-'));
  const people = await samplePeople(database.owner);
  const hostile = sampleState('hostile-land');
  const names = dangerous.map((text) => ({ text, language: 'en', use: 'alias' }));
  const content = { ...hostile.content, names: [...hostile.content.names, ...names] };
  const citations = content.names.map((_, at) => ({ ...hostile.citations[0], field: `/names/${at}` }));
  const cited = (field: string) => ({ ...hostile.citations[0], field });
  const plain = sampleState('memberland');
  const member = {
    ...plain,
    content: {
      ...plain.content,
      memberships: [{ organisation: 'actors/sampleland', role: null, period: '2001-02-03/..' }],
    },
    citations: [...plain.citations, cited('/memberships/0')],
  };
  await importBundle(
    database.owner,
    bundleOf(sampleSource, sampleState(), sampleMeeting, member, calm, { ...hostile, content, citations }),
    people,
  );
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

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

interface Described {
  recordHash: string;
  resources: {
    name: string;
    path: string;
    bytes: number;
    hash: string;
    format: string;
    schema?: {
      fields: { name: string; type: string; constraints?: object }[];
      primaryKey: string[];
      foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
    };
  }[];
}

async function writtenTo(name: string): Promise<{ at: string; described: Described }> {
  const at = path.join(folder, name);
  await recordSnapshot(database.connection, (snapshot) =>
    writePackage(snapshot, { ...told, version: 1, recordedAt: '2021-05-06T00:00:00.000Z' }, directorySink(at), {
      texts: storedTexts(snapshot.db),
    }),
  );
  return { at, described: JSON.parse(readFileSync(path.join(at, 'datapackage.json'), 'utf8')) as Described };
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

  it.skipIf(givenSchemas() === null)('is as the published schemas of Data Package and Popolo say', async () => {
    const { at } = await writtenTo('published');
    expect(faultsOfPackage(at, publishedSchemas(givenSchemas() ?? ''))).toEqual([]);
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
    const { owner } = database;
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
    const settings = { ...told, reader: readerConnection(database.connection) };
    const version = await makeExport(database.owner, settings);
    expect(version).toBeGreaterThan(0);
    expect(await makeExport(database.owner, settings)).toBeNull();
    const [shown] = await database.reader.$queryRaw<
      { version: bigint; recordHash: string; files: { path: string; bytes: number; sha256: string }[] }[]
    >`SELECT * FROM public.read_exports()`;
    expect(Number(shown?.version)).toBe(version);
    for (const { path: name, bytes, sha256: hash } of shown?.files ?? []) {
      const chunks: Buffer[] = [];
      for await (const chunk of storedFile(database.owner, BigInt(version ?? 0), name)) chunks.push(chunk as Buffer);
      const file = Buffer.concat(chunks);
      expect({ name, bytes: file.length, hash: sha256(file) }).toEqual({ name, bytes, hash });
    }
    expect(shown?.files.map(({ path: name }) => name)).toEqual(
      expect.arrayContaining([`rapporteur-${version}.zip`, 'dcat.jsonld', 'datapackage.json', 'bundle.jsonl']),
    );
    let bundle = '';
    for await (const line of exportBundle(database.owner, storedTexts(database.owner))) bundle += line;
    expect(shown?.files.find(({ path: name }) => name === 'bundle.jsonl')?.sha256).toBe(sha256(bundle));
  });
});

describe('an export that was made', () => {
  const shown = async (from: TestDatabase) =>
    (await from.reader.$queryRaw<{ version: bigint }[]>`SELECT "version" FROM public.read_exports()`).length;

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
    } finally {
      await own.close();
    }
  });
});

describe('what other systems read of it', () => {
  const quads = async (text: string) =>
    String(await jsonld.toRDF(JSON.parse(text) as object, { format: 'application/n-quads' }));

  it('is a concept scheme of issues, and a catalogue entry with every file', async () => {
    const { at } = await writtenTo('linked');
    const scheme = await quads(readFileSync(path.join(at, 'issues.skos.jsonld'), 'utf8'));
    expect(scheme).toContain(
      '<https://record.example.org/issues> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2004/02/skos/core#ConceptScheme>',
    );
    expect(scheme).toContain(
      '<https://record.example.org/issues> <http://www.w3.org/2004/02/skos/core#hasTopConcept> <https://record.example.org/issues/calm>',
    );
    expect(scheme).toContain(
      '<https://record.example.org/issues/calm> <http://www.w3.org/2004/02/skos/core#prefLabel> "Calm"@en',
    );
    const about = { ...told, version: 1, recordedAt: '2021-05-06T00:00:00.000Z' };
    const files = [{ path: 'tables/a.csv', mediaType: 'text/csv', bytes: 3, sha256: 'ab'.repeat(32) }];
    const entry = await quads(JSON.stringify(dcat(about, 'cd'.repeat(32), files)));
    expect(entry).toContain('<http://www.w3.org/ns/dcat#downloadURL> <https://record.example.org/data/1/tables/a.csv>');
    expect(entry).toContain(
      '<http://www.w3.org/ns/dcat#byteSize> "3"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>',
    );
    expect(entry).toContain(`"${'ab'.repeat(32)}"^^<http://www.w3.org/2001/XMLSchema#hexBinary>`);
  });

  it('has no label of an issue in another language that no longer says what the record says', async () => {
    const own = await testDatabase();
    try {
      const people = await samplePeople(own.owner);
      const at = path.join(folder, 'labels');
      const labels = async (name: string) => {
        await recordSnapshot(readerConnection(own.connection), (snapshot) =>
          writePackage(
            snapshot,
            { ...told, version: 1, recordedAt: '2021-05-06T00:00:00.000Z' },
            directorySink(path.join(at, name)),
            { texts: null },
          ),
        );
        return quads(readFileSync(path.join(at, name, 'issues.skos.jsonld'), 'utf8'));
      };
      const texts = { '/shortTitle': 'Спокій', '/question': 'Чи була зустріч спокійною?' };
      const translated = { type: 'translation', kind: 'issue', slug: 'calm', language: 'uk', texts };
      await importBundle(own.owner, bundleOf(sampleSource, calm, translated), people);
      const both = await labels('both');
      expect(both).toContain('prefLabel> "Спокій"@uk');
      const renamed = {
        ...calm,
        content: { ...calm.content, shortTitle: 'Haste' },
        change: 'correct',
        note: 'It was not.',
      };
      await importBundle(own.owner, bundleOf(renamed), people);
      const one = await labels('one');
      expect(one).not.toContain('Спокій');
      expect(one).toContain('definition> "Чи була зустріч спокійною?"@uk');
    } finally {
      await own.close();
    }
  });

  it('is Popolo: who is a person or an organization, and who belonged to which', async () => {
    const { at } = await writtenTo('popolo');
    const all = JSON.parse(readFileSync(path.join(at, 'popolo.json'), 'utf8')) as Record<
      string,
      Record<string, unknown>[]
    >;
    expect(all['persons']).toEqual([]);
    const [hostile] = all['organizations']?.filter(({ links }) => JSON.stringify(links).includes('hostile-land')) ?? [];
    expect(hostile).toMatchObject({ classification: 'state', identifiers: [] });
    const names = dangerous.map((name): unknown => expect.objectContaining({ name }));
    expect(hostile?.['other_names']).toEqual(expect.arrayContaining(names));
    const organizations = new Set(all['organizations']?.map(({ id }) => id));
    expect(all['memberships']).toHaveLength(1);
    for (const { member_id: member, organization_id: organization, start_date: start } of all['memberships'] ?? []) {
      expect([organizations.has(member), organizations.has(organization)]).toEqual([true, true]);
      expect(start).toBe('2001-02-03');
    }
  });
});
