import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError, type ErrorCode, type FieldIssue } from '@rapporteur/domain/errors';
import { authorize, type Action, type Caller } from '../policy';
import { conditionOf, type QueueFilter } from './filter';

/** The most records that one command changes together. */
export const mostAtOnce = 200;

/** How long that may take, in milliseconds. */
const bulkTimeout = 60_000;

export interface BulkItem {
  id: string;
  expectedVersion: number;
}

/** Either records as the caller has seen them, or all that a filter holds, of which the caller has seen how many. */
export type BulkTarget = { items: readonly BulkItem[] } | { filter: QueueFilter; expectedCount: number };

export interface BulkResult {
  ids: string[];
}

/** What is done to one record, in the transaction of all of them. */
type EachCommand = (tx: Transaction, caller: Caller, item: BulkItem) => Promise<unknown>;

/**
 * Does one thing to many records, in one transaction: to all of them, or to none. Where it cannot be done to one, nothing
 * is, and every record that stands in the way is named, with its reason.
 */
export async function changeAll(
  db: PrismaClient,
  caller: Caller,
  action: Action,
  target: BulkTarget,
  command: EachCommand | { before: (tx: Transaction) => Promise<unknown>; each: EachCommand; all: AllCommand },
): Promise<BulkResult> {
  const { userId } = authorize(caller, action);
  const steps = typeof command === 'function' ? { before: null, each: command, all: null } : command;
  return transaction(
    db,
    async (tx) => {
      await steps.before?.(tx);
      // In the order of their ids, so that two bulk commands never wait for each other's records in a circle.
      const items = (await resolve(tx, userId, target)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const refusals: Refusal[] = [];
      for (const item of items) {
        try {
          await steps.each(tx, caller, item);
        } catch (error) {
          if (!(error instanceof RapporteurError) || error.code === 'unavailable') throw error;
          refusals.push({ id: item.id, error });
        }
      }
      if (refusals.length > 0) throw await refuseAll(tx, items.length, refusals);
      const ids = items.map(({ id }) => id);
      await steps.all?.(tx, caller, ids);
      return { ids };
    },
    { timeout: bulkTimeout },
  );
}
type AllCommand = (tx: Transaction, caller: Caller, ids: readonly string[]) => Promise<unknown>;

async function resolve(tx: Transaction, userId: string, target: BulkTarget): Promise<BulkItem[]> {
  if ('items' in target) {
    if (target.items.length > mostAtOnce) throw tooMany();
    const ids = new Set(target.items.map(({ id }) => id));
    if (ids.size < target.items.length) {
      throw new RapporteurError('invalid_input', 'A record is named twice.', [
        { path: '/items', message: 'names a record twice' },
      ]);
    }
    return [...target.items];
  }
  const rows = await tx.$queryRaw<BulkItem[]>`
    SELECT e."recordId" AS "id", e."lockVersion" AS "expectedVersion" FROM "DeskEntry" e
    WHERE ${conditionOf(target.filter, userId)} ORDER BY e."recordId" LIMIT ${mostAtOnce + 1}`;
  if (rows.length > mostAtOnce) throw tooMany();
  if (rows.length !== target.expectedCount) {
    throw new RapporteurError(
      'version_conflict',
      `The list has changed since you looked at it: it held ${target.expectedCount}, it now holds ${rows.length}. Look at it again.`,
    );
  }
  return rows;
}

const tooMany = () =>
  new RapporteurError(
    'limit_exceeded',
    `At most ${mostAtOnce} records are changed together. Narrow the list, or choose fewer.`,
  );

interface Refusal {
  id: string;
  error: RapporteurError;
}

/** The gravest code comes out: what is forbidden stays forbidden, what is stale can be looked at again. */
const gravity: readonly ErrorCode[] = ['forbidden', 'not_found', 'version_conflict', 'state_conflict'];

async function refuseAll(tx: Transaction, count: number, refusals: readonly Refusal[]): Promise<RapporteurError> {
  const entries = await tx.deskEntry.findMany({
    where: { recordId: { in: refusals.map(({ id }) => id) } },
    select: { recordId: true, title: true },
  });
  const titles = new Map(entries.map(({ recordId, title }) => [recordId, title]));
  const issues: FieldIssue[] = refusals.map(({ id, error }) => ({
    path: `/records/${id}`,
    message: `${titles.get(id) ?? id}: ${error.message}`,
  }));
  const code =
    gravity.find((grave) => refusals.some(({ error }) => error.code === grave)) ??
    refusals[0]?.error.code ??
    'state_conflict';
  const message = `Nothing was changed: ${refusals.length} of ${count} records stand in the way.`;
  return new RapporteurError(code, message, issues);
}
