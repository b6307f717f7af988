import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { authorize, type Caller } from '../policy';
import { requireFittingChange, requireNote } from './change';
import { conclude, lockRecord, requireOpen } from './lock';
import type { CommandResult } from './result';
import type { Change } from './change';

export interface SetChange {
  id: string;
  expectedVersion: number;
  change: Change;
  /** What readers are told about the change; null for nothing. A correction needs one. */
  note: string | null;
}

/**
 * Says what the open draft is to readers: a first publication, a correction, an update or an edit. Whoever says it has
 * written what readers are told, and does not approve it.
 */
export function setChange(db: PrismaClient, caller: Caller, input: SetChange): Promise<CommandResult> {
  return transaction(db, (tx) => setChangeIn(tx, caller, input));
}

export async function setChangeIn(tx: Transaction, caller: Caller, input: SetChange): Promise<CommandResult> {
  const { userId } = authorize(caller, 'record.save');
  const record = await lockRecord(tx, input.id, input.expectedVersion);
  const revision = await requireOpen(tx, record.id, ['draft'], 'change what this is to readers');
  const { change } = input;
  const note = input.note?.trim() || null;
  requireNote({ change, note });
  await requireFittingChange(tx, record.id, change);
  await tx.revision.update({
    where: { id: revision.id },
    data: {
      change,
      changeSaid: true,
      note,
      contributorIds: [...new Set([...revision.contributorIds, userId])],
      updatedAt: new Date(),
    },
  });
  const detail = { change, note };
  return conclude(tx, userId, record, 'record.set_change', { number: revision.number, state: 'draft' }, detail);
}
