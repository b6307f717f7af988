import type { Transaction } from '@rapporteur/db/transaction';
import type { Kind } from '@rapporteur/domain/kinds';
import { RapporteurError } from '@rapporteur/domain/errors';
import { openStates } from '@rapporteur/domain/lifecycle';
import { mapReferences, references } from '@rapporteur/domain/content/references';
import type { Citation } from '@rapporteur/domain/content/citation';
import { checkContent, hashContent, type CheckedContent } from '../record/content';
import { resolveMerges } from '../record/merges';
import type { Planned } from './planned';

/** What is on record at the address of a planned record. */
interface Standing {
  id: string;
  lockVersion: number;
  contentHash: string | null;
  /** Whether somebody is working on it. */
  open: boolean;
  withdrawn: boolean;
  merged: boolean;
  versions: { sha256: string; fetched: string }[] | null;
}

/** What is to be done for a planned record. */
export type Fate =
  | { outcome: 'new' | 'changed'; checked: CheckedContent; standing: Standing | null }
  | { outcome: 'unchanged' | 'ended' | 'kept'; standing: Standing }
  | { outcome: 'refused'; why: string }
  | { outcome: 'faulty'; error: RapporteurError };

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
      CASE WHEN r."kind" = 'source' THEN l."content" -> 'versions' END AS "versions",
      EXISTS (SELECT FROM "Revision" o WHERE o."recordId" = r."id" AND o."state" = ANY (${[...openStates]}::text[])) AS "open",
      l."id" IS NULL AND EXISTS (SELECT FROM "Revision" w WHERE w."recordId" = r."id" AND w."state" = 'withdrawn') AS "withdrawn"
    FROM jsonb_to_recordset(${wanted}::jsonb) AS w("kind" text, "slug" text)
    JOIN "Record" r ON r."kind" = w."kind" AND r."slug" = w."slug"
    LEFT JOIN "Revision" l ON l."recordId" = r."id" AND l."state" = 'live'`;
  const found = new Map(rows.map((row) => [addressOf(row), row]));
  return (at) => found.get(addressOf(at)) ?? null;
}

/**
 * Compares planned records with what stands at their addresses. What `checkContent` refuses is faulty. The number of
 * statements does not depend on theirs.
 */
export async function fatesOf(
  tx: Pick<Transaction, '$queryRaw' | 'revision'>,
  planned: readonly Planned[],
  standingOf: (at: Address) => Standing | null,
): Promise<(readonly [Planned, Fate])[]> {
  const fates = planned.map((each) => [each, fateByHash(each, standingOf(each))] as const);
  const differing = fates.flatMap(([, fate]) =>
    fate.outcome === 'changed' && fate.standing?.contentHash ? [{ id: fate.standing.id, checked: fate.checked }] : [],
  );
  const same = await sayingTheSame(tx, differing);
  const kept = await changedByOthers(
    tx,
    differing.filter(({ id }) => !same.has(id)),
  );
  return fates.map(([each, fate]) => {
    if (fate.outcome !== 'changed' || !fate.standing) return [each, fate];
    if (same.has(fate.standing.id)) return [each, { outcome: 'unchanged', standing: fate.standing }];
    if (kept.has(fate.standing.id)) return [each, { outcome: 'kept', standing: fate.standing }];
    const why = 'somebody is working on it at the desk; publish or discard that revision first';
    return [each, fate.standing.open ? { outcome: 'refused', why } : fate];
  });
}

function fateByHash(planned: Planned, standing: Standing | null): Fate {
  let checked: CheckedContent;
  try {
    checked = checkContent(planned.kind, contentOf(planned, standing), planned.citations);
  } catch (error) {
    if (error instanceof RapporteurError) return { outcome: 'faulty', error };
    throw error;
  }
  if (standing === null) return { outcome: 'new', checked, standing };
  // What somebody took away stays away.
  if (standing.withdrawn || standing.merged) return { outcome: 'ended', standing };
  return standing.contentHash === checked.contentHash
    ? { outcome: 'unchanged', standing }
    : { outcome: 'changed', checked, standing };
}

/** What the audit log calls it where a row that has changed became a new revision. */
export const changedByRow = 'dataset.change';

/**
 * The records whose row is as it was when it was imported, and whose public text somebody has changed since: a revision before
 * the live one has the text of the row, and the live one is of no import of a dataset.
 */
async function changedByOthers(
  tx: Pick<Transaction, '$queryRaw'>,
  some: readonly { id: string; checked: CheckedContent }[],
): Promise<ReadonlySet<string>> {
  if (some.length === 0) return new Set();
  const wanted = JSON.stringify(some.map(({ id, checked: { contentHash } }) => ({ id, contentHash })));
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT w."id" FROM jsonb_to_recordset(${wanted}::jsonb) AS w("id" text, "contentHash" text)
    JOIN "Revision" r ON r."recordId" = w."id" AND r."contentHash" = w."contentHash" AND r."state" = 'superseded'
    JOIN "Revision" l ON l."recordId" = w."id" AND l."state" = 'live'
    WHERE NOT EXISTS (SELECT FROM "AuditEntry" a
      WHERE a."recordId" = w."id" AND a."revisionNumber" = l."number" AND a."action" = ${changedByRow})`;
  return new Set(rows.map(({ id }) => id));
}

/**
 * The records of which what is public says the same with the same words: their actors may have been merged since, and their
 * rows may stand elsewhere in a newer version of their source. They keep the passages that they have.
 */
async function sayingTheSame(
  tx: Pick<Transaction, '$queryRaw' | 'revision'>,
  some: readonly { id: string; checked: CheckedContent }[],
): Promise<ReadonlySet<string>> {
  if (some.length === 0) return new Set();
  const rows = await tx.revision.findMany({
    where: { recordId: { in: some.map(({ id }) => id) }, state: 'live' },
    select: { recordId: true, content: true, citations: true },
  });
  // Live citations were checked when they were saved.
  const live = new Map(rows.map((row) => [row.recordId, { ...row, cited: row.citations as unknown as Citation[] }]));
  const kindOf = new Map(some.map(({ id, checked }) => [id, checked.record.kind]));
  const named = [...live].flatMap(([id, { content, cited }]) => [
    ...references(kindOf.get(id) ?? 'source', content).map(({ value }) => value),
    ...cited.map(({ passage }) => passage.source),
  ]);
  const resolve = await resolveMerges(tx as Transaction, named);
  const words = (citations: readonly Citation[]) =>
    citations.map(({ field, role, passage: { source, exact } }) => ({ field, role, source: resolve(source), exact }));
  const same = some.filter(({ id, checked: { record, citations } }) => {
    const there = live.get(id);
    if (!there) return false;
    const standing = mapReferences(record.kind, there.content, ({ value }) => resolve(value));
    return (
      hashContent(record.kind, standing, words(there.cited)) ===
      hashContent(record.kind, record.content, words(citations))
    );
  });
  return new Set(same.map(({ id }) => id));
}

/** A source keeps the texts that it had; one that it did not have becomes its newest. */
function contentOf({ content, version }: Planned, standing: Standing | null): Record<string, unknown> {
  if (!version) return content;
  const before = standing?.versions ?? [];
  const { sha256 } = version.text;
  const versions = before.at(-1)?.sha256 === sha256 ? before : [...before, { sha256, fetched: version.fetched }];
  return { ...content, versions };
}
