import type { Transaction } from '@rapporteur/db/transaction';
import { references } from '@rapporteur/domain/content/references';
import { surroundings } from '@rapporteur/domain/passage';
import { project } from '../projection/project';
import { passageId, type Rows } from '../projection/rows';
import type { Publishable, Texts } from './evidence-gate';
import { resolveMerges } from './merges';

/** How much of a text stands around a passage for readers, on each side, in code points. */
const shownAround = 300;

/** Every record that a set names, in its contents or by its citations. */
export const namedBy = (set: readonly Publishable[]): string[] => [
  ...set.flatMap((item) => references(item.record.kind, item.record.content).map(({ value }) => value)),
  ...set.flatMap((item) => item.citations.map((citation) => citation.passage.source)),
];

/** Makes the published rows of the set those of its contents. Runs within a publication. */
export async function projectSet(tx: Transaction, set: readonly Publishable[], texts: Texts, at: Date): Promise<void> {
  if (set.length === 0) return;
  const resolve = await resolveMerges(tx, namedBy(set));
  const rows: Rows = {};
  for (const item of set) {
    const textOf = (sha256: string) => texts.get(sha256) ?? { text: '', length: 0 };
    for (const [table, added] of Object.entries(project(item.id, item.record, item.citations, { resolve, textOf }))) {
      (rows[table] ??= []).push(...added);
    }
  }
  const ids = set.map(({ id }) => id);
  const cited = await passagesCitedBy(tx, ids);
  await insertPassages(tx, set, texts, resolve, at);
  await tx.$executeRaw`SELECT history.sync(${ids}, ${JSON.stringify(rows)}::jsonb)`;
  await removeUncited(tx, cited);
}

/** Empties the published rows of a record that is no longer public. */
export async function clearProjection(tx: Transaction, id: string, tables: readonly string[]): Promise<void> {
  const rows = Object.fromEntries(
    [...tables, 'Reference', 'Citation', 'PublishedRevision'].map((table) => [table, []]),
  );
  const cited = await passagesCitedBy(tx, [id]);
  await tx.$executeRaw`SELECT history.sync(${[id]}, ${JSON.stringify(rows)}::jsonb)`;
  await removeUncited(tx, cited);
}

async function insertPassages(
  tx: Transaction,
  set: readonly Publishable[],
  texts: Texts,
  resolve: (id: string) => string,
  at: Date,
): Promise<void> {
  const passages = new Map(
    set.flatMap((item) =>
      item.citations.map(({ passage }) => {
        const { before, after } = surroundings(texts.get(passage.sha256)?.text ?? '', passage, shownAround);
        const { source, ...selector } = passage;
        const row = {
          id: passageId(passage),
          recordId: resolve(source),
          ...selector,
          before,
          after,
          state: 'verified',
          checkedAt: at,
        };
        return [row.id, row] as const;
      }),
    ),
  );
  if (passages.size === 0) return;
  await tx.passage.createMany({ data: [...passages.values()], skipDuplicates: true });
}

async function passagesCitedBy(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.citation.findMany({
    where: { recordId: { in: [...ids] } },
    distinct: ['passageId'],
    select: { passageId: true },
  });
  return rows.map(({ passageId }) => passageId);
}

/** Of the passages that were cited, those that nothing cites any more leave the public record. */
async function removeUncited(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.passage.deleteMany({ where: { id: { in: [...ids] }, citations: { none: {} } } });
}
