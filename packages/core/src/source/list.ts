import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import type { SourceFilter, SourcePage } from '@rapporteur/domain/source-list';
import type { ListItem, RecordLink } from '@rapporteur/domain/views';
import { readKeys, writeKeys } from '../record/key-cursor';
import { linkSql } from '../record/links';
import { toItem, type ListRow } from '../record/list';
import { longestPage } from '../record/page-size';

/** How many publishers the list can be narrowed to by choosing: those of the most sources. */
const mostPublishers = 100;

/** SQL: what an entry `e` is a part of; null for what is whole. */
const workOf = (entry: string): Prisma.Sql => Prisma.raw(`public.part_of(${entry}."slug", ${entry}."title")`);

/** SQL: the parts `l` of the same work, in their order. */
const sameWork = Prisma.sql`l."kind" = 'source' AND l."state" = 'live' AND ${workOf('l')} IS NOT NULL AND ${workOf('l')} = ${workOf('e')}`;

interface Row extends ListRow {
  work: { of: string; parts: number } | null;
}

/** A page of the public sources, the newest first, or of the parts of a work, the first one first. Throws `invalid_input` for what is no cursor. */
export async function listSources(
  published: Published,
  { after, limit, ...filter }: SourceFilter & { after: string | null; limit: number },
): Promise<SourcePage> {
  const take = Math.min(Math.max(1, limit), longestPage);
  const wanted = Prisma.sql`e."kind" = 'source' AND e."state" = 'live' ${fitting(filter)}`;
  const [rows, total, publishers] = await Promise.all([
    filter.of === null
      ? rowsOf(published, wanted, after, take + 1)
      : partsOf(published, wanted, filter.of, after, take + 1),
    totalOf(published, filter, wanted),
    filter.of === null ? publishersOf(published) : [],
  ]);
  const page = rows.slice(0, take);
  const last = page.at(-1);
  const keys =
    last && (filter.of === null ? [last.sortKey, last.record.id] : [String(last.record.slug.length), last.record.slug]);
  return {
    items: page.map(({ work, ...row }) => ({
      ...toItem('source', row),
      work: work && { ...work, title: titleOfWork(row) },
    })),
    next: rows.length > take && keys ? writeKeys(listOf(filter.of), keys) : null,
    total,
    title: filter.of === null || page[0] === undefined ? null : titleOfWork(page[0]),
    publishers,
  };
}

/** What a cursor is bound to: the list of all sources, or that of the parts of one work. */
const listOf = (of: string | null): string => (of === null ? 'sources' : `parts ${of}`);

const titleOfWork = ({ record }: Pick<ListItem, 'record'>): string => (record.title ?? '').replace(/, part \d+$/, '');

function fitting({ of, form, publisher, year }: SourceFilter): Prisma.Sql {
  if (of !== null) return Prisma.sql`AND ${workOf('e')} IS NOT NULL AND ${workOf('e')} = ${of}`;
  const conditions = [
    ...(form === null ? [] : [Prisma.sql`s."form" = ${form}`]),
    ...(publisher === null ? [] : [Prisma.sql`s."publisherId" = ${publisher}`]),
    ...(year === null ? [] : [Prisma.sql`substring(s."published" FROM '[0-9]{4}') = ${year}`]),
  ];
  if (conditions.length === 0) return Prisma.empty;
  return Prisma.sql`AND EXISTS (SELECT FROM "Source" s WHERE s."recordId" = e."id" AND ${Prisma.join(conditions, ' AND ')})`;
}

function rowsOf(published: Published, wanted: Prisma.Sql, after: string | null, most: number): Promise<Row[]> {
  const from = after === null ? null : readKeys(listOf(null), after, 2);
  const start = from === null ? Prisma.empty : Prisma.sql`AND (e."sortKey", e."id") < (${from[0]}, ${from[1]})`;
  return published.$queryRaw<Row[]>`
    SELECT ${linkSql('e')} AS record, e."sortKey", e."publishedAt", e."revisionNumber", r."content",
      CASE WHEN e.parts > 1 THEN jsonb_build_object('of', e.work, 'parts', e.parts) END AS work
    FROM (
      SELECT e.*, ${workOf('e')} AS work, (SELECT count(*)::int FROM "Entry" l WHERE ${sameWork}) AS parts FROM "Entry" e
      WHERE ${wanted} ${start} AND (${workOf('e')} IS NULL OR NOT EXISTS (
        SELECT FROM "Entry" l WHERE ${sameWork} AND (length(l."slug"), l."slug") < (length(e."slug"), e."slug")))
      ORDER BY e."sortKey" DESC, e."id" DESC LIMIT ${most}
    ) AS e JOIN "PublishedRevision" r ON r."recordId" = e."id" AND r."revisionNumber" = e."revisionNumber"
    ORDER BY e."sortKey" DESC, e."id" DESC`;
}

function partsOf(
  published: Published,
  wanted: Prisma.Sql,
  of: string,
  after: string | null,
  most: number,
): Promise<Row[]> {
  const [length = '0', slug = ''] = after === null ? [] : readKeys(listOf(of), after, 2);
  const place = /^\d{1,4}$/.test(length) ? Number(length) : 0;
  return published.$queryRaw<Row[]>`
    SELECT ${linkSql('e')} AS record, e."sortKey", e."publishedAt", e."revisionNumber", r."content", NULL AS work
    FROM (
      SELECT * FROM "Entry" e WHERE ${wanted} AND (length(e."slug"), e."slug") > (${place}::int, ${slug})
      ORDER BY length(e."slug"), e."slug" LIMIT ${most}
    ) AS e JOIN "PublishedRevision" r ON r."recordId" = e."id" AND r."revisionNumber" = e."revisionNumber"
    ORDER BY length(e."slug"), e."slug"`;
}

async function totalOf(published: Published, filter: SourceFilter, wanted: Prisma.Sql): Promise<number> {
  const isNarrowed = Object.values(filter).some((value) => value !== null);
  const [row] = await published.$queryRaw<{ total: number }[]>(
    isNarrowed
      ? Prisma.sql`SELECT count(*)::int AS total FROM "Entry" e WHERE ${wanted}`
      : Prisma.sql`SELECT "live" AS total FROM "Tally" WHERE "id" = 'source'`,
  );
  return row?.total ?? 0;
}

async function publishersOf(published: Published): Promise<RecordLink[]> {
  const rows = await published.$queryRaw<{ record: RecordLink }[]>`
    SELECT ${linkSql('e')} AS record FROM (
      SELECT s."publisherId" FROM "Source" s WHERE s."publisherId" IS NOT NULL
      GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${mostPublishers}
    ) AS p JOIN "Entry" e ON e."id" = p."publisherId" AND e."state" = 'live' ORDER BY e."title", e."id"`;
  return rows.map(({ record }) => record);
}
