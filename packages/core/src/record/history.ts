import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { diffContent } from '@rapporteur/domain/diff';
import type { PublicationView, RecordDiff, RecordLink } from '@rapporteur/domain/views';
import { isCorrectionSql } from '../feed/items';
import { linkColumns, linksTo, requireLink, toLink } from './links';
import { getRevision } from './read';
import { longestPage } from './page-size';

/** Every publication of a record, newest first. */
export async function recordHistory(
  published: Published,
  id: string,
): Promise<{ record: RecordLink; publications: PublicationView[] } | null> {
  const entry = await published.entry.findUnique({ where: { id }, select: linkColumns });
  if (!entry) return null;
  const rows = await newestFirst(published, Prisma.sql`p."recordId" = ${id}`, 1000);
  const record = toLink(entry);
  return { record, publications: rows.map((row) => toView(row, record)) };
}

/**
 * The newest publication: of all, or by the instant that is read. The log of the past is one with a bound on its instants,
 * so it is found by the instant; from there on back every row belongs to it.
 */
export function newestPublication(published: Published): Promise<{ sequence: bigint; recordedAt: Date } | null> {
  return published.publication.findFirst({
    orderBy: [{ recordedAt: 'desc' }, { sequence: 'desc' }],
    select: { sequence: true, recordedAt: true },
  });
}

interface LogQuery {
  /** The sequence number to go on from. */
  before?: number | null | undefined;
  /** Every change, or corrections, withdrawals and merges alone. */
  only?: 'corrections' | null | undefined;
  limit: number;
}

/** The publication log, newest first. */
export async function listPublications(
  published: Published,
  { before, only, limit }: LogQuery,
): Promise<{ items: PublicationView[]; next: number | null }> {
  const take = Math.min(Math.max(1, limit), longestPage);
  const newest = (await newestPublication(published))?.sequence ?? 0n;
  const last = before && BigInt(before) <= newest ? BigInt(before) - 1n : newest;
  const wanted = only === 'corrections' ? Prisma.sql`AND ${isCorrectionSql}` : Prisma.empty;
  const rows = await newestFirst(published, Prisma.sql`p."sequence" <= ${last} ${wanted}`, take + 1);
  const page = rows.slice(0, take);
  const oldest = page.at(-1);
  return {
    items: await toViews(published, page),
    next: rows.length > take && oldest ? Number(oldest.sequence) : null,
  };
}

/** Rows of the log as readers see them. */
export async function toViews(published: Published, rows: readonly LogRow[]): Promise<PublicationView[]> {
  const links = await linksTo(
    published,
    rows.map(({ recordId }) => recordId),
  );
  return rows.map((row) => toView(row, requireLink(links, row.recordId)));
}

interface LogRow extends Omit<PublicationView, 'sequence' | 'record' | 'recordedAt'> {
  sequence: bigint;
  recordId: string;
  recordedAt: Date;
}

/** SQL: whether the record of a publication `p` was withdrawn after it, which takes its note along (`PublicNote`). */
export const withdrawnSql = Prisma.sql`EXISTS (
  SELECT FROM "Publication" w WHERE w."recordId" = p."recordId" AND w."sequence" > p."sequence" AND w."action" = 'withdraw')`;

/** Rows of the log: SQL that says which of them, as `p`. */
export function newestFirst(published: Published, which: Prisma.Sql, most: number): Promise<LogRow[]> {
  return published.$queryRaw<LogRow[]>`
    SELECT p.*, n."note", ${withdrawnSql} AS "withdrawn" FROM (
      SELECT p."sequence", p."recordId", p."revisionNumber", p."action", p."recordedAt", p."contentHash", p."previousHash", p."hash", p."language"
      FROM "Publication" p WHERE ${which} ORDER BY p."sequence" DESC LIMIT ${most}
    ) AS p LEFT JOIN "PublicNote" n ON n."sequence" = p."sequence" ORDER BY p."sequence" DESC`;
}

/**
 * What readers see change from one public revision of a record to another, field by field; null where either is not public.
 * Without `from` it is the one that was public before: numbers have gaps, where a revision was given up.
 */
export async function diffRevisions(
  published: Published,
  id: string,
  from: number | null,
  to: number,
): Promise<RecordDiff | null> {
  const [entry, before, after] = await Promise.all([
    published.entry.findUnique({ where: { id }, select: linkColumns }),
    from === null ? publicBefore(published, id, to) : getRevision(published, id, from),
    getRevision(published, id, to),
  ]);
  if (!entry || !before || !after) return null;
  const changes = [
    ...diffContent(before.content, after.content),
    ...diffContent(before.citations, after.citations).map((change) => ({
      ...change,
      path: `/citations${change.path}`,
    })),
  ];
  const ids = JSON.stringify(changes).match(/(?<=")[a-z]{3}_[0-9a-z]{26}(?=")/g) ?? [];
  const { content: _content, citations: _citations, ...fromMeta } = before;
  const { content: _contentTo, citations: _citationsTo, ...toMeta } = after;
  return {
    record: toLink(entry),
    from: fromMeta,
    to: toMeta,
    changes,
    links: Object.fromEntries(await linksTo(published, ids)),
  };
}

/** The revision that was public before another; of the first it is itself, from which nothing changed. */
async function publicBefore(published: Published, id: string, to: number) {
  const found = await published.publishedRevision.findFirst({
    where: { recordId: id, revisionNumber: { lt: to } },
    orderBy: { revisionNumber: 'desc' },
    select: { revisionNumber: true },
  });
  return getRevision(published, id, found?.revisionNumber ?? to);
}

const toView = (row: LogRow, record: RecordLink): PublicationView => ({
  sequence: Number(row.sequence),
  record,
  revisionNumber: row.revisionNumber,
  action: row.action,
  note: row.note,
  withdrawn: row.withdrawn,
  recordedAt: row.recordedAt.toISOString(),
  contentHash: row.contentHash,
  previousHash: row.previousHash,
  hash: row.hash,
  language: row.language,
});
