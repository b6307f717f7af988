import type { Transaction } from '@rapporteur/db/transaction';
import { mapReferences, references } from '@rapporteur/domain/content/references';
import { openStates } from '@rapporteur/domain/lifecycle';
import { hashContent, type CheckedContent } from '../record/content';
import { resolveMerges } from '../record/merges';

/** What is on record under the id of a record of a bundle. */
export interface Standing {
  lockVersion: number;
  /** Its revisions, but for those that were discarded. */
  revisions: number;
  /** Whether somebody is working on it. */
  open: boolean;
  /** Of what is public. */
  contentHash: string | null;
}

/** What is on record under some ids: one statement for all. */
export async function standingOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const rows = await tx.$queryRaw<(Standing & { id: string })[]>`
    SELECT o."id", o."lockVersion", count(r."id") FILTER (WHERE r."state" <> 'discarded')::int AS revisions,
      coalesce(bool_or(r."state" = ANY (${[...openStates]}::text[])), false) AS open,
      max(r."contentHash") FILTER (WHERE r."state" = 'live') AS "contentHash"
    FROM "Record" o LEFT JOIN "Revision" r ON r."recordId" = o."id"
    WHERE o."id" = ANY (${[...ids]}::text[]) GROUP BY o."id"`;
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}

/** Whether a record is public with this very text, merged records being named by those that stand for them, as an export names them. */
export async function sayingTheSame(
  tx: Transaction,
  id: string,
  { record: { kind }, contentHash }: CheckedContent,
  standing: Standing,
): Promise<boolean> {
  if (standing.contentHash === null) return false;
  if (standing.contentHash === contentHash) return true;
  const { content, citations } = await tx.revision.findFirstOrThrow({ where: { recordId: id, state: 'live' } });
  const resolve = await resolveMerges(
    tx,
    references(kind, content).map(({ value }) => value),
  );
  const named = mapReferences(kind, content, ({ value }) => resolve(value));
  return hashContent(kind, named, citations) === contentHash;
}
