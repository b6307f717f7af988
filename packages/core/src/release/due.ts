import type { PrismaClient } from '@rapporteur/db/generated/client';
import { mapDatabaseError } from '@rapporteur/db/errors';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { can, roles, type Caller } from '../policy';
import { beginPublication } from '../record/publish';
import { enqueue } from '../job/enqueue';
import { lockRelease, type LockedRelease } from './lock';
import { publishLocked } from './publish';
import { endSchedule, jobKey } from './schedule';

/** Refusals that another attempt may not meet. */
const passing = new Set(['unavailable', 'version_conflict']);

/** The most releases that are published in one transaction because their instants have come together. */
const mostTogether = 200;

/**
 * Publishes a release at its instant, in the name of whoever scheduled it: once, not before the instant by the clock of
 * the database, and only if that person may still publish and nothing hinders it. What hinders it is recorded, and the
 * revisions wait as approved ones for another decision.
 */
export async function publishDueRelease(
  db: PrismaClient,
  { releaseId }: { releaseId: string },
  { lastAttempt }: { lastAttempt: boolean },
): Promise<void> {
  try {
    if (await publishTogether(db, releaseId)) return;
    await transaction(db, async (tx) => {
      await beginPublication(tx);
      const release = await dueRelease(tx, releaseId);
      if (release !== null) await publishLocked(tx, await schedulerOf(tx, release), [release]);
    });
  } catch (caught) {
    const error = mapDatabaseError(caught);
    const refused = error instanceof RapporteurError && !passing.has(error.code);
    if (!refused && !lastAttempt) throw caught;
    await recordFailure(db, releaseId, error);
    // A fault of the program is for whoever runs it, too: the job is parked with what was thrown.
    if (!refused) throw caught;
  }
}

/**
 * Publishes with a release all others of the same person that are due: a hundred records scheduled for one instant cost
 * one transaction instead of a hundred, and may name one another. Their jobs find nothing left to do. False where the
 * release is the only one, or where something hinders any of them, so that each is tried by itself.
 */
async function publishTogether(db: PrismaClient, releaseId: string): Promise<boolean> {
  try {
    return await transaction(db, async (tx) => {
      await beginPublication(tx);
      const due = await tx.$queryRaw<LockedRelease[]>`
        SELECT r."id", r."name", r."state", r."lockVersion", r."at", r."local", r."zone", r."scheduledById"
        FROM "Release" r JOIN "Release" own ON own."scheduledById" = r."scheduledById"
        WHERE own."id" = ${releaseId} AND own."state" = 'scheduled' AND own."at" <= clock_timestamp()
          AND r."state" = 'scheduled' AND r."at" <= clock_timestamp()
        ORDER BY r."id" LIMIT ${mostTogether} FOR UPDATE OF r`;
      const [first] = due;
      if (first === undefined || due.length === 1) return false;
      await publishLocked(tx, await schedulerOf(tx, first), due);
      // One that did not fit into this transaction has a job of its own, like each of the others.
      return due.some(({ id }) => id === releaseId);
    });
  } catch (error) {
    if (mapDatabaseError(error) instanceof RapporteurError) return false;
    throw error;
  }
}

/**
 * The locked release if it is scheduled and its instant has come; null where somebody has published or moved it. One whose
 * instant has not come yet keeps a job: whoever set this one going before its time does not take it off the schedule.
 */
async function dueRelease(tx: Transaction, id: string): Promise<LockedRelease | null> {
  const release = await lockRelease(tx, id, null);
  if (release.state !== 'scheduled') return null;
  const [row] = await tx.$queryRaw<{ due: boolean }[]>`
    SELECT "at" <= clock_timestamp() AS due FROM "Release" WHERE "id" = ${id}`;
  if (row?.due === true) return release;
  await enqueue(tx, 'release.publish', { releaseId: id }, { key: jobKey(id), ...(release.at && { at: release.at }) });
  return null;
}

async function schedulerOf(tx: Transaction, release: LockedRelease): Promise<Caller> {
  const user = await tx.user.findUnique({
    where: { id: release.scheduledById ?? '' },
    select: { id: true, name: true, role: true, active: true },
  });
  const role = roles.find((known) => known === user?.role);
  if (!user || !role) throw new RapporteurError('forbidden', 'Whoever scheduled this is not known any more.');
  if (!user.active) {
    throw new RapporteurError('forbidden', `${user.name}, who scheduled this, is not active any more.`);
  }
  const caller = { userId: user.id, role };
  if (!can(caller, 'release.publish')) {
    throw new RapporteurError('forbidden', `${user.name}, who scheduled this, may not publish any more.`);
  }
  return caller;
}

async function recordFailure(db: PrismaClient, releaseId: string, error: unknown): Promise<void> {
  const said = error instanceof RapporteurError;
  const message = said
    ? error.message
    : 'The program failed; whoever runs it finds the job among those that are parked.';
  const issues = said ? error.issues.map(({ path, message: what }) => ({ path, message: what })) : [];
  await transaction(db, async (tx) => {
    const release = await dueRelease(tx, releaseId);
    if (release === null) return;
    const failure = { at: release.at?.toISOString() ?? '', message, issues: issues.slice(0, 200) };
    await endSchedule(tx, null, release, { action: 'release.fail', failure });
  });
}
