import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { fieldsWithoutEvidence } from '@rapporteur/domain/content/evidence';
import { RapporteurError } from '@rapporteur/domain/errors';
import { once } from '../idempotency';
import { authorize, type Caller } from '../policy';
import { requireReturnTold, requireTold } from './change';
import { checkContent, type CheckedContent } from './content';
import { conclude, lockRecord, requireOpen } from './lock';
import { secondChoicesOf } from './one-choice';
import type { CommandResult } from './result';

export interface Submit {
  id: string;
  expectedVersion: number;
  /** Repeated under one key, the draft is handed in once. */
  idempotencyKey?: string;
}

/**
 * Hands the draft to a reviewer. What could never be published as it is, is refused now, field by field: a draft that lacks
 * what its schema asks for, a field that needs a passage and rests on none, a vote that counts an actor twice, a change that readers are told nothing of, the
 * return of what was withdrawn without a word. What depends on others, such as a source that is not public yet, is asked when it is published.
 */
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
    const checked = checkContent(record.kind, revision.content, revision.citations);
    requireComplete(checked);
    requireTold(revision);
    await requireReturnTold(tx, record.id, revision);
    await tx.revision.update({ where: { id: revision.id }, data: { state: 'in_review', updatedAt: new Date() } });
    return conclude(tx, userId, record, 'record.submit', { number: revision.number, state: 'in_review' });
  });
}

/** Refuses what could never be published as it is, whatever is on record. */
export function requireComplete(checked: CheckedContent): void {
  refuseSecondChoices(checked);
  requireEvidence(checked);
}

function refuseSecondChoices({ record }: CheckedContent): void {
  const second = secondChoicesOf(record, '/content');
  if (second.length > 0)
    throw new RapporteurError(
      'invalid_input',
      'It cannot go to review: one actor has two choices in the vote.',
      second,
    );
}

function requireEvidence({ record, citations }: CheckedContent): void {
  const bare = fieldsWithoutEvidence(record, citations);
  if (bare.length === 0) return;
  throw new RapporteurError(
    'missing_evidence',
    'It cannot go to review: some of it rests on no passage.',
    bare.map((field) => ({ path: `/content${field}`, message: 'has no passage that supports it' })),
  );
}
