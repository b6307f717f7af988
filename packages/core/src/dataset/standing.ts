import type { Transaction } from '@rapporteur/db/transaction';
import type { Kind } from '@rapporteur/domain/kinds';
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
  | { outcome: 'unchanged' | 'ended'; standing: Standing }
  | { outcome: 'refused'; why: string };

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

/** Compares a planned record with what stands at its address. Refuses as `checkContent` does. */
export async function fateOf(
  tx: Pick<Transaction, '$queryRaw' | 'revision'>,
  planned: Planned,
  standing: Standing | null,
): Promise<Fate> {
  const checked = checkContent(planned.kind, contentOf(planned, standing), planned.citations);
  if (standing === null) return { outcome: 'new', checked, standing };
  // What somebody took away stays away.
  if (standing.withdrawn || standing.merged) return { outcome: 'ended', standing };
  if (standing.contentHash === checked.contentHash) return { outcome: 'unchanged', standing };
  if (standing.contentHash !== null && (await saysTheSame(tx, standing.id, checked)))
    return { outcome: 'unchanged', standing };
  if (standing.open)
    return { outcome: 'refused', why: 'somebody is working on it at the desk; publish or discard that revision first' };
  return { outcome: 'changed', checked, standing };
}

/**
 * Whether what is public of a record says the same with the same words: its actors may have been merged since, and its rows may
 * stand elsewhere in a newer version of their source. It keeps the passages that it has.
 */
async function saysTheSame(
  tx: Pick<Transaction, '$queryRaw' | 'revision'>,
  id: string,
  { record: { kind, content }, citations }: CheckedContent,
): Promise<boolean> {
  const live = await tx.revision.findFirstOrThrow({ where: { recordId: id, state: 'live' } });
  // Live citations were checked when they were saved.
  const cited = live.citations as unknown as Citation[];
  const named = references(kind, live.content).map(({ value }) => value);
  const resolve = await resolveMerges(tx as Transaction, [...named, ...cited.map(({ passage }) => passage.source)]);
  const words = (some: readonly Citation[]) =>
    some.map(({ field, role, passage: { source, exact } }) => ({ field, role, source: resolve(source), exact }));
  const standing = mapReferences(kind, live.content, ({ value }) => resolve(value));
  return hashContent(kind, standing, words(cited)) === hashContent(kind, content, words(citations));
}

/** A source keeps the texts that it had; one that it did not have becomes its newest. */
function contentOf({ content, version }: Planned, standing: Standing | null): Record<string, unknown> {
  if (!version) return content;
  const before = standing?.versions ?? [];
  const { sha256 } = version.text;
  const versions = before.at(-1)?.sha256 === sha256 ? before : [...before, { sha256, fetched: version.fetched }];
  return { ...content, versions };
}
