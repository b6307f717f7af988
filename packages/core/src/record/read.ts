import type { Published } from '@rapporteur/db/clients';
import type { Kind } from '@rapporteur/domain/kinds';
import type { PublishedRevisionView, RecordAnswer, RecordView } from '@rapporteur/domain/views';
import { citationsOf } from './evidence';
import { linkColumns, linksTo, requireLink, toLink } from './links';
import { positionIds, positionSummaries, statementsFor, textsOf } from './related';

export type RecordAddress = { kind: Kind; slug: string } | { id: string };

/** The most records naming one that its page lists. */
const namedByShown = 500;

/** What stands at an address: the record as it is public, its tombstone, or where it went; null where nothing ever stood. */
export async function getRecord(published: Published, by: RecordAddress): Promise<RecordAnswer | null> {
  const where = 'id' in by ? { id: by.id } : { kind_slug: { kind: by.kind, slug: by.slug } };
  const entry = await published.entry.findUnique({ where });
  if (!entry) return null;
  if (entry.state === 'merged' && entry.mergedIntoId !== null) {
    return { found: 'merged', into: requireLink(await linksTo(published, [entry.mergedIntoId]), entry.mergedIntoId) };
  }
  if (entry.state === 'withdrawn' || entry.revisionNumber === null || entry.title === null) {
    const tombstone = {
      id: entry.id,
      kind: entry.kind as Kind,
      slug: entry.slug,
      reason: entry.reason ?? '',
      at: entry.publishedAt.toISOString(),
      revisionNumber: entry.revisionNumber,
    };
    return { found: 'withdrawn', tombstone };
  }
  const revision = await getRevision(published, entry.id, entry.revisionNumber);
  if (!revision) throw new Error(`The entry ${entry.id} has no published revision ${entry.revisionNumber}.`);
  return { found: 'live', record: await buildView(published, { slug: entry.slug, title: entry.title, revision }) };
}

async function buildView(
  published: Published,
  { slug, title, revision }: { slug: string; title: string; revision: PublishedRevisionView },
): Promise<RecordView> {
  const { recordId: id, kind } = revision;
  const [positions, named, namedBy, statements, texts] = await Promise.all([
    positionIds(published, kind, id),
    published.reference.findMany({ where: { recordId: id }, select: { targetId: true } }),
    published.reference.findMany({
      where: { targetId: id, recordId: { not: id }, record: { state: 'live' } },
      select: { field: true, record: { select: linkColumns } },
      orderBy: { id: 'asc' },
      take: namedByShown,
    }),
    statementsFor(published, kind, id),
    kind === 'source' ? textsOf(published, id) : [],
  ]);
  const [citations, links] = await Promise.all([
    citationsOf(published, id, positions),
    linksTo(published, [...named.map(({ targetId }) => targetId), ...idsIn(revision.content)]),
  ]);
  return {
    kind,
    id,
    slug,
    title,
    revisionNumber: revision.revisionNumber,
    publishedAt: revision.publishedAt,
    change: { action: revision.change, note: revision.note, at: revision.publishedAt },
    // Published content was parsed by the schema of its kind before it was written.
    content: revision.content,
    links: Object.fromEntries(links),
    citations,
    namedBy: namedBy.map(({ field, record }) => ({ record: toLink(record), field })),
    positions: await positionSummaries(published, positions, id, citations),
    statements,
    texts,
  } as RecordView;
}

/** Ids that stand in a content as they were written: merged records are linked under the id that names them. */
function idsIn(content: unknown): string[] {
  return JSON.stringify(content).match(/(?<=")[a-z]{3}_[0-9a-z]{26}(?=")/g) ?? [];
}

/** One published revision with its content. */
export async function getRevision(
  published: Published,
  id: string,
  number: number,
): Promise<PublishedRevisionView | null> {
  const row = await published.publishedRevision.findUnique({
    where: { recordId_revisionNumber: { recordId: id, revisionNumber: number } },
  });
  if (!row) return null;
  return {
    recordId: row.recordId,
    kind: row.kind as Kind,
    revisionNumber: row.revisionNumber,
    change: row.change as PublishedRevisionView['change'],
    note: row.note,
    publishedAt: row.publishedAt.toISOString(),
    sequence: Number(row.sequence),
    contentHash: row.contentHash,
    content: row.content,
    citations: row.citations,
  };
}
