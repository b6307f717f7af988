import type { Transaction } from '@rapporteur/db/transaction';
import type { AnyContent } from '@rapporteur/domain/content/content';
import type { Kind } from '@rapporteur/domain/kinds';
import type { Publishable } from './evidence-gate';
import { namesInTitle, titleOf } from './title';

/** The names by which the titles of a set call other records: from the set itself, else as they are public now. */
export async function namesOf(
  tx: Transaction,
  set: readonly Publishable[],
  resolve: (id: string) => string,
): Promise<(id: string) => string> {
  const wanted = [...new Set(set.flatMap((item) => namesInTitle(item.record)).map(resolve))];
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

/** Renames the statements and positions that are named after records whose own names may have changed. */
export async function refreshTitles(tx: Transaction, ids: readonly string[]): Promise<void> {
  const named = await tx.publishedRevision.findMany({
    where: {
      kind: { in: ['statement', 'position'] },
      recordId: { in: await namedAfter(tx, ids) },
    },
    orderBy: { revisionNumber: 'asc' },
  });
  const newest = new Map(named.map((revision) => [revision.recordId, revision]));
  const set = [...newest.values()].map(({ recordId, kind, content }) => ({
    id: recordId,
    slug: '',
    // Published content was parsed by the schema of its kind before it was written.
    record: { kind: kind as Kind, content } as unknown as AnyContent,
    citations: [],
  }));
  const nameOf = await namesOf(tx, set, (id) => id);
  const titles = set.map((item) => ({ id: item.id, title: titleOf(item.record, nameOf) }));
  if (titles.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Entry" e SET "title" = n."title" FROM jsonb_to_recordset(${JSON.stringify(titles)}::jsonb) AS n("id" text, "title" text)
    WHERE e."id" = n."id" AND e."state" = 'live' AND e."title" IS DISTINCT FROM n."title"`;
}

async function namedAfter(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.reference.findMany({
    where: { targetId: { in: [...ids] }, field: { in: ['/speaker', '/actor', '/issue'] } },
    select: { recordId: true },
  });
  return [...new Set(rows.map(({ recordId }) => recordId))];
}
