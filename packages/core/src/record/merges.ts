import type { Transaction } from '@rapporteur/db/transaction';

/** Follows merges: for each id, the record that stands for it now. Merges never loop (the database refuses), so this ends. */
export async function resolveMerges(
  tx: Pick<Transaction, '$queryRaw'>,
  ids: readonly string[],
): Promise<(id: string) => string> {
  const rows = await tx.$queryRaw<{ id: string; into: string }[]>`
    WITH RECURSIVE chain AS (
      SELECT "id" AS origin, "id", "mergedIntoId" FROM "Record" WHERE "id" = ANY (${[...new Set(ids)]}) AND "mergedIntoId" IS NOT NULL
      UNION ALL
      SELECT chain.origin, r."id", r."mergedIntoId" FROM chain JOIN "Record" r ON r."id" = chain."mergedIntoId"
    ) SELECT origin AS id, "id" AS into FROM chain WHERE "mergedIntoId" IS NULL`;
  const merged = new Map(rows.map(({ id, into }) => [id, into]));
  return (id) => merged.get(id) ?? id;
}
