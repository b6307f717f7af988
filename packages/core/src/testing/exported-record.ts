import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { recordSnapshot } from '@rapporteur/db/record-snapshot';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll } from 'vitest';
import { storedTexts } from '../bundle/export';
import { importBundle } from '../bundle/import';
import { bundleOf, sampleMeeting, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { directorySink } from '../export/directory-sink';
import { writePackage } from '../export/write-package';

/** What an export tells of where it is from, and of which publication. */
export const told = { site: 'https://record.example.org', licence: 'CC-BY-4.0' } as const;
export const about = { ...told, version: 1, recordedAt: '2021-05-06T00:00:00.000Z' };

/** Names that a spreadsheet would run. */
export const dangerous = [
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

export const calm = {
  type: 'record',
  kind: 'issue',
  slug: 'calm',
  content: { question: 'Was the meeting calm?', shortTitle: 'Calm', description: null, programmes: [] },
  citations: [{ ...sampleState().citations[0], field: '/question' }],
};

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

interface ExportedRecord {
  database: () => TestDatabase;
  /** A place of its own for an export; removed after the tests. */
  place: (name: string) => string;
  /** Writes an export of the record to such a place. */
  writtenTo: (name: string) => Promise<{ at: string; described: Described }>;
}

/** A record for the tests of a file, with a state of dangerous names, one that belongs to another, and an issue. */
export function exportedRecord(): ExportedRecord {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await testDatabase();
    folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-export-'));
    const people = await samplePeople(database.owner);
    const records = [sampleState(), sampleMeeting, member(), calm, hostile()];
    await importBundle(database.owner, bundleOf(sampleSource, ...records), people);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.close();
  });
  const place = (name: string) => path.join(folder, name);
  return {
    database: () => database,
    place,
    writtenTo: async (name) => {
      const at = place(name);
      await recordSnapshot(database.connection, (snapshot) =>
        writePackage(snapshot, about, directorySink(at), { texts: storedTexts(snapshot.db) }),
      );
      return { at, described: JSON.parse(readFileSync(path.join(at, 'datapackage.json'), 'utf8')) as Described };
    },
  };
}

function hostile() {
  const state = sampleState('hostile-land');
  const names = dangerous.map((text) => ({ text, language: 'en', use: 'alias' }));
  const content = { ...state.content, names: [...state.content.names, ...names] };
  const citations = content.names.map((_, at) => ({ ...state.citations[0], field: `/names/${at}` }));
  return { ...state, content, citations };
}

function member() {
  const state = sampleState('memberland');
  const memberships = [{ organisation: 'actors/sampleland', role: null, period: '2001-02-03/..' }];
  return {
    ...state,
    content: { ...state.content, memberships },
    citations: [...state.citations, { ...state.citations[0], field: '/memberships/0' }],
  };
}
