import type { Transaction } from '@rapporteur/db/transaction';
import type { Prisma } from '@rapporteur/db/generated/client';
import { RapporteurError, VersionConflict } from '@rapporteur/domain/errors';
import type { Kind } from '@rapporteur/domain/kinds';
import { openStates, type State } from '@rapporteur/domain/lifecycle';
import type { CommandResult } from './result';

export interface LockedRecord {
  id: string;
  kind: Kind;
  slug: string;
  /** Whether somebody chose the slug; otherwise it was made of the title. */
  slugChosen: boolean;
  lockVersion: number;
  mergedIntoId: string | null;
}

/** A record to lock, with the version of it that the caller has seen; null where the caller has seen none. */
export interface Expected {
  id: string;
  expectedVersion: number | null;
}

/** Locks a record until the transaction ends and compares its version with the one the caller has seen. */
export async function lockRecord(tx: Transaction, id: string, expectedVersion: number | null): Promise<LockedRecord> {
  const [record] = await lockRecords(tx, [{ id, expectedVersion }]);
  if (!record) throw new RapporteurError('not_found', `There is no record ${id}.`);
  return record;
}

/** Locks several records, in the order of their ids, so that two commands never wait for each other in a circle. */
export async function lockRecords(tx: Transaction, wanted: readonly Expected[]): Promise<LockedRecord[]> {
  const expected = new Map(wanted.map(({ id, expectedVersion }) => [id, expectedVersion]));
  const records = await tx.$queryRaw<LockedRecord[]>`
    SELECT "id", "kind", "slug", "slugChosen", "lockVersion", "mergedIntoId" FROM "Record" WHERE "id" = ANY (${[...expected.keys()]}::text[])
    ORDER BY "id" FOR UPDATE`;
  const found = new Set(records.map(({ id }) => id));
  const missing = [...expected.keys()].find((id) => !found.has(id));
  if (missing !== undefined) throw new RapporteurError('not_found', `There is no record ${missing}.`);
  for (const record of records) await requireUnchanged(tx, record, expected.get(record.id) ?? null);
  return records;
}

async function requireUnchanged(
  tx: Transaction,
  { id, lockVersion, mergedIntoId }: LockedRecord,
  expectedVersion: number | null,
): Promise<void> {
  if (expectedVersion !== null && lockVersion !== expectedVersion) {
    const newest = await tx.revision.aggregate({ where: { recordId: id }, _max: { number: true } });
    throw new VersionConflict(
      `This record has changed since you opened it: you have version ${expectedVersion}, it is now at ${lockVersion}. Your text is not saved; compare it with the newer one.`,
      { lockVersion, revisionNumber: newest._max.number ?? 0 },
    );
  }
  if (mergedIntoId !== null) {
    throw new RapporteurError('state_conflict', `This record was merged into ${mergedIntoId}; change that one.`);
  }
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
  if (!revision || !states.includes(revision.state as State)) throw notOpen(revision, verb);
  return revision;
}

/** The refusal where the revision that is being worked on, if any, is not in a state for this. */
export function notOpen(revision: Revision | null, verb: string): RapporteurError {
  const why = revision ? `the open revision is ${revision.state.replace('_', ' ')}` : 'nothing is being worked on';
  return new RapporteurError('state_conflict', `Cannot ${verb}: ${why}.`);
}

/** What a command did to one record. */
export interface Conclusion {
  record: LockedRecord;
  revision: { number: number; state: State };
  detail?: Prisma.InputJsonObject;
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
  const [result] = await concludeAll(tx, userId, action, [{ record, revision, detail }]);
  if (!result) throw new Error(`The command ${action} on ${record.id} has no conclusion.`);
  return result;
}

/** {@link conclude} for what changes several records: one statement, however many there are. No user: the program itself. */
export async function concludeAll(
  tx: Transaction,
  userId: string | null,
  action: string,
  conclusions: readonly Conclusion[],
): Promise<CommandResult[]> {
  const entries = conclusions.map(({ record, revision, detail = {} }) => ({
    recordId: record.id,
    revisionNumber: revision.number,
    detail,
  }));
  // The records are locked, so their versions are those that were read.
  await tx.$executeRaw`
    WITH entries AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS e("recordId" text, "revisionNumber" int, "detail" jsonb)
    ), moved AS (
      UPDATE "Record" SET "lockVersion" = "lockVersion" + 1, "updatedAt" = clock_timestamp()
      WHERE "id" IN (SELECT "recordId" FROM entries)
    )
    INSERT INTO "AuditEntry" ("userId", "action", "recordId", "revisionNumber", "detail")
    SELECT ${userId}, ${action}, "recordId", "revisionNumber", "detail" FROM entries`;
  return conclusions.map(({ record: { id, kind, slug, lockVersion }, revision }) => ({
    id,
    kind,
    slug,
    lockVersion: lockVersion + 1,
    revisionNumber: revision.number,
    state: revision.state,
  }));
}
