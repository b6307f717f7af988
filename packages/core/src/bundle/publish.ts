import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Caller } from '../policy';
import { publishSet } from '../record/publish';
import { handleOf, type Line } from './lines';

/** Publishes the approved drafts of a bundle at one instant; a fault of the evidence is told under the line of its record. */
export async function publishDrafts(
  tx: Transaction,
  written: readonly string[],
  records: readonly Line<'record'>[],
  reviewer: Caller,
): Promise<void> {
  if (written.length === 0) return;
  try {
    await publishSet(tx, reviewer, written);
  } catch (error) {
    if (!(error instanceof RapporteurError) || error.issues.length === 0) throw error;
    const lineOf = new Map(records.map(({ line, value }) => [handleOf(value), line]));
    const issues = error.issues.map(({ path, message }) => {
      const handle = path.split('/').slice(1, 3).join('/');
      const line = lineOf.get(handle);
      return { path: line === undefined ? path : `line ${line} ${path.slice(handle.length + 1)}`, message };
    });
    throw new RapporteurError(error.code, error.message, issues, { cause: error });
  }
}
