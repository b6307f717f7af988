import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { writeDrafts } from './drafts';
import { endRecords } from './endings';
import { Handles } from './handles';
import { isOf } from './lines';
import type { ImportPeople, ImportProgress } from './people';
import { holdOffPublications } from '../record/publish';
import { parseBundle, Problems, type NumberedLine } from './parse';
import { publishDrafts } from './publish';
import { SourceTexts } from './quotes';
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

/** How long an import may take, in milliseconds. */
const importTimeout = 3_600_000;

/**
 * Imports a bundle through the lifecycle, in one transaction: drafts by the importer, approval and publication by the
 * reviewer; then translations; then what was withdrawn and merged. Refuses with `invalid_input` and every problem's line and field; nothing
 * of a refused bundle is kept.
 */
export async function importBundle(
  db: PrismaClient,
  text: string,
  people: ImportPeople,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<ImportReport> {
  const lines = parseBundle(text);
  return transaction(db, (tx) => importLines(tx, lines, people, onProgress), { timeout: importTimeout });
}

async function importLines(
  tx: Transaction,
  lines: readonly NumberedLine[],
  people: ImportPeople,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportReport> {
  const problems = new Problems();
  const records = lines.filter(isOf('record'));
  const handles = await Handles.of(tx, lines, problems);
  const texts = await SourceTexts.store(tx, records, handles, problems);
  problems.refuseIfAny();
  const drafts = await writeDrafts(tx, records, { handles, texts, people, problems, onProgress });
  problems.refuseIfAny();
  onProgress({ doing: 'publishing', done: 0, of: drafts.written.length });
  await publishDrafts(tx, drafts.written, records, people.reviewer);
  // What follows locks what is public already.
  if (lines.some((line) => !isOf('record')(line))) await holdOffPublications(tx);
  const translations = await publishTranslations(tx, lines, { handles, people, problems });
  problems.refuseIfAny();
  const ended = await endRecords(tx, lines, handles, people.reviewer, problems);
  problems.refuseIfAny();
  const count = (what: (typeof ended)[number]) => ended.filter((each) => each === what).length;
  return {
    created: drafts.created,
    changed: drafts.changed,
    unchanged: drafts.unchanged + translations.unchanged + count('unchanged'),
    translated: translations.translated,
    withdrawn: count('withdrawn'),
    merged: count('merged'),
  };
}
