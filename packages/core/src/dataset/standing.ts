import type { Transaction } from '@rapporteur/db/transaction';
import type { Kind } from '@rapporteur/domain/kinds';
import { openStates } from '@rapporteur/domain/lifecycle';
import type { Planned } from './planned';

/** What is on record at the address of a planned record. */
export interface Standing {
  id: string;
  lockVersion: number;
  contentHash: string | null;
  /** The number of the public revision. */
  revisionNumber: number | null;
  /** Whether that says what the row said at the last import. */
  agreed: boolean;
  /** Whether somebody is working on it. */
  open: boolean;
  withdrawn: boolean;
  merged: boolean;
  versions: { sha256: string; fetched: string }[] | null;
}

type Address = Pick<Planned, 'kind' | 'slug'>;
const addressOf = ({ kind, slug }: Address) => `${kind} ${slug}`;

/** What is on record at some addresses. */
export async function standingAt(
  tx: Pick<Transaction, '$queryRaw'>,
  planned: readonly Address[],
): Promise<(at: Address) => Standing | null> {
  const wanted = JSON.stringify(planned.map(({ kind, slug }) => ({ kind, slug })));
  const rows = await tx.$queryRaw<(Standing & { kind: Kind; slug: string })[]>`
    SELECT r."id", r."kind", r."slug", r."lockVersion", r."mergedIntoId" IS NOT NULL AS "merged", l."contentHash",
      l."number" AS "revisionNumber", (d."revisionNumber" = l."number") IS TRUE AS "agreed",
      CASE WHEN r."kind" = 'source' THEN l."content" -> 'versions' END AS "versions",
      EXISTS (SELECT FROM "Revision" o WHERE o."recordId" = r."id" AND o."state" = ANY (${[...openStates]}::text[])) AS "open",
      l."id" IS NULL AND EXISTS (SELECT FROM "Revision" w WHERE w."recordId" = r."id" AND w."state" = 'withdrawn') AS "withdrawn"
    FROM jsonb_to_recordset(${wanted}::jsonb) AS w("kind" text, "slug" text)
    JOIN "Record" r ON r."kind" = w."kind" AND r."slug" = w."slug"
    LEFT JOIN "Revision" l ON l."recordId" = r."id" AND l."state" = 'live'
    LEFT JOIN "DatasetRow" d ON d."recordId" = r."id"`;
  const found = new Map(rows.map((row) => [addressOf(row), row]));
  return (at) => found.get(addressOf(at)) ?? null;
}
