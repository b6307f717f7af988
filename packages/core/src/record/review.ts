import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { authorize, type Caller } from '../policy';
import { conclude, lockRecord, requireOpen } from './lock';
import type { CommandResult } from './result';

export interface Review {
  id: string;
  expectedVersion: number;
  comment?: string | null;
}

/** Approves the revision in review. Nobody approves a text that they wrote or changed. */
export function approve(db: PrismaClient, caller: Caller, input: Review): Promise<CommandResult> {
  return transaction(db, (tx) => approveIn(tx, caller, input));
}

export async function approveIn(tx: Transaction, caller: Caller, input: Review): Promise<CommandResult> {
  const { userId } = authorize(caller, 'record.approve');
  const record = await lockRecord(tx, input.id, input.expectedVersion);
  const revision = await requireOpen(tx, record.id, ['in_review'], 'approve');
  if (revision.authorId === userId || revision.contributorIds.includes(userId)) {
    throw new RapporteurError('forbidden', 'You wrote or changed this revision; another person has to approve it.');
  }
  await tx.revision.update({
    where: { id: revision.id },
    data: { state: 'approved', approvedById: userId, updatedAt: new Date() },
  });
  await tx.review.create({
    data: { revisionId: revision.id, reviewerId: userId, decision: 'approved', comment: input.comment ?? null },
  });
  return conclude(tx, userId, record, 'record.approve', { number: revision.number, state: 'approved' });
}

/** Sends a revision back to its author. An approval it had is gone. */
export function requestChanges(db: PrismaClient, caller: Caller, input: Review): Promise<CommandResult> {
  return transaction(db, (tx) => requestChangesIn(tx, caller, input));
}

export async function requestChangesIn(tx: Transaction, caller: Caller, input: Review): Promise<CommandResult> {
  const { userId } = authorize(caller, 'record.request_changes');
  const record = await lockRecord(tx, input.id, input.expectedVersion);
  const revision = await requireOpen(tx, record.id, ['in_review', 'approved'], 'ask for changes');
  await tx.revision.update({
    where: { id: revision.id },
    data: { state: 'draft', approvedById: null, updatedAt: new Date() },
  });
  await tx.review.create({
    data: {
      revisionId: revision.id,
      reviewerId: userId,
      decision: 'changes_requested',
      comment: input.comment ?? null,
    },
  });
  return conclude(tx, userId, record, 'record.request_changes', { number: revision.number, state: 'draft' });
}
