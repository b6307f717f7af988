import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { authorize, type Caller } from '../policy';
import { conclude, lockRecord, requireOpen } from './lock';
import type { CommandResult } from './result';

/** Gives up the open revision. Its text and its number stay in the record's history. */
export function discard(
  db: PrismaClient,
  caller: Caller,
  input: { id: string; expectedVersion: number },
): Promise<CommandResult> {
  return transaction(db, (tx) => discardIn(tx, caller, input));
}

export async function discardIn(
  tx: Transaction,
  caller: Caller,
  input: { id: string; expectedVersion: number },
): Promise<CommandResult> {
  const { userId } = authorize(caller, 'record.discard');
  const record = await lockRecord(tx, input.id, input.expectedVersion);
  const revision = await requireOpen(tx, record.id, ['draft', 'in_review', 'approved'], 'discard');
  await tx.revision.update({ where: { id: revision.id }, data: { state: 'discarded', updatedAt: new Date() } });
  return conclude(tx, userId, record, 'record.discard', { number: revision.number, state: 'discarded' });
}
