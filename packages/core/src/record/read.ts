import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import type { Kind } from '@rapporteur/domain/kinds';
import type { PublishedRevisionView, RecordAnswer, RecordLink, RecordView } from '@rapporteur/domain/views';
import { mentionsOf } from '../related/mentions';
import { textsOf } from '../related/passages';
import { positionsFor, positionSummaries } from '../related/positions';
import { statementsFor } from '../related/statements';
import { citationsOf } from './evidence';
import { linksOf, linksTo, requireLink } from './links';

export type RecordAddress = { kind: Kind; slug: string } | { id: string };

interface EntryRow {
  id: string;
  kind: Kind;
  slug: string;
  state: RecordLink['state'];
  title: string | null;
  publishedAt: Date;
  reason: string | null;
  mergedIntoId: string | null;
  revisionNumber: number | null;
  languages: RecordView['languages'];
}

/** The columns of a published revision that a view is made of. */
interface RevisionRow {
  change: PublishedRevisionView['change'];
  note: string | null;
  revisedAt: Date;
  content: unknown;
}

/**
 * What stands at an address: the record as it is public, its tombstone, or where it went; null where nothing ever stood. Of a
 * source the whole texts, or one `part` of each.
 */
export async function getRecord(
  published: Published,
  by: RecordAddress,
  part: number | null = null,
): Promise<RecordAnswer | null> {
  const address =
    'id' in by ? Prisma.sql`e."id" = ${by.id}` : Prisma.sql`e."kind" = ${by.kind} AND e."slug" = ${by.slug}`;
  const [row] = await published.$queryRaw<(EntryRow & { [C in keyof RevisionRow]: RevisionRow[C] | null })[]>`
    SELECT e."id", e."kind", e."slug", e."state", e."title", e."publishedAt", e."reason", e."mergedIntoId", e."revisionNumber",
      r."change", r."note", r."publishedAt" AS "revisedAt", r."content",
      ARRAY(SELECT t."language" FROM "PublishedTranslation" t WHERE t."recordId" = e."id" ORDER BY 1) AS "languages"
    FROM "Entry" e LEFT JOIN "PublishedRevision" r ON r."recordId" = e."id" AND r."revisionNumber" = e."revisionNumber"
    WHERE ${address}`;
  if (!row) return null;
  const { id, kind, slug, title, revisionNumber } = row;
  if (row.state === 'merged' && row.mergedIntoId !== null) {
    return { found: 'merged', into: requireLink(await linksTo(published, [row.mergedIntoId]), row.mergedIntoId) };
  }
  if (row.state === 'withdrawn' || revisionNumber === null || title === null) {
    const at = row.publishedAt.toISOString();
    return { found: 'withdrawn', tombstone: { id, kind, slug, reason: row.reason ?? '', at, revisionNumber } };
  }
  const { change, note, revisedAt, content } = row;
  if (change === null || revisedAt === null)
    throw new Error(`The entry ${id} has no published revision ${revisionNumber}.`);
  const entry = { id, kind, slug, title, revisionNumber, languages: row.languages };
  return { found: 'live', record: await buildView(published, entry, { change, note, revisedAt, content }, part) };
}

async function buildView(
  published: Published,
  entry: Pick<RecordView, 'id' | 'kind' | 'slug' | 'title' | 'revisionNumber' | 'languages'>,
  { change, note, revisedAt, content }: RevisionRow,
  part: number | null,
): Promise<RecordView> {
  const { id, kind } = entry;
  const positioned = positionsFor(published, kind, id);
  const [positions, citations, links, mentions, statements, texts] = await Promise.all([
    positioned,
    positioned.then(({ rows }) =>
      citationsOf(
        published,
        id,
        rows.map(({ record }) => record.id),
      ),
    ),
    linksOf(published, id, idsIn(content)),
    mentionsOf(published, kind, id),
    statementsFor(published, kind, id),
    kind === 'source' ? textsOf(published, id, part) : [],
  ]);
  const at = revisedAt.toISOString();
  return {
    ...entry,
    publishedAt: at,
    change: { action: change, note, at },
    // Published content was parsed by the schema of its kind before it was written.
    content,
    links: Object.fromEntries(links),
    citations,
    namedBy: mentions.namedBy,
    positions: positionSummaries(positions.rows, id, citations),
    statements: statements.statements,
    totals: { namedBy: mentions.total, positions: positions.total, statements: statements.total },
    texts,
    translation: null,
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
