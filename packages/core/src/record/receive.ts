import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Kind } from '@rapporteur/domain/kinds';
import { authorize, type Caller } from '../policy';
import { requireFreeAddress } from './address';
import { hashContent } from './content';
import { appendPublications, beginPublication } from './publish';
import { requireReason } from './withdraw';

/** A record that ended elsewhere: all that is left of it is its permanent id, its address, and why it ended. */
export interface Ended {
  id: string;
  kind: Kind;
  slug: string;
  reason: string;
}

/**
 * Takes over the tombstone of a record that was withdrawn elsewhere and was never here. Its text stays where it was
 * withdrawn; what readers are told is the same in both places.
 */
export async function receiveTombstoneIn(tx: Transaction, caller: Caller, input: Ended): Promise<void> {
  const { userId } = authorize(caller, 'record.withdraw');
  await receive(tx, userId, { ...input, state: 'withdrawn', into: null });
}

/** Takes over the redirect of a record that was merged elsewhere and was never here. */
export async function receiveRedirectIn(
  tx: Transaction,
  caller: Caller,
  input: Ended & { /** The id of the record that stays. */ into: string },
): Promise<void> {
  const { userId } = authorize(caller, 'record.merge');
  const refuse = (message: string) =>
    new RapporteurError('state_conflict', `Cannot merge: ${message}.`, [{ path: '/into', message }]);
  const target = await tx.entry.findUnique({ where: { id: input.into } });
  if (!target) throw refuse('the record to merge into is not public');
  if (target.kind !== input.kind) throw refuse(`the other record is a ${target.kind}, this one a ${input.kind}`);
  if (target.state === 'merged') throw refuse('the other record was itself merged');
  await receive(tx, userId, { ...input, state: 'merged' });
}

async function receive(
  tx: Transaction,
  userId: string,
  { id, kind, slug, reason: given, state, into }: Ended & { state: 'withdrawn' | 'merged'; into: string | null },
): Promise<void> {
  const reason = requireReason(given);
  await beginPublication(tx);
  await requireFreeAddress(tx, { id, kind, slug });
  await tx.record.create({ data: { id, kind, slug } });
  // As a change, because the database guards merges where they change.
  if (into !== null) await tx.record.update({ where: { id }, data: { mergedIntoId: into } });
  const action = state === 'merged' ? 'merge' : 'withdraw';
  // The log vouches for no text, because none came.
  const contentHash = hashContent(kind, null, []);
  await appendPublications(tx, [
    { recordId: id, kind, slug, title: null, revisionNumber: null, action, note: reason, contentHash },
  ]);
  await tx.$executeRaw`
    INSERT INTO "Entry" ("id", "kind", "slug", "state", "title", "sortKey", "revisionNumber", "publishedAt", "reason", "mergedIntoId")
    VALUES (${id}, ${kind}, ${slug}, ${state}, NULL, '', NULL, history.recorded_at(), ${reason}, ${into})`;
  await tx.auditEntry.create({
    data: { userId, action: `record.${action}`, recordId: id, detail: { received: true, into, reason } },
  });
}
