import type { CopyRows } from '@rapporteur/db/bulk';
import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Caller } from '../policy';
import { publishSet } from '../record/publish';
import { handleOf, toldByLine } from './lines';
import type { Addressed } from './outline';

/** Publishes the approved drafts of a bundle at one instant; a fault of the evidence is told under the line of its record. */
export async function publishDrafts(
  tx: Transaction,
  written: readonly string[],
  records: readonly Addressed[],
  { reviewer, copy, onWritten }: { reviewer: Caller; copy: CopyRows | undefined; onWritten: (done: number) => void },
): Promise<void> {
  if (written.length === 0) return;
  try {
    await publishSet(tx, reviewer, written, { copy, onWritten });
  } catch (error) {
    if (!(error instanceof RapporteurError) || error.issues.length === 0) throw error;
    const lines = new Map(records.map((record) => [handleOf(record), record.line]));
    throw toldByLine(error, (handle) => lines.get(handle));
  }
}
