import { withBundleFile, withBundleStream, type BundleBytes } from '@rapporteur/core/bundle/bytes';
import { importBundle } from '@rapporteur/core/bundle/import';
import { keepHeapSmall } from '@rapporteur/core/small-heap';
import { bulkClient } from '@rapporteur/db/bulk';
import { Command } from 'commander';
import { callerOf } from '../caller';
import { showProgress } from '../progress';
import { withRecord } from '../with-record';

/** How long one statement may take, in milliseconds: each portion writes tens of thousands of rows. */
const statementTimeout = 600_000;

export const importCommand = (): Command =>
  new Command('import')
    .argument('<file>', 'a bundle (JSON lines, see docs/bundle.md); "-" for standard input')
    .description('import a bundle: all of it, or nothing')
    .requiredOption('--importer <email>', 'the user who brings the texts in')
    .requiredOption('--reviewer <email>', 'another user, who vouches for them and publishes')
    .action((file: string, people: { importer: string; reviewer: string }) =>
      withRecord(async (db, connection) => {
        keepHeapSmall();
        const [importer, reviewer] = await Promise.all([callerOf(db, people.importer), callerOf(db, people.reviewer)]);
        const bulk = bulkClient(connection, { statementTimeout });
        try {
          const report = await withBundle(file, (bytes) =>
            importBundle(
              bulk.db,
              bytes,
              { importer, reviewer },
              { copy: bulk.copy, onProgress: showProgress('Import') },
            ),
          );
          console.log(
            Object.entries(report)
              .map(([what, count]) => `${count} ${what}`)
              .join(', '),
          );
        } finally {
          await bulk.close();
        }
      }),
    );

const withBundle = <T>(file: string, work: (bytes: BundleBytes) => Promise<T>): Promise<T> =>
  file === '-' ? withBundleStream(process.stdin, work) : withBundleFile(file, work);
