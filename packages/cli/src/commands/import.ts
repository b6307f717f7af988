import { readFileSync } from 'node:fs';
import { importBundle } from '@rapporteur/core/bundle/import';
import { Command } from 'commander';
import { callerOf } from '../caller';
import { showProgress } from '../progress';
import { withRecord } from '../with-record';

export const importCommand = (): Command =>
  new Command('import')
    .argument('<file>', 'a bundle (JSON lines, see docs/bundle.md); "-" for standard input')
    .description('import a bundle: all of it, or nothing')
    .requiredOption('--importer <email>', 'the user who brings the texts in')
    .requiredOption('--reviewer <email>', 'another user, who vouches for them and publishes')
    .action((file: string, people: { importer: string; reviewer: string }) =>
      withRecord(async (db) => {
        const text = readFileSync(file === '-' ? 0 : file, 'utf8');
        const [importer, reviewer] = await Promise.all([callerOf(db, people.importer), callerOf(db, people.reviewer)]);
        const report = await importBundle(db, text, { importer, reviewer }, showProgress('Import'));
        console.log(
          Object.entries(report)
            .map(([what, count]) => `${count} ${what}`)
            .join(', '),
        );
      }),
    );
