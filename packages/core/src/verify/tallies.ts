import { Prisma } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import { findingsOf, type Finding } from './finding';

/** How many records of each kind were public at every instant, against the entries that were live then. */
export async function* verifyTallies(tx: Transaction): AsyncGenerator<Finding> {
  yield* findingsOf(
    tx,
    Prisma.sql`
      WITH steps AS (
        SELECT "kind", lower("recorded") AS "at", 1 AS "step" FROM history."Entry" WHERE "state" = 'live'
        UNION ALL
        SELECT "kind", upper("recorded"), -1 FROM history."Entry" WHERE "state" = 'live' AND NOT upper_inf("recorded")
      ), sums AS (
        SELECT "kind", "at", sum("step") AS "step" FROM steps GROUP BY "kind", "at" HAVING sum("step") <> 0
      ), counted AS (
        SELECT "kind" AS "id", sum("step") OVER kind AS "live", tstzrange("at", lead("at") OVER kind) AS "recorded"
        FROM sums WINDOW kind AS (PARTITION BY "kind" ORDER BY "at")
      ),
      -- Neighbouring times of one number are one time: it may be written again as it was.
      expected AS (SELECT "id", "live", range_agg("recorded") FROM counted GROUP BY 1, 2),
      stored AS (SELECT "id", "live", range_agg("recorded") FROM history."Tally" GROUP BY 1, 2)
      SELECT DISTINCT "id" AS record, 'the tally of this kind, now or in history, is not the number of its public records' AS what
      FROM ((TABLE expected EXCEPT TABLE stored) UNION ALL (TABLE stored EXCEPT TABLE expected)) d`,
  );
}
