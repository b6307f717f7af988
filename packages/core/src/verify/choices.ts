import { Prisma } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import { findingsOf, type Finding } from './finding';

/**
 * In no public vote does an actor have two choices. A merge of two actors that had voted in it once made such votes; each has
 * to be corrected, because whoever counts it counts the actor twice.
 */
export async function* verifyChoices(tx: Transaction): AsyncGenerator<Finding> {
  yield* findingsOf(
    tx,
    Prisma.sql`
      SELECT "recordId" AS record, format('the actor %s has %s choices in this vote; correct the vote', "actorId", count(*)) AS what
      FROM "Choice" GROUP BY "recordId", "actorId" HAVING count(*) > 1`,
  );
}
