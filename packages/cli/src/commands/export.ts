import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { exportBundle, storedTexts, type FindText } from '@rapporteur/core/bundle/export';
import { dataLicence, siteOrigin } from '@rapporteur/core/env';
import { directorySink } from '@rapporteur/core/export/directory-sink';
import { newestVersion } from '@rapporteur/core/export/make';
import { recordHash } from '@rapporteur/core/export/record-hash';
import { writePackage } from '@rapporteur/core/export/write-package';
import { keepHeapSmall } from '@rapporteur/core/small-heap';
import { parseConnection, readerConnection } from '@rapporteur/db/connection';
import { recordSnapshot, type RecordSnapshot } from '@rapporteur/db/record-snapshot';
import { RapporteurError } from '@rapporteur/domain/errors';
import { Command } from 'commander';
import { showProgress } from '../progress';
import { readSettings } from '../start/settings';
import { withRecord } from '../with-record';

/** Reads as the public reads; only the texts of sources, whatever their rights, come from the owner's side. */
const inSnapshot = <T>(work: (snapshot: RecordSnapshot, texts: FindText) => Promise<T>): Promise<T> =>
  withRecord((db, connection) => {
    keepHeapSmall();
    const { readerUrl } = readSettings();
    const reader = readerUrl ? parseConnection(readerUrl) : readerConnection(connection);
    return recordSnapshot(reader, (snapshot) => work(snapshot, storedTexts(db)));
  });

export const exportCommand = (): Command =>
  new Command('export')
    .argument('[file]', 'for a bundle: a file that is not there yet; "-" for standard output')
    .option('--package <folder>', 'a Data Package in a new folder: CSV, JSON lines and a bundle; see docs/open-data.md')
    .description('write the public record as a bundle, or as a Data Package')
    .action(async (file: string | undefined, { package: folder }: { package?: string }) => {
      if ((file === undefined) === (folder === undefined))
        throw new RapporteurError(
          'invalid_input',
          'Name a file for a bundle, or a folder with --package: one of the two.',
        );
      await inSnapshot((snapshot, texts) =>
        file === undefined ? writeFolder(snapshot, texts, folder ?? '') : writeBundle(snapshot, texts, file),
      );
    });

export const hashCommand = (): Command =>
  new Command('hash')
    .description('print the record hash, which every copy of the record has as well')
    .action(() => inSnapshot(async ({ db }) => console.log(`sha256:${await recordHash(db)}`)));

async function writeBundle({ db }: RecordSnapshot, texts: FindText, file: string): Promise<void> {
  const out = file === '-' ? process.stdout : createWriteStream(file, { flags: 'wx' });
  let lines = 0;
  const counted = async function* () {
    for await (const line of exportBundle(db, texts)) {
      lines += 1;
      yield line;
    }
  };
  await pipeline(counted, out, { end: file !== '-' });
  if (file !== '-') console.log(`${lines - 1} records written to ${file}.`);
}

async function writeFolder(snapshot: RecordSnapshot, texts: FindText, folder: string): Promise<void> {
  const newest = await newestVersion(snapshot.db);
  if (newest === null) throw new RapporteurError('not_found', 'Nothing is public yet, so there is nothing to export.');
  const { host, webPort } = readSettings();
  const about = {
    version: Number(newest.sequence),
    recordedAt: newest.recordedAt.toISOString(),
    site: siteOrigin({ WEB_ORIGIN: process.env['WEB_ORIGIN'] || `http://${host}:${webPort}` }),
    licence: dataLicence(),
  };
  const { recordHash: hash, files } = await writePackage(snapshot, about, directorySink(folder), {
    texts,
    onProgress: showProgress('export'),
  });
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0).toLocaleString('en');
  console.log(`Version ${about.version} of the record: ${files.length} files, ${bytes} bytes, in ${folder}.`);
  console.log(`Record hash sha256:${hash}`);
}
