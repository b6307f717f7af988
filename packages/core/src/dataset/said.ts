import type { Transaction } from '@rapporteur/db/transaction';
import type { Citation } from '@rapporteur/domain/content/citation';
import { mapReferences, references } from '@rapporteur/domain/content/references';
import type { Kind } from '@rapporteur/domain/kinds';
import { hashContent } from '../record/content';
import { resolveMerges } from '../record/merges';

/** A text of a record, with what it rests on. */
export interface Text {
  content: Record<string, unknown>;
  citations: readonly Citation[];
}

/** What is public of a record, and what its row said at the last import; null where no import is known to have read one. */
export interface Said {
  live: Text;
  row: Text | null;
}

/** What is said of some records that are public, by their ids. */
export async function saidOf(
  tx: Pick<Transaction, '$queryRaw'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Said>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; live: Text; row: Text | null }[]>`
    SELECT l."recordId" AS id, jsonb_build_object('content', l."content", 'citations', l."citations") AS live,
      CASE WHEN d."recordId" IS NOT NULL THEN jsonb_build_object('content', coalesce(d."content", v."content"),
        'citations', coalesce(d."citations", v."citations")) END AS row
    FROM "Revision" l LEFT JOIN "DatasetRow" d ON d."recordId" = l."recordId"
    LEFT JOIN "Revision" v ON v."recordId" = d."recordId" AND v."number" = d."revisionNumber"
    WHERE l."recordId" = ANY (${[...ids]}::text[]) AND l."state" = 'live'`;
  return new Map(rows.map(({ id, live, row }) => [id, { live, row }]));
}

/**
 * Tells by one text for all texts that say the same: actors may have been merged since, and the words that they rest on may
 * stand elsewhere in a newer version of their source.
 */
export async function fingerprints(
  tx: Pick<Transaction, '$queryRaw'>,
  texts: readonly (Text & { kind: Kind })[],
): Promise<(kind: Kind, text: Text) => string> {
  const named = texts.flatMap(({ kind, content, citations }) => [
    ...references(kind, content).map(({ value }) => value),
    ...citations.map(({ passage }) => passage.source),
  ]);
  const resolve = await resolveMerges(tx, named);
  return (kind, { content, citations }) =>
    hashContent(
      kind,
      mapReferences(kind, content, ({ value }) => resolve(value)),
      citations.map(({ field, role, passage: { source, exact } }) => ({ field, role, source: resolve(source), exact })),
    );
}

/** What the row of a record says: a revision of it, or another text where the record was left to say something else. */
export type RowSays = { id: string } & ({ revisionNumber: number } | { text: Text });

/** Keeps what rows say for the next import, in one statement. */
export async function rememberRows(tx: Pick<Transaction, '$executeRaw'>, rows: readonly RowSays[]): Promise<void> {
  if (rows.length === 0) return;
  const given = rows.map((row) =>
    'text' in row ? { recordId: row.id, ...row.text } : { recordId: row.id, revisionNumber: row.revisionNumber },
  );
  await tx.$executeRaw`
    INSERT INTO "DatasetRow" ("recordId", "revisionNumber", "content", "citations")
    SELECT "recordId", "revisionNumber", "content", "citations"
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS g("recordId" text, "revisionNumber" int, "content" jsonb, "citations" jsonb)
    ORDER BY "recordId"
    ON CONFLICT ("recordId") DO UPDATE
    SET "revisionNumber" = excluded."revisionNumber", "content" = excluded."content", "citations" = excluded."citations"`;
}
