import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bulkClient } from '@rapporteur/db/bulk';
import { parseConnection } from '@rapporteur/db/connection';
import type { ImportPeople } from '../bundle/import';
import { Dataset } from '../dataset/dataset';
import { importDataset } from '../dataset/import';
import { parseMapping } from '../dataset/parse-mapping';

// A program of its own, to be killed: imports the dataset of a folder, and writes a line for each batch that is kept.
const [address = '', people = '', folder = ''] = process.argv.slice(2);
const [bulk, beside] = [0, 1].map(() => bulkClient(parseConnection(address), { statementTimeout: 60_000 }));
if (!bulk || !beside) throw new Error('There are two clients.');
const mapping = parseMapping(readFileSync(path.join(folder, 'mapping.yaml'), 'utf8'));
const dataset = await Dataset.read(mapping, folder);
await importDataset(bulk, dataset, JSON.parse(people) as ImportPeople, {
  beside,
  onBatch: ({ created }) => process.stdout.write(`${created}\n`),
});
await Promise.all([bulk.close(), beside.close()]);
