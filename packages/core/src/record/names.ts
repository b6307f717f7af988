import type { Transaction } from '@rapporteur/db/transaction';
import type { AnyContent } from '@rapporteur/domain/content/content';
import type { Kind } from '@rapporteur/domain/kinds';
import type { Publishable } from './evidence-gate';
import { resolveMerges } from './merges';
import { namesInTitle, titleOf } from './title';

/** The names by which the titles of a set call other records: from the set itself, else as they are public now. */
export async function namesOf(
  tx: Transaction,
  set: readonly Publishable[],
  resolve: (id: string) => string,
): Promise<(id: string) => string> {
  const wanted = [...new Set(set.flatMap((item) => namesInTitle(item.record)).map(resolve))];
  if (wanted.length === 0) return () => 'Not on record';
  const entries = await tx.entry.findMany({ where: { id: { in: wanted } }, select: { id: true, title: true } });
  const names = new Map<string, string>();
  for (const { id, title } of entries) if (title !== null) names.set(id, title);
  for (const { id, record } of set)
    if (namesInTitle(record).length === 0)
      names.set(
        id,
        titleOf(record, () => ''),
      );
  return (id) => names.get(resolve(id)) ?? 'Not on record';
}

/** How many records are renamed at once: those named after a state may be a hundred thousand. */
const batch = 2000;

/** Renames the statements and positions that are named after records whose own names have changed. */
export async function refreshTitles(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (let after: string | undefined = ''; after !== undefined;) {
    const named = await namedAfter(tx, ids, after);
    await renameEntries(tx, named);
    after = named.length < batch ? undefined : named.at(-1)?.id;
  }
}

async function renameEntries(tx: Transaction, set: readonly Publishable[]): Promise<void> {
  if (set.length === 0) return;
  const resolve = await resolveMerges(
    tx,
    set.flatMap(({ record }) => namesInTitle(record)),
  );
  const nameOf = await namesOf(tx, set, resolve);
  const titles = set.map((item) => ({ id: item.id, title: titleOf(item.record, nameOf) }));
  await tx.$executeRaw`
    UPDATE "Entry" e SET "title" = n."title" FROM jsonb_to_recordset(${JSON.stringify(titles)}::jsonb) AS n("id" text, "title" text)
    WHERE e."id" = n."id" AND e."state" = 'live' AND e."title" IS DISTINCT FROM n."title"`;
}

/** Live statements and positions that take a name from these records, in the order of their ids. */
async function namedAfter(tx: Transaction, ids: readonly string[], after: string): Promise<Publishable[]> {
  const rows = await tx.$queryRaw<{ id: string; slug: string; kind: Kind; content: unknown }[]>`
    SELECT e."id", e."slug", e."kind", p."content"
    FROM "Entry" e JOIN "PublishedRevision" p ON p."recordId" = e."id" AND p."revisionNumber" = e."revisionNumber"
    WHERE e."state" = 'live' AND e."kind" IN ('statement', 'position') AND e."id" > ${after} AND e."id" IN (
      SELECT "recordId" FROM "Reference" WHERE "targetId" = ANY (${[...ids]}::text[]) 
        AND "relation" IN ('statement/speaker', 'position/actor', 'position/issue'))
    ORDER BY e."id" LIMIT ${batch}`;
  return rows.map(({ id, slug, kind, content }) => ({
    id,
    slug,
    // Published content was parsed by the schema of its kind before it was written.
    record: { kind, content } as AnyContent,
    citations: [],
  }));
}
