import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { spoken } from '../release/instant';

interface Named {
  id: string;
  slug: string;
  kind: string;
}

/**
 * Refuses a set of records while any of them is under embargo: now, or at an instant that is planned for them. Names
 * each of them with the end of its embargo.
 */
export async function requireNoEmbargo(
  tx: Transaction,
  records: readonly Named[],
  planned: Date | null = null,
): Promise<void> {
  const rows = await tx.$queryRaw<{ recordId: string; local: string; zone: string }[]>`
    SELECT "recordId", "local", "zone" FROM "Embargo"
    WHERE "recordId" = ANY (${records.map(({ id }) => id)}::text[])
      AND "until" > coalesce(${planned?.toISOString() ?? null}::timestamptz, clock_timestamp())`;
  if (rows.length === 0) return;
  const endOf = new Map(rows.map((row) => [row.recordId, spoken(row)]));
  const issues = records.flatMap(({ id, kind, slug }) => {
    const end = endOf.get(id);
    return end === undefined ? [] : [{ path: `/${kind}s/${slug}`, message: `is under embargo until ${end}` }];
  });
  throw new RapporteurError(
    'state_conflict',
    `Nothing is published: ${issues.length === 1 ? 'a record is' : `${issues.length} records are`} under embargo.`,
    issues,
  );
}
