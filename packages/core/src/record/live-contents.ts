import type { Transaction } from '@rapporteur/db/transaction';
import type { Kind } from '@rapporteur/domain/kinds';
import { checkContent } from './content';
import type { Publishable, Texts } from './evidence-gate';
import { resolveMerges } from './merges';
import { namedBy, projectSet } from './project-set';

/** The live contents of some records with the stored texts they rest on, ready to be projected again. */
export async function liveContents(
  tx: Transaction,
  ids: readonly string[],
): Promise<{ set: Publishable[]; texts: Texts }> {
  const revisions = await tx.revision.findMany({
    where: { recordId: { in: [...ids] }, state: 'live' },
    include: { record: true },
  });
  const set = revisions.map((revision) => ({
    id: revision.recordId,
    slug: revision.record.slug,
    ...checkContent(revision.record.kind as Kind, revision.content, revision.citations),
  }));
  const wanted = set.flatMap((item) => [
    ...item.citations.map((citation) => citation.passage.sha256),
    ...(item.record.kind === 'source' ? item.record.content.versions.map((version) => version.sha256) : []),
  ]);
  const texts = await tx.storedText.findMany({ where: { sha256: { in: wanted } } });
  return { set, texts: new Map(texts.map(({ sha256, text, length }) => [sha256, { text, length }])) };
}

/** Makes the published rows of a live record anew, because what is public beside it has changed. Within a publication. */
export async function projectAgain(tx: Transaction, id: string, at: Date): Promise<void> {
  const { set, texts } = await liveContents(tx, [id]);
  const resolve = await resolveMerges(tx, namedBy(set));
  await projectSet(tx, set, { texts, resolve, at });
}
