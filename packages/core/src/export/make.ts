import { Readable, type PassThrough } from 'node:stream';
import type { Connection } from '@rapporteur/db/connection';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { recordSnapshot, type RecordSnapshot } from '@rapporteur/db/record-snapshot';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { ZipFile } from 'yazl';
import type { FindText } from '../bundle/export';
import { nameOf, type About } from './about';
import { enqueue } from '../job/enqueue';
import { dcat } from './dcat';
import type { ExportFile, Sink } from './sink';
import { storedFile, storedSink } from './stored-sink';
import { writePackage } from './write-package';

/** After an export a record that goes on changing gets none for so long, in milliseconds. */
const pause = 3_600_000;
/** How many exports are kept with their files. Those that may not be shown any more are not. */
const kept = 3;

export interface ExportSettings extends Pick<About, 'site' | 'licence'> {
  /** How the public reads: as whom the export reads, so that what is not public cannot be in it. */
  reader: Connection;
}

/**
 * Makes an export of the record as it is public now, where one is due: there is none of this version, and either none may be
 * shown, or the newest is an hour old. What was broken off is begun anew. Answers its version, or null where none was due.
 */
export async function makeExport(db: PrismaClient, { reader, ...told }: ExportSettings): Promise<number | null> {
  if (!(await isDue(db))) return null;
  const made = await recordSnapshot(reader, async (snapshot) => {
    const newest = await newestVersion(snapshot.db);
    if (newest === null) return null;
    const about = { ...told, version: Number(newest.sequence), recordedAt: newest.recordedAt.toISOString() };
    await storeExport(db, snapshot, about);
    return about.version;
  });
  await removeOld(db);
  return made;
}

/** The version of the record that a snapshot shows; null where nothing was ever published. */
export const newestVersion = (db: Transaction): Promise<{ sequence: bigint; recordedAt: Date } | null> =>
  db.publication.findFirst({ orderBy: { sequence: 'desc' }, select: { sequence: true, recordedAt: true } });

/**
 * Adds the job that makes an export, where one is due and none is there that makes it, or has failed to within the hour. One that
 * was parked before is tried again: what hindered it may be over, and it would stand in the way of all exports to come.
 */
export async function askForExport(db: PrismaClient): Promise<void> {
  if (!(await isDue(db))) return;
  await transaction(db, async (tx) => {
    await tx.$executeRaw`
      SELECT FROM graphile_worker.reschedule_jobs(ARRAY(
        SELECT id FROM graphile_worker.jobs WHERE key = 'export.make' AND locked_at IS NULL AND attempts >= max_attempts
          AND run_at < now() - ${pause} * interval '1 millisecond'), run_at => now(), attempts => 0)`;
    await enqueue(tx, 'export.make', {}, { key: 'export.make', unlessThere: true });
  });
}

async function isDue(db: PrismaClient): Promise<boolean> {
  const [row] = await db.$queryRaw<{ newest: bigint | null; shown: bigint | null; age: number }[]>`
    SELECT (SELECT max("sequence") FROM "Publication") AS "newest", max(e."version") AS "shown",
      (extract(epoch FROM clock_timestamp() - max(e."madeAt")) * 1000)::float8 AS "age"
    FROM history.shown_exports() e`;
  if (!row || row.newest === null) return false;
  return row.shown === null || (row.shown < row.newest && row.age >= pause);
}

async function storeExport(db: PrismaClient, snapshot: RecordSnapshot, about: About): Promise<void> {
  const version = BigInt(about.version);
  await db.export.deleteMany({ where: { version } });
  await db.export.create({
    data: { version, recordedAt: new Date(about.recordedAt), licence: about.licence },
  });
  const sink = storedSink(db, version);
  const texts = (await holdsTextsBack(snapshot.db)) ? null : publicTexts(snapshot.db);
  const { recordHash, files } = await writePackage(snapshot, about, sink, { texts });
  const zip = await storeZip(db, sink, about, files);
  const entry = `${JSON.stringify(dcat(about, recordHash, [zip, ...files]), null, 1)}\n`;
  await sink.write('dcat.jsonld', 'application/ld+json', Readable.from([Buffer.from(entry)]));
  await db.export.update({ where: { version }, data: { recordHash, madeAt: new Date() } });
}

/** A bundle needs every text whole; of a source whose rights allow passages only, the public has none. */
async function holdsTextsBack(db: Transaction): Promise<boolean> {
  return (await db.sourceVersion.findFirst({ where: { text: null }, select: { id: true } })) !== null;
}

const publicTexts =
  (db: Transaction): FindText =>
  async (sha256) =>
    (await db.sourceVersion.findFirst({ where: { sha256, text: { not: null } }, select: { text: true } }))?.text ??
    null;

/** All files in one, as they are stored. */
async function storeZip(db: PrismaClient, sink: Sink, about: About, files: readonly ExportFile[]): Promise<ExportFile> {
  const zip = new ZipFile();
  const folder = nameOf(about);
  for (const { path, bytes } of files) {
    zip.addReadStreamLazy(
      `${folder}/${path}`,
      { mtime: new Date(about.recordedAt), mode: 0o100644, size: bytes },
      (give) => give(null, storedFile(db, BigInt(about.version), path)),
    );
  }
  zip.end();
  // The library tells of a file that cannot be read beside its output, which would otherwise wait for ever.
  const output = zip.outputStream as PassThrough;
  zip.on('error', (error: Error) => output.destroy(error));
  return sink.write(`${folder}.zip`, 'application/zip', output);
}

/**
 * Removes the files of all exports but the newest that may be shown. That an export was there stays on record, with its record
 * hash and why it went, because it is cited by its address. Of what was broken off nothing stays.
 */
async function removeOld(db: PrismaClient): Promise<void> {
  await transaction(db, async (tx) => {
    await tx.$executeRaw`
      WITH shown AS (SELECT "version" FROM history.shown_exports())
      UPDATE "Export" e SET "removedAt" = clock_timestamp(),
        "removedFor" = CASE WHEN e."version" IN (SELECT "version" FROM shown) THEN 'newer' ELSE 'taken' END
      WHERE e."madeAt" IS NOT NULL AND e."removedAt" IS NULL
        AND e."version" NOT IN (SELECT "version" FROM shown ORDER BY "version" DESC LIMIT ${kept})`;
    await tx.exportFile.deleteMany({ where: { export: { removedAt: { not: null } } } });
    await tx.export.deleteMany({ where: { madeAt: null } });
  });
}
