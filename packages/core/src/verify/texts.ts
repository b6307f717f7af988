import { Prisma } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import { findingsOf, type Finding } from './finding';

/** Every stored text, and every text that readers see or saw, has the fingerprint it is filed under. */
export async function* verifyTexts(tx: Transaction): AsyncGenerator<Finding> {
  const altered = (column: string) =>
    Prisma.raw(
      `(encode(sha256(convert_to(t."text", 'UTF8')), 'hex') <> t."sha256" OR t."length" <> char_length(${column}))`,
    );
  yield* findingsOf(
    tx,
    Prisma.sql`
      SELECT DISTINCT coalesce(v."recordId", 'StoredText ' || t."sha256") AS record,
        format('the stored text %s no longer has that fingerprint or length', t."sha256") AS what
      FROM "StoredText" t LEFT JOIN history."SourceVersion" v ON v."sha256" = t."sha256" WHERE ${altered('t."text"')}`,
  );
  yield* findingsOf(
    tx,
    Prisma.sql`
      SELECT t."recordId" AS record, format('the public text of version %s, recorded %s, does not have its fingerprint', t."number", t.recorded) AS what
      FROM history."SourceVersion" t WHERE t."text" IS NOT NULL AND ${altered('t."text"')}`,
  );
}
