import type { Transaction } from '@rapporteur/db/transaction';
import type { Prisma } from '@rapporteur/db/generated/client';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Kind } from '@rapporteur/domain/kinds';
import { openStates, type State } from '@rapporteur/domain/lifecycle';
import type { CommandResult } from './result';

export interface LockedRecord {
  id: string;
  kind: Kind;
  slug: string;
  lockVersion: number;
  mergedIntoId: string | null;
}

/** Locks a record until the transaction ends and compares its version with the one the caller has seen. */
export async function lockRecord(tx: Transaction, id: string, expectedVersion: number | null): Promise<LockedRecord> {
  const [record] = await tx.$queryRaw<LockedRecord[]>`
    SELECT "id", "kind", "slug", "lockVersion", "mergedIntoId" FROM "Record" WHERE "id" = ${id} FOR UPDATE`;
  if (!record) throw new RapporteurError('not_found', `There is no record ${id}.`);
  if (expectedVersion !== null && record.lockVersion !== expectedVersion) {
    throw new RapporteurError(
      'version_conflict',
      `This record has changed since you opened it: you have version ${expectedVersion}, it is now at ${record.lockVersion}. Your text is not saved; compare it with the newer one.`,
    );
  }
  if (record.mergedIntoId !== null) {
    throw new RapporteurError('state_conflict', `This record was merged into ${record.mergedIntoId}; change that one.`);
  }
  return record;
}

export type Revision = Prisma.RevisionGetPayload<Record<string, never>>;

/** The one revision that is being worked on, if any. */
export function openRevision(tx: Transaction, recordId: string): Promise<Revision | null> {
  return tx.revision.findFirst({ where: { recordId, state: { in: [...openStates] } } });
}

/** The open revision, which must be in one of the given states. */
export async function requireOpen(
  tx: Transaction,
  recordId: string,
  states: readonly State[],
  verb: string,
): Promise<Revision> {
  const revision = await openRevision(tx, recordId);
  if (!revision || !states.includes(revision.state as State)) {
    throw new RapporteurError(
      'state_conflict',
      `Cannot ${verb}: ${revision ? `the open revision is ${revision.state.replace('_', ' ')}` : 'nothing is being worked on'}.`,
    );
  }
  return revision;
}

/** Moves the record's version on and writes the audit entry: the end of every command that changes a record. */
export async function conclude(
  tx: Transaction,
  userId: string,
  record: LockedRecord,
  action: string,
  revision: { number: number; state: State },
  detail: Prisma.InputJsonObject = {},
): Promise<CommandResult> {
  const lockVersion = record.lockVersion + 1;
  await tx.$executeRaw`UPDATE "Record" SET "lockVersion" = ${lockVersion}, "updatedAt" = clock_timestamp() WHERE "id" = ${record.id}`;
  await tx.auditEntry.create({
    data: { userId, action, recordId: record.id, revisionNumber: revision.number, detail },
  });
  return {
    id: record.id,
    kind: record.kind,
    slug: record.slug,
    lockVersion,
    revisionNumber: revision.number,
    state: revision.state,
  };
}
