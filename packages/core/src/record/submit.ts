import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { once } from '../idempotency';
import { authorize, type Caller } from '../policy';
import { checkContent } from './content';
import { conclude, lockRecord, requireOpen } from './lock';
import type { CommandResult } from './result';

export interface Submit {
  id: string;
  expectedVersion: number;
  /** Repeated under one key, the draft is handed in once. */
  idempotencyKey?: string;
}

/** Hands the draft to a reviewer. A draft that lacks what its schema asks for is refused, field by field. */
export function submit(db: PrismaClient, caller: Caller, input: Submit): Promise<CommandResult> {
  return transaction(db, (tx) => submitIn(tx, caller, input));
}

export function submitIn(
  tx: Transaction,
  caller: Caller,
  { idempotencyKey: key, ...input }: Submit,
): Promise<CommandResult> {
  const { userId } = authorize(caller, 'record.submit');
  return once(tx, { userId, key, action: 'record.submit', input }, async () => {
    const record = await lockRecord(tx, input.id, input.expectedVersion);
    const revision = await requireOpen(tx, record.id, ['draft'], 'submit');
    // A draft that was made from elsewhere may lack what its schema asks for.
    checkContent(record.kind, revision.content, revision.citations);
    await tx.revision.update({ where: { id: revision.id }, data: { state: 'in_review', updatedAt: new Date() } });
    return conclude(tx, userId, record, 'record.submit', { number: revision.number, state: 'in_review' });
  });
}
