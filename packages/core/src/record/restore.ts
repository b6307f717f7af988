import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { authorize, type Caller } from '../policy';
import { checkContent } from './content';
import { lockRecord, openRevision } from './lock';
import type { CommandResult } from './result';
import { writeDraft } from './save';

export interface Restore {
  id: string;
  expectedVersion: number;
  number: number;
}

/** Opens a new draft with the text of an older revision. Nothing that was published changes. */
export function restoreRevision(db: PrismaClient, caller: Caller, input: Restore): Promise<CommandResult> {
  return transaction(db, (tx) => restoreRevisionIn(tx, caller, input));
}

export async function restoreRevisionIn(tx: Transaction, caller: Caller, input: Restore): Promise<CommandResult> {
  const { userId } = authorize(caller, 'record.restore');
  const record = await lockRecord(tx, input.id, input.expectedVersion);
  if (await openRevision(tx, record.id)) {
    throw new RapporteurError(
      'state_conflict',
      'A revision is being worked on; publish or discard it before you restore another.',
    );
  }
  const old = await tx.revision.findUnique({
    where: { recordId_number: { recordId: record.id, number: input.number } },
  });
  if (!old) throw new RapporteurError('not_found', `There is no revision ${input.number} of this record.`);
  const checked = checkContent(record.kind, old.content, old.citations);
  return writeDraft(tx, userId, record, checked, {
    action: 'record.restore',
    note: `Restores version ${input.number}.`,
  });
}
