import type { PrismaClient } from '@rapporteur/db/generated/client';
import { openStates } from '@rapporteur/domain/lifecycle';
import type { Caller } from '../policy';
import { discardIn } from '../record/discard';
import { lockRecord, requireOpen } from '../record/lock';
import { beginPublication, publishSet } from '../record/publish';
import { approveIn, requestChangesIn } from '../record/review';
import { submitIn } from '../record/submit';
import { changeReleaseIn, createReleaseIn } from '../release/create';
import { lockRelease } from '../release/lock';
import { handOverWorkIn, releaseWorkIn, snoozeWorkIn, takeWorkIn } from '../assignment/hand-over';
import { changeAll, type BulkResult, type BulkTarget } from './bulk';

/** Hands many drafts in for review. */
export const submitAll = (db: PrismaClient, caller: Caller, target: BulkTarget): Promise<BulkResult> =>
  changeAll(db, caller, 'record.submit', target, submitIn);

/** Approves many revisions, none of them the caller's own. */
export const approveAll = (
  db: PrismaClient,
  caller: Caller,
  target: BulkTarget,
  comment: string | null,
): Promise<BulkResult> =>
  changeAll(db, caller, 'record.approve', target, (tx, who, item) => approveIn(tx, who, { ...item, comment }));

/** Sends many revisions back to their authors, with the same words. */
export const requestChangesToAll = (
  db: PrismaClient,
  caller: Caller,
  target: BulkTarget,
  comment: string,
): Promise<BulkResult> =>
  changeAll(db, caller, 'record.request_changes', target, (tx, who, item) =>
    requestChangesIn(tx, who, { ...item, comment }),
  );

/** Publishes many approved revisions at one instant. They may name one another. */
export const publishAll = (db: PrismaClient, caller: Caller, target: BulkTarget): Promise<BulkResult> =>
  changeAll(db, caller, 'record.publish', target, {
    before: beginPublication,
    each: async (tx, _who, { id, expectedVersion }) => {
      await lockRecord(tx, id, expectedVersion);
      await requireOpen(tx, id, ['approved'], 'publish');
    },
    all: publishSet,
  });

/** Which release records go into: one that is open, by its id, or a new one, by its name. */
export type WhichRelease = { release: string } | { name: string };

/**
 * Puts many records that are being worked on into one release, which is locked before they are. A record waits in one
 * release at most, so that sent twice, this makes no second release.
 */
export async function addAllToRelease(
  db: PrismaClient,
  caller: Caller,
  target: BulkTarget,
  which: WhichRelease,
): Promise<BulkResult & { release: string }> {
  let release = '';
  const { ids } = await changeAll(db, caller, 'release.manage', target, {
    before: async (tx) => ('release' in which ? lockRelease(tx, which.release, null) : null),
    each: async (tx, _who, { id, expectedVersion }) => {
      await lockRecord(tx, id, expectedVersion);
      await requireOpen(tx, id, openStates, 'put it into a release');
    },
    all: async (tx, who, records) => {
      const made =
        'release' in which
          ? await changeReleaseIn(tx, who, { id: which.release, expectedVersion: null, add: records })
          : await createReleaseIn(tx, who, { name: which.name, records });
      release = made.id;
    },
  });
  return { ids, release };
}

/** Gives many open revisions up. */
export const discardAll = (db: PrismaClient, caller: Caller, target: BulkTarget): Promise<BulkResult> =>
  changeAll(db, caller, 'record.discard', target, discardIn);

/** Takes many records on. */
export const takeAll = (db: PrismaClient, caller: Caller, target: BulkTarget): Promise<BulkResult> =>
  changeAll(db, caller, 'work.assign', target, takeWorkIn);

/** Hands many records to one person. */
export const handOverAll = (db: PrismaClient, caller: Caller, target: BulkTarget, to: string): Promise<BulkResult> =>
  changeAll(db, caller, 'work.assign', target, (tx, who, { id }) => handOverWorkIn(tx, who, { id, to }));

/** Lets many records go. */
export const releaseAll = (db: PrismaClient, caller: Caller, target: BulkTarget): Promise<BulkResult> =>
  changeAll(db, caller, 'work.assign', target, releaseWorkIn);

/** Puts many records out of sight until a day, or brings them back. */
export const snoozeAll = (
  db: PrismaClient,
  caller: Caller,
  target: BulkTarget,
  until: string | null,
): Promise<BulkResult> =>
  changeAll(db, caller, 'work.plan', target, (tx, who, { id }) => snoozeWorkIn(tx, who, { id, until }));
