import type { Transaction } from '@rapporteur/db/transaction';

/** The most other pages that one rehearsal reads: those who publish wait meanwhile. */
const most = 30;

/**
 * The public records whose pages may show something of a set: those that name one of it or are named by one, and their
 * own neighbours (a programme shows the positions on its issues). The nearest first; `more` where some were left out.
 */
export async function neighbours(
  tx: Transaction,
  set: readonly string[],
  named: readonly string[],
): Promise<{ ids: string[]; more: boolean }> {
  const first = await step(tx, set, named, set);
  const second = first.length > most ? [] : await step(tx, first, [], [...set, ...first]);
  const all = [...first, ...second];
  return { ids: all.slice(0, most), more: all.length > most };
}

/** Live records one reference away from some, in either direction, or among `also`; none of `but`. */
async function step(
  tx: Transaction,
  from: readonly string[],
  also: readonly string[],
  but: readonly string[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT e."id" FROM "Entry" e
    WHERE e."state" = 'live' AND e."id" <> ALL (${[...but]}::text[]) AND (
      e."id" = ANY (${[...also]}::text[])
      OR e."id" IN (SELECT "targetId" FROM "Reference" WHERE "recordId" = ANY (${[...from]}::text[]))
      OR e."id" IN (SELECT "recordId" FROM "Reference" WHERE "targetId" = ANY (${[...from]}::text[])))
    ORDER BY e."id" LIMIT ${most + 1}`;
  return rows.map(({ id }) => id);
}
