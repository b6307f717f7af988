import type { Published } from '@rapporteur/db/clients';
import type { ChangesPage, ChangeView } from '@rapporteur/domain/change-views';
import { newestPublication, withdrawnSql } from '../record/history';
import { linkSql } from '../record/links';
import { longestPage } from '../record/page-size';

interface Row extends Omit<ChangeView, 'sequence' | 'recordedAt'> {
  sequence: bigint;
  recordedAt: Date;
}

/**
 * The changes after a sequence number, the oldest first. None is ever added before one that was given: publications wait
 * for one another (`history.begin_publication`), so they become visible in the order of their numbers.
 */
export async function listChanges(
  published: Published,
  { after, limit }: { after: number; limit: number },
): Promise<ChangesPage> {
  const take = Math.min(Math.max(1, limit), longestPage);
  const newest = (await newestPublication(published))?.sequence ?? 0n;
  const rows = await published.$queryRaw<Row[]>`
    SELECT p."sequence", p."action", p."revisionNumber", p."language", n."note", ${withdrawnSql} AS "withdrawn",
      p."recordedAt", p."contentHash", p."previousHash", p."hash", ${linkSql('e')} AS record,
      CASE WHEN t."id" IS NULL THEN NULL ELSE ${linkSql('t')} END AS "into"
    FROM (
      SELECT "sequence", "recordId", "action", "revisionNumber", "language", "recordedAt", "contentHash", "previousHash", "hash"
      FROM "Publication" WHERE "sequence" > ${BigInt(after)} AND "sequence" <= ${newest}
      ORDER BY "sequence" LIMIT ${take + 1}
    ) AS p JOIN "Entry" e ON e."id" = p."recordId" LEFT JOIN "Entry" t ON t."id" = e."mergedIntoId"
      LEFT JOIN "PublicNote" n ON n."sequence" = p."sequence"
    ORDER BY p."sequence"`;
  const items = rows.slice(0, take).map((row) => ({
    ...row,
    sequence: Number(row.sequence),
    recordedAt: row.recordedAt.toISOString(),
  }));
  return { items, next: items.at(-1)?.sequence ?? after, more: rows.length > take, newest: Number(newest) };
}
