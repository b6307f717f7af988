import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ImportPeople } from '@rapporteur/core/bundle/import';
import { Dataset } from '@rapporteur/core/dataset/dataset';
import { importDataset } from '@rapporteur/core/dataset/import';
import { parseMapping } from '@rapporteur/core/dataset/parse-mapping';
import { bulkClient } from '@rapporteur/db/bulk';
import type { Connection } from '@rapporteur/db/connection';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { endLater } from './endings';
import { say } from './progress';

const mapping = fileURLToPath(new URL('../../../datasets/un-votes.yaml', import.meta.url));

/** The two people whom an import needs. */
export async function importers(owner: PrismaClient): Promise<ImportPeople> {
  const add = (id: string) =>
    owner.user.create({ data: { id, email: `${id}@example.org`, name: id, role: 'publisher' } });
  const [importer, reviewer] = [await add('importer'), await add('reviewer')];
  return {
    importer: { userId: importer.id, role: 'publisher' },
    reviewer: { userId: reviewer.id, role: 'publisher' },
  };
}

/** Fills an empty record with the votes of the General Assembly in a folder. */
export async function importVotes(connection: Connection, owner: PrismaClient, folder: string): Promise<void> {
  const bulk = bulkClient(connection, { statementTimeout: 600_000 });
  endLater(() => bulk.close());
  const dataset = await Dataset.read(parseMapping(readFileSync(mapping, 'utf8')), folder, { onFile: say });
  await importDataset(bulk, dataset, await importers(owner), {
    onProgress: ({ doing, done, of }) => say(`${doing} ${done} of ${of}`),
  });
}
