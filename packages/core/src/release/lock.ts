import type { Prisma } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { ReleaseResult, ReleaseState } from '@rapporteur/domain/release-views';

export interface LockedRelease {
  id: string;
  name: string | null;
  state: ReleaseState;
  lockVersion: number;
  at: Date | null;
  local: string | null;
  zone: string | null;
  scheduledById: string | null;
}

/**
 * Locks a release until the transaction ends and compares its version with the one the caller has seen. Always before
 * its records, so that two commands never wait for each other in a circle.
 */
export async function lockRelease(tx: Transaction, id: string, expectedVersion: number | null): Promise<LockedRelease> {
  const [release] = await tx.$queryRaw<LockedRelease[]>`
    SELECT "id", "name", "state", "lockVersion", "at", "local", "zone", "scheduledById" FROM "Release" WHERE "id" = ${id} FOR UPDATE`;
  if (!release) throw new RapporteurError('not_found', `There is no release ${id}.`);
  if (expectedVersion !== null && release.lockVersion !== expectedVersion) {
    throw new RapporteurError(
      'version_conflict',
      `This release has changed since you opened it: you have version ${expectedVersion}, it is now at ${release.lockVersion}.`,
    );
  }
  return release;
}

/** Refuses a release that is not in the given state. */
export function requireState(release: LockedRelease, state: ReleaseState, verb: string): void {
  if (release.state === state) return;
  throw new RapporteurError('state_conflict', `Cannot ${verb}: this release is ${release.state}.`);
}

/** The ids of the records that wait in a release. */
export async function recordsOf(tx: Transaction, releaseId: string): Promise<string[]> {
  const items = await tx.releaseItem.findMany({
    where: { releaseId, active: true },
    select: { recordId: true },
    orderBy: { recordId: 'asc' },
  });
  return items.map(({ recordId }) => recordId);
}

/** Changes a release, moves its version on and writes the audit entry: the end of every command that changes one. */
export async function concludeRelease(
  tx: Transaction,
  userId: string | null,
  release: LockedRelease,
  action: string,
  change: Prisma.ReleaseUncheckedUpdateInput & { state: ReleaseState },
  detail: Prisma.InputJsonObject = {},
): Promise<ReleaseResult> {
  const lockVersion = release.lockVersion + 1;
  await tx.release.update({
    where: { id: release.id },
    data: { ...change, lockVersion, updatedAt: new Date() },
  });
  await tx.auditEntry.create({
    data: { userId, action, detail: { release: release.id, name: release.name, ...detail } },
  });
  return { id: release.id, state: change.state, lockVersion };
}
