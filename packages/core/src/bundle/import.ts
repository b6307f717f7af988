import type { CopyRows } from '@rapporteur/db/bulk';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { holdOffPublications } from '../record/publish';
import { bytesOfText, type BundleBytes } from './bytes';
import { writeDrafts } from './drafts';
import { endRecords } from './endings';
import { Handles } from './handles';
import { readOutline, type Outline } from './outline';
import { Problems } from './parse';
import { requirePeople, type ImportPeople, type ImportProgress } from './people';
import { publishDrafts } from './publish';
import { SourceTexts } from './source-texts';
import { publishTranslations } from './translations';

export type { ImportPeople } from './people';

export interface ImportReport {
  created: number;
  changed: number;
  unchanged: number;
  translated: number;
  withdrawn: number;
  merged: number;
}

interface Options {
  onProgress?: (progress: ImportProgress) => void;
  /** Of the client, where it can write by COPY. */
  copy?: CopyRows;
}

/** How long an import may take, in milliseconds. */
const importTimeout = 6 * 3_600_000;

/**
 * Imports a bundle through the lifecycle, in one transaction: drafts by the importer, approval and publication by the
 * reviewer; then translations; then what was withdrawn and merged. Refuses with `invalid_input` and every problem's line and
 * field; nothing of a refused bundle is kept, nor of one that is broken off. It is read twice, and never held: first where
 * each line stands and what it names, then line by line, in portions.
 */
export async function importBundle(
  db: PrismaClient,
  bundle: string | BundleBytes,
  people: ImportPeople,
  { onProgress = () => undefined, copy }: Options = {},
): Promise<ImportReport> {
  requirePeople(people);
  const bytes = typeof bundle === 'string' ? bytesOfText(bundle) : bundle;
  const outline = await readOutline(bytes, (done) => onProgress({ doing: 'reading bytes', done, of: bytes.length }));
  return transaction(db, (tx) => importLines(tx, bytes, outline, { people, onProgress, copy }), {
    timeout: importTimeout,
  });
}

async function importLines(
  tx: Transaction,
  bytes: BundleBytes,
  outline: Outline,
  {
    people,
    onProgress,
    copy,
  }: { people: ImportPeople; onProgress: (progress: ImportProgress) => void } & {
    copy: CopyRows | undefined;
  },
): Promise<ImportReport> {
  const problems = new Problems();
  const { records, translations, endings } = outline;
  const handles = await Handles.of(tx, outline, problems);
  problems.refuseIfAny();
  const context = { bytes, handles, people, problems };
  const drafts = await writeDrafts(tx, records, {
    ...context,
    // Nobody needs them afterwards.
    texts: await SourceTexts.store(tx, bytes, records, handles),
    onWritten: (done) => onProgress({ doing: 'writing drafts', done, of: records.length }),
  });
  problems.refuseIfAny();
  await publishDrafts(tx, drafts.written, records, {
    reviewer: people.reviewer,
    copy,
    onWritten: (done) => onProgress({ doing: 'publishing', done, of: drafts.written.length }),
  });
  // What follows locks what is public already.
  if (translations.length + endings.length > 0) await holdOffPublications(tx);
  const translated = await publishTranslations(tx, translations, {
    ...context,
    onWritten: (done) => onProgress({ doing: 'translating', done, of: translations.length }),
  });
  problems.refuseIfAny();
  const ended = await endRecords(tx, endings, handles, people.reviewer, problems);
  problems.refuseIfAny();
  const count = (what: (typeof ended)[number]) => ended.filter((each) => each === what).length;
  return {
    created: drafts.created,
    changed: drafts.changed,
    unchanged: drafts.unchanged + translated.unchanged + count('unchanged'),
    translated: translated.translated,
    withdrawn: count('withdrawn'),
    merged: count('merged'),
  };
}
