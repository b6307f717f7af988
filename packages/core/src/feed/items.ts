import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import type { AnyContent } from '@rapporteur/domain/content/content';
import type { FeedItem, FeedView } from '@rapporteur/domain/feed-views';
import { corrections } from '@rapporteur/domain/correction';
import type { RecordLink } from '@rapporteur/domain/views';
import { namedUrn, recordUrn } from '@rapporteur/domain/urn';
import { linkSql } from '../record/links';
import { summaryOf } from '../record/title';

/** How many items a feed holds at once: what a reader misses between two visits is on its older pages. */
export const itemsOfFeed = 50;

// Prose may hold twenty thousand characters; a feed is an announcement.
const longestSummary = 2000;

/** SQL: whether a publication changed what its record says. Edits change wording only, translations another page. */
export const isMeaningful = Prisma.sql`p."action" IN ('publish', 'correct', 'update', 'withdraw', 'merge')`;

/** SQL: whether nothing meaningful has come after a publication, up to a sequence number. */
export const isLatest = (upTo: bigint): Prisma.Sql => Prisma.sql`NOT EXISTS (
  SELECT FROM "Publication" l WHERE l."recordId" = p."recordId" AND l."sequence" > p."sequence" AND l."sequence" <= ${upTo}
    AND l."action" IN ('publish', 'correct', 'update', 'withdraw', 'merge'))`;

/** SQL: whether a publication is one of them. */
export const isCorrectionSql = Prisma.sql`p."action" IN (${Prisma.join(corrections)})`;

interface Row {
  sequence: number;
  record: RecordLink;
  into: RecordLink | null;
  content: unknown;
  action: FeedItem['action'];
  revisionNumber: number | null;
  note: string | null;
  firstAt: Date;
  changedAt: Date;
  hash: string;
}

/** Reads what followers learn of publications: SQL that gives their sequence numbers. The newest come first. */
export function publicationsAs(published: Published, sequences: Prisma.Sql): Promise<Row[]> {
  return published.$queryRaw<Row[]>`
    SELECT ${linkSql('e')} AS record, CASE WHEN t."id" IS NULL THEN NULL ELSE ${linkSql('t')} END AS "into", r."content",
      p."sequence"::float8 AS "sequence", p."action", p."revisionNumber", n."note", p."recordedAt" AS "changedAt", p."hash",
      (SELECT min(f."recordedAt") FROM "Publication" f WHERE f."recordId" = e."id") AS "firstAt"
    FROM "Publication" p JOIN "Entry" e ON e."id" = p."recordId" LEFT JOIN "Entry" t ON t."id" = e."mergedIntoId"
      LEFT JOIN "PublicNote" n ON n."sequence" = p."sequence"
      LEFT JOIN "PublishedRevision" r ON r."recordId" = e."id" AND r."revisionNumber" = e."revisionNumber" AND e."state" = 'live'
    WHERE p."sequence" IN (${sequences}) ORDER BY p."sequence" DESC`;
}

/** What a follower learns of a record. */
export function toItem(row: Row): FeedItem {
  const { record, content, action, revisionNumber, note } = row;
  // Published content was parsed by the schema of its kind before it was written.
  const text = content === null ? null : ({ kind: record.kind, content } as AnyContent);
  return {
    urn: recordUrn(record.id),
    record,
    state: record.state,
    into: row.into,
    summary: text === null ? null : shortened(summaryOf(text)),
    byline: text?.kind === 'article' ? text.content.byline : null,
    action,
    revisionNumber,
    note,
    published: row.firstAt.toISOString(),
    updated: row.changedAt.toISOString(),
  };
}

/** What a follower learns of a record that does not belong any more to what they follow: it is not told again what it says. */
export function toLeft(row: Row): FeedItem {
  const item = toItem(row);
  return item.state === 'live' ? { ...item, state: 'left', summary: null } : item;
}

/** What a follower learns of a correction: it has a name of its own, and happened once. */
export const toCorrection = (row: Row): FeedItem => ({
  ...toItem(row),
  urn: namedUrn(`publication ${row.hash}`),
  summary: null,
  published: row.changedAt.toISOString(),
});

/** A feed of items, the newest first. `name` never changes, and is that of all pages of the feed. */
export function toFeed(
  name: string,
  items: readonly FeedItem[],
  { older, archived = false, newer = null }: Pick<FeedView, 'older'> & Partial<Pick<FeedView, 'archived' | 'newer'>>,
): FeedView {
  const sorted = newestFirst(items);
  return { urn: namedUrn(`feed ${name}`), updated: sorted[0]?.updated ?? null, items: sorted, older, archived, newer };
}

export const newestFirst = (items: readonly FeedItem[]): FeedItem[] =>
  items.toSorted((a, b) => b.updated.localeCompare(a.updated));

function shortened(text: string | null): string | null {
  if (text === null || text.length <= longestSummary) return text;
  return `${text.slice(0, longestSummary).replace(/\s\S*$/, '')} …`;
}

/** What the first publication of all is known by: it tells one instance from every other. */
export async function instanceName(published: Published): Promise<string> {
  const first = await published.publication.findUnique({ where: { sequence: 1n }, select: { hash: true } });
  return first?.hash ?? 'nothing yet';
}
