import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bulkClient } from '@rapporteur/db/bulk';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { scratchFolder } from '@rapporteur/db/testing/scratch-folder';
import { afterAll, beforeAll } from 'vitest';
import type { ImportPeople } from '../bundle/import';
import { samplePeople } from '../bundle/sample';
import { Dataset } from '../dataset/dataset';
import type { Preferred } from '../dataset/fate';
import { importDataset, type DatasetReport } from '../dataset/import';
import { parseMapping } from '../dataset/parse-mapping';
import type { HowChanged } from '../dataset/write-batch';
import { publish } from '../record/publish';
import { getRecord } from '../record/read';
import { approve } from '../record/review';
import { saveDraft } from '../record/save';
import { submit } from '../record/submit';

/** The dataset of docs/datasets.md, as it stands there. */
export function guideDataset(): { sittings: string; votes: string; mapping: string } {
  const guide = readFileSync(new URL('../../../../docs/datasets.md', import.meta.url), 'utf8');
  const [sittings = '', votes = ''] = [...guide.matchAll(/```csv\n([^]*?)```/g)].map(([, text = '']) => text);
  const mapping = /```yaml\n([^]*?)```/.exec(guide)?.[1] ?? '';
  return { sittings, votes, mapping };
}

/** What differs from the dataset of the guide, and how it is imported. */
export interface Given {
  sittings?: string;
  votes?: string;
  mapping?: string;
  people?: ImportPeople;
  dryRun?: boolean;
  how?: HowChanged;
  prefer?: Preferred;
  onBatch?: () => void;
}

export interface DatasetImports {
  people: ImportPeople;
  run: (given: Given) => Promise<DatasetReport>;
  /** Changes a public record as editors do at the desk. */
  correct: (kind: 'event' | 'source', slug: string, change: Record<string, unknown>) => Promise<void>;
  close: () => Promise<void>;
}

/** Imports of the dataset of the guide into a database, from files of their own. */
export async function datasetImports(database: TestDatabase): Promise<DatasetImports> {
  const { owner } = database;
  const people = await samplePeople(owner);
  const bulk = bulkClient(database.connection, { statementTimeout: 60_000 });
  const folder = scratchFolder('dataset');
  const guide = guideDataset();
  return {
    people,
    run: async (given) => {
      writeFileSync(path.join(folder, 'sittings.csv'), given.sittings ?? guide.sittings);
      writeFileSync(path.join(folder, 'votes.csv'), given.votes ?? guide.votes);
      const dataset = await Dataset.read(parseMapping(given.mapping ?? guide.mapping), folder);
      const { dryRun = false, how, prefer, onBatch = () => undefined } = given;
      return importDataset(bulk, dataset, given.people ?? people, { dryRun, how, prefer, onBatch });
    },
    correct: async (kind, slug, change) => {
      const { id, lockVersion } = await owner.record.findUniqueOrThrow({ where: { kind_slug: { kind, slug } } });
      const live = await owner.revision.findFirstOrThrow({ where: { recordId: id, state: 'live' } });
      const at = (expectedVersion: number) => ({ id, expectedVersion });
      const content = { ...(live.content as object), ...change };
      const { citations } = live;
      const draft = await saveDraft(owner, people.importer, {
        ...at(lockVersion),
        content,
        citations,
        change: 'update',
      });
      const submitted = await submit(owner, people.importer, at(draft.lockVersion));
      const approved = await approve(owner, people.reviewer, at(submitted.lockVersion));
      await publish(owner, people.reviewer, at(approved.lockVersion));
    },
    close: async () => {
      await bulk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What an import counts of its records. */
export const counted = ({ created, changed, unchanged, ended }: DatasetReport) => ({
  created,
  changed,
  unchanged,
  ended,
});

/** A database of its own for the tests of a file, into which the dataset of the guide is imported, altered or not. */
export function importedGuide() {
  let database: TestDatabase;
  let imports: DatasetImports;
  beforeAll(async () => {
    database = await testDatabase();
    imports = await datasetImports(database);
  });
  afterAll(async () => {
    await imports?.close();
    await database?.close();
  });
  const run = (given: Given = {}) => imports.run(given);
  return {
    database: () => database,
    people: () => imports.people,
    run,
    correct: (...given: Parameters<DatasetImports['correct']>) => imports.correct(...given),
    refusal: (given: Given): Promise<unknown> =>
      run(given).then(
        () => null,
        (error: unknown) => error,
      ),
    /** How many rows every table that an import writes to holds. */
    rows: async () => {
      const { owner: db } = database;
      return Promise.all([
        db.record.count(),
        db.revision.count(),
        db.review.count(),
        db.auditEntry.count(),
        db.publication.count(),
        db.choice.count(),
        db.reference.count(),
      ]);
    },
    /** A vote as readers have it. */
    vote: async (slug: string) => {
      const answer = await getRecord(database.reader, { kind: 'event', slug });
      if (answer?.found !== 'live' || answer.record.kind !== 'event') throw new Error(`the vote ${slug} is not public`);
      return answer.record;
    },
  };
}
