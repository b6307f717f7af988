import { createHash } from 'node:crypto';
import type { Prisma } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import { canonicalJson } from '@rapporteur/domain/canonical';
import { RapporteurError } from '@rapporteur/domain/errors';
import { seal, unseal } from './sealed';

/** How long a key is remembered, in hours. */
export const keyLifetime = 24;
/** How many outdated keys one request clears away: enough to keep up, too few to be felt. */
const sweptAtOnce = 100;

interface Request {
  userId: string;
  /** Chosen by whoever makes the request; absent or null, the request stands alone. */
  key: string | null | undefined;
  action: string;
  input: unknown;
}

/**
 * Does something once for a user's key within a day. The same request again, even at the same moment, has no second
 * effect and gets the same answer; another request under the same key is refused with `invalid_input`. A refused
 * request keeps no key, so that it may be mended and sent again.
 */
export async function once<T extends object>(
  tx: Transaction,
  { userId, key, action, input }: Request,
  effect: () => Promise<T>,
): Promise<T> {
  if (key === null || key === undefined) return effect();
  const inputHash = createHash('sha256').update(canonicalJson(input), 'utf8').digest('hex');
  // A second request with the key waits here for the first one's transaction, and then finds its row.
  const claimed = await tx.$executeRaw`
    INSERT INTO "IdempotencyKey" AS k ("userId", "key", "action", "inputHash") VALUES (${userId}, ${key}, ${action}, ${inputHash})
    ON CONFLICT ("userId", "key") DO UPDATE SET "action" = excluded."action", "inputHash" = excluded."inputHash", "answer" = NULL,
      "createdAt" = clock_timestamp()
    WHERE k."createdAt" < clock_timestamp() - make_interval(hours => ${keyLifetime}::int)`;
  if (claimed === 0) return givenBefore<T>(tx, { userId, key, action }, inputHash);
  const answer = await effect();
  await tx.idempotencyKey.update({
    where: { userId_key: { userId, key } },
    data: { answer: answer as Prisma.InputJsonObject },
  });
  await sweepKeys(tx);
  return answer;
}

/**
 * Like `once`, for an answer that holds a secret. The key, which must be of chance (a UUID), is kept as a hash only, and the
 * answer sealed with it: whoever repeats the request has the same answer, and whoever reads the database does not.
 */
export async function onceSealed<T extends object>(
  tx: Transaction,
  request: Request,
  effect: () => Promise<T>,
): Promise<T> {
  const { key } = request;
  if (key === null || key === undefined) return effect();
  const { sealed } = await once(tx, { ...request, key: digest('name', key).toString('hex') }, async () => ({
    sealed: seal(await effect(), digest('seal', key)),
  }));
  // Sealed by the same action under the same key, so it is that action's answer.
  return unseal(sealed, digest('seal', key)) as T;
}

const digest = (purpose: string, key: string) => createHash('sha256').update(`${purpose}:${key}`, 'utf8').digest();

async function givenBefore<T>(
  tx: Transaction,
  { userId, key, action }: { userId: string; key: string; action: string },
  inputHash: string,
): Promise<T> {
  const row = await tx.idempotencyKey.findUniqueOrThrow({ where: { userId_key: { userId, key } } });
  if (row.action !== action || row.inputHash !== inputHash) {
    throw new RapporteurError('invalid_input', 'This key was used for another request.', [
      { path: '/idempotencyKey', message: 'was used for another request; take a new one' },
    ]);
  }
  // Written by the same action in the transaction that claimed the key, so it is that action's answer.
  return row.answer as T;
}

/** Forgets keys older than a day, some at a time; those another request is at work on are left for the next. */
export function sweepKeys(tx: Transaction): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "IdempotencyKey" WHERE ("userId", "key") IN (
      SELECT "userId", "key" FROM "IdempotencyKey" WHERE "createdAt" < clock_timestamp() - make_interval(hours => ${keyLifetime}::int)
      ORDER BY "createdAt" LIMIT ${sweptAtOnce} FOR UPDATE SKIP LOCKED)`;
}
