import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { exportBundle } from '@rapporteur/core/bundle/export';
import { Command } from 'commander';
import { withRecord } from '../with-record';

export const exportCommand = (): Command =>
  new Command('export')
    .argument('<file>', 'a file that is not there yet; "-" for standard output')
    .description('write the public record as a bundle')
    .action((file: string) =>
      withRecord(async (db) => {
        const out = file === '-' ? process.stdout : createWriteStream(file, { flags: 'wx' });
        let lines = 0;
        const counted = async function* () {
          for await (const line of exportBundle(db)) {
            lines += 1;
            yield line;
          }
        };
        await pipeline(counted, out, { end: file !== '-' });
        if (file !== '-') console.log(`${lines - 1} records written to ${file}.`);
      }),
    );
