import { Prisma } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import { findingsOf, type Finding } from './finding';

/** The chain of the publication log: no row missing, each with the hash of its fields and that of the row before. */
export async function* verifyLog(tx: Transaction): AsyncGenerator<Finding> {
  yield* findingsOf(
    tx,
    Prisma.sql`
      WITH log AS (
        SELECT p."sequence", p."recordId", p."recordedAt", p."hash" = history.publication_hash(p) AS sound,
          p."previousHash" = coalesce(lag(p."hash") OVER w, repeat('0', 64)) AS chained,
          coalesce(lag(p."sequence") OVER w, 0) AS before, lag(p."recordedAt") OVER w AS instant_before
        FROM "Publication" p WINDOW w AS (ORDER BY p."sequence"))
      SELECT "recordId" AS record, format('publication %s: %s', "sequence", fault.what) AS what
      FROM log, LATERAL (VALUES
        (NOT sound, 'its hash is not the hash of its fields'),
        (NOT chained, 'does not carry the hash of the row before it'),
        ("sequence" <> before + 1, format('follows publication %s: a row is missing', before)),
        ("recordedAt" < instant_before, 'was recorded before the one that it follows')) AS fault(found, what)
      WHERE fault.found ORDER BY "sequence"`,
  );
}
