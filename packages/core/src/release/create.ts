import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { openStates } from '@rapporteur/domain/lifecycle';
import type { ReleaseResult } from '@rapporteur/domain/release-views';
import { once } from '../idempotency';
import { authorize, type Caller } from '../policy';
import { lockRecords } from '../record/lock';
import { concludeRelease, lockRelease, recordsOf, requireState } from './lock';

/** The most records of one release. */
export const largestRelease = 500;

export interface CreateRelease {
  name: string;
  records: readonly string[];
  /** Repeated under one key, the release is made once. */
  idempotencyKey?: string;
}

/** Makes a release: a named set of records that are to be published in one transaction. */
export function createRelease(db: PrismaClient, caller: Caller, input: CreateRelease): Promise<ReleaseResult> {
  return transaction(db, (tx) => createReleaseIn(tx, caller, input));
}

export async function createReleaseIn(tx: Transaction, caller: Caller, input: CreateRelease): Promise<ReleaseResult> {
  const { userId } = authorize(caller, 'release.manage');
  const { idempotencyKey: key, ...rest } = input;
  return once(tx, { userId, key, action: 'release.create', input: rest }, async () => {
    const release = await tx.release.create({ data: { name: input.name, createdById: userId } });
    await addRecords(tx, userId, release.id, input.records);
    await tx.auditEntry.create({
      data: {
        userId,
        action: 'release.create',
        detail: { release: release.id, name: input.name, records: [...input.records] },
      },
    });
    return { id: release.id, state: 'open' as const, lockVersion: release.lockVersion };
  });
}

export interface ChangeRelease {
  id: string;
  /** The version that the caller has seen; null where records are added to whatever is in it. */
  expectedVersion: number | null;
  name?: string;
  add?: readonly string[];
  remove?: readonly string[];
}

/** Renames a release, adds records to it and takes others out, while it has no instant yet. */
export function changeRelease(db: PrismaClient, caller: Caller, input: ChangeRelease): Promise<ReleaseResult> {
  return transaction(db, (tx) => changeReleaseIn(tx, caller, input));
}

export async function changeReleaseIn(tx: Transaction, caller: Caller, input: ChangeRelease): Promise<ReleaseResult> {
  const { userId } = authorize(caller, 'release.manage');
  const { id, expectedVersion, name, add = [], remove = [] } = input;
  const release = await lockRelease(tx, id, expectedVersion);
  requireState(release, 'open', 'change it');
  const { count } = await tx.releaseItem.deleteMany({ where: { releaseId: id, recordId: { in: [...remove] } } });
  if (count !== new Set(remove).size) {
    throw new RapporteurError('invalid_input', 'One of these records is not in the release.', [
      { path: '/remove', message: 'names a record that is not in the release' },
    ]);
  }
  await addRecords(tx, userId, id, add);
  const change = { state: release.state, ...(name === undefined ? {} : { name }) };
  const detail = { added: [...add], removed: [...remove], ...(name === undefined ? {} : { renamed: name }) };
  return concludeRelease(tx, userId, release, 'release.change', change, detail);
}

/** Gives up a release that has no instant. Its records keep their drafts. */
export async function cancelRelease(
  db: PrismaClient,
  caller: Caller,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<ReleaseResult> {
  const { userId } = authorize(caller, 'release.manage');
  return transaction(db, async (tx) => {
    const release = await lockRelease(tx, id, expectedVersion);
    requireState(release, 'open', 'give it up');
    await tx.releaseItem.updateMany({ where: { releaseId: id }, data: { active: false } });
    return concludeRelease(tx, userId, release, 'release.cancel', { state: 'cancelled' });
  });
}

/** Adds records that are being worked on and wait in no other release; names each that cannot be added. */
async function addRecords(tx: Transaction, userId: string, releaseId: string, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const records = await lockRecords(
    tx,
    wanted.map((id) => ({ id, expectedVersion: null })),
  );
  const [open, elsewhere] = await Promise.all([
    tx.revision.findMany({
      where: { recordId: { in: wanted }, state: { in: [...openStates] } },
      select: { recordId: true },
    }),
    tx.releaseItem.findMany({
      where: { recordId: { in: wanted }, active: true },
      select: { recordId: true, release: { select: { name: true } } },
    }),
  ]);
  const isOpen = new Set(open.map(({ recordId }) => recordId));
  const waitsIn = new Map(elsewhere.map(({ recordId, release }) => [recordId, release.name]));
  const issues = records.flatMap(({ id, kind, slug }) => {
    const path = `/${kind}s/${slug}`;
    if (waitsIn.has(id)) {
      const name = waitsIn.get(id);
      return [{ path, message: name ? `waits in the release “${name}”` : 'is scheduled on its own' }];
    }
    return isOpen.has(id) ? [] : [{ path, message: 'has no revision that is being worked on' }];
  });
  if (issues.length > 0) throw new RapporteurError('state_conflict', 'Not all of these can be in the release.', issues);
  await tx.releaseItem.createMany({ data: wanted.map((recordId) => ({ releaseId, recordId, addedById: userId })) });
  const size = (await recordsOf(tx, releaseId)).length;
  if (size > largestRelease) {
    throw new RapporteurError('limit_exceeded', `A release holds at most ${largestRelease} records; this is ${size}.`);
  }
}
