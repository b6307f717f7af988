import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Dataset } from '@rapporteur/core/dataset/dataset';
import { importDataset } from '@rapporteur/core/dataset/import';
import { parseMapping } from '@rapporteur/core/dataset/parse-mapping';
import { verify } from '@rapporteur/core/verify';
import { bulkClient } from '@rapporteur/db/bulk';
import { openDatabase } from './database';
import { endLater } from './endings';
import { print } from './figure';
import { say } from './progress';

const mappings = fileURLToPath(new URL('../../../datasets', import.meta.url));

export async function run([folder = '', most = '']: readonly string[]): Promise<void> {
  const { connection, owner } = await openDatabase();
  const people = await Promise.all(
    ['publisher', 'publisher'].map(async (role, index) => {
      const { id } = await owner.user.create({
        data: { id: `person-${index}`, email: `p${index}@example.org`, name: `P ${index}`, role },
      });
      return { userId: id, role: role as 'publisher' };
    }),
  );
  const [importer, reviewer] = people;
  if (!importer || !reviewer) throw new Error('no people');
  const mapping = parseMapping(readFileSync(`${mappings}/un-votes.yaml`, 'utf8'));
  const bulk = bulkClient(connection, { statementTimeout: 600_000 });
  endLater(() => bulk.close());
  const began = performance.now();
  const dataset = await Dataset.read(mapping, folder, say);
  say('read');
  if (most !== '') for (const rows of [dataset.table('roll_calls').rows]) rows.splice(Number(most));
  const report = await importDataset(
    bulk,
    dataset,
    { importer, reviewer },
    { onProgress: ({ doing, done, of }) => say(`${doing} ${done} of ${of}`) },
  );
  say(JSON.stringify({ ...report, actors: report.actors.length }));
  print('import.votes', (performance.now() - began) / 1000, 's');
  const again = performance.now();
  const second = await importDataset(bulk, dataset, { importer, reviewer });
  say(JSON.stringify({ ...second, actors: second.actors.length }));
  print('import.again', (performance.now() - again) / 1000, 's');
  const verifying = performance.now();
  const findings = await verify(owner, say);
  for (const finding of findings.slice(0, 10)) say(JSON.stringify(finding));
  print('findings', findings.length, '');
  print('verify', (performance.now() - verifying) / 1000, 's');
  print('memory', process.resourceUsage().maxRSS / 1000, 'MB');
}
