import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bulkClient } from '@rapporteur/db/bulk';
import type { TestDatabase } from '@rapporteur/db/testing/database';
import { scratchFolder } from '@rapporteur/db/testing/scratch-folder';
import type { ImportPeople } from '../bundle/import';
import { samplePeople } from '../bundle/sample';
import { Dataset } from '../dataset/dataset';
import type { Preferred } from '../dataset/fate';
import { importDataset, type DatasetReport } from '../dataset/import';
import { parseMapping } from '../dataset/parse-mapping';
import type { HowChanged } from '../dataset/write-batch';
import { publish } from '../record/publish';
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
