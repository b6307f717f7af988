import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { authorize, type Caller } from '../policy';
import { conclude, lockRecord, requireOpen } from './lock';
import type { CommandResult } from './result';
import type { Change } from './save';

export interface SetChange {
  id: string;
  expectedVersion: number;
  change: Change;
  /** What readers are told about the change; null for nothing. A correction needs one. */
  note: string | null;
}

/** Says what the open draft is to readers: a first publication, a correction, an update or an edit. */
export function setChange(db: PrismaClient, caller: Caller, input: SetChange): Promise<CommandResult> {
  return transaction(db, (tx) => setChangeIn(tx, caller, input));
}

export async function setChangeIn(tx: Transaction, caller: Caller, input: SetChange): Promise<CommandResult> {
  const { userId } = authorize(caller, 'record.save');
  const record = await lockRecord(tx, input.id, input.expectedVersion);
  const revision = await requireOpen(tx, record.id, ['draft'], 'change what this is to readers');
  const { change } = input;
  const note = input.note?.trim() || null;
  if (change === 'correct' && note === null) {
    throw fault('A correction tells readers what was wrong.', '/note', 'must not be empty');
  }
  const live = await tx.revision.count({ where: { recordId: record.id, state: 'live' } });
  const earlier = await tx.revision.count({ where: { recordId: record.id, state: 'withdrawn' } });
  if (change === 'publish' && live > 0) {
    throw fault('This record is public, so this is no first publication.', '/change', 'must not be "publish"');
  }
  if (change !== 'publish' && live + earlier === 0) {
    throw fault('This record was never public, so there is nothing to correct.', '/change', 'must be "publish"');
  }
  await tx.revision.update({ where: { id: revision.id }, data: { change, note, updatedAt: new Date() } });
  const detail = { change, note };
  return conclude(tx, userId, record, 'record.set_change', { number: revision.number, state: 'draft' }, detail);
}

const fault = (message: string, path: string, issue: string) =>
  new RapporteurError('invalid_input', message, [{ path, message: issue }]);
