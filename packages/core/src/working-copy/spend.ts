import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import type { Kind } from '@rapporteur/domain/kinds';
import { authorize, type Caller } from '../policy';
import type { Written } from './written';

/** Gives up what the caller has typed into a record and not saved. Discarding nothing is no fault. */
export function discardWorkingCopy(
  db: PrismaClient,
  caller: Caller,
  input: { id: string; kind: Kind; written: Written | null },
): Promise<{ discarded: boolean }> {
  return transaction(db, async (tx) => {
    const { userId } = authorize(caller, 'working_copy.discard');
    const discarded = await spendWorkingCopy(tx, userId, input);
    if (discarded) {
      const recordId = (await tx.record.count({ where: { id: input.id } })) === 0 ? null : input.id;
      await tx.auditEntry.create({
        data: { userId, action: 'working_copy.discard', recordId, detail: recordId === null ? { id: input.id } : {} },
      });
    }
    return { discarded };
  });
}

/**
 * Spends a working copy: its text was saved, or given up. Told which window's text that was, it leaves the text of
 * another window alone, and remembers the counter, so that a keep still under way is recognised as late. Answers
 * whether there was a text to spend.
 */
export async function spendWorkingCopy(
  tx: Transaction,
  userId: string,
  { id, kind, written }: { id: string; kind: Kind; written: Written | null },
): Promise<boolean> {
  if (written === null) {
    const spent = await tx.$executeRaw`
      UPDATE "WorkingCopy" SET "content" = NULL, "citations" = NULL, "note" = NULL, "pasted" = NULL, "spentAt" = clock_timestamp()
      WHERE "recordId" = ${id} AND "userId" = ${userId} AND "spentAt" IS NULL`;
    return spent > 0;
  }
  const { clientId, sequence, seen } = written;
  const before = await tx.$queryRaw<{ held: boolean }[]>`
    SELECT "spentAt" IS NULL AS held FROM "WorkingCopy" WHERE "recordId" = ${id} AND "userId" = ${userId} FOR UPDATE`;
  const spent = await tx.$executeRaw`
    INSERT INTO "WorkingCopy" AS w ("recordId", "userId", "kind", "slug", "clientId", "sequence", "spentAt")
    VALUES (${id}, ${userId}, ${kind}, '', ${clientId}, ${sequence}, clock_timestamp())
    ON CONFLICT ("recordId", "userId") DO UPDATE SET "content" = NULL, "citations" = NULL, "note" = NULL, "pasted" = NULL,
      "spentAt" = excluded."spentAt", "clientId" = excluded."clientId", "sequence" = excluded."sequence"
    WHERE w."spentAt" IS NOT NULL OR (w."clientId" = excluded."clientId" AND w."sequence" <= excluded."sequence")
      OR (w."clientId" = ${seen?.clientId ?? null} AND w."sequence" = ${seen?.sequence ?? null}::int)`;
  return spent > 0 && before[0]?.held === true;
}
