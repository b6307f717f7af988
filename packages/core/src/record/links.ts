import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import type { Kind } from '@rapporteur/domain/kinds';
import type { RecordLink } from '@rapporteur/domain/views';

/** What the record names another record by. */
export const linkColumns = { id: true, kind: true, slug: true, title: true, state: true } as const;

export interface EntryRow {
  id: string;
  kind: string;
  slug: string;
  title: string | null;
  state: string;
}

// The database checks kind and state of an entry, so these are the unions the view declares.
export const toLink = (entry: EntryRow): RecordLink => ({
  id: entry.id,
  kind: entry.kind as Kind,
  slug: entry.slug,
  title: entry.title,
  state: entry.state as RecordLink['state'],
});

/** SQL: the link to the entry of that name in a query, as JSON. */
export function linkSql(entry: string): Prisma.Sql {
  const column = (name: string) => Prisma.raw(`${entry}."${name}"`);
  return Prisma.sql`jsonb_build_object('id', ${column('id')}, 'kind', ${column('kind')}, 'slug', ${column('slug')}, 'title', ${column('title')}, 'state', ${column('state')})`;
}

/** The link to what stands at an address, a tombstone or a merged record under its own name too; null where nothing ever stood. */
export async function linkAt(
  published: Published,
  by: { kind: Kind; slug: string } | { id: string },
): Promise<RecordLink | null> {
  const where = 'id' in by ? { id: by.id } : { kind_slug: { kind: by.kind, slug: by.slug } };
  const entry = await published.entry.findUnique({ where, select: linkColumns });
  return entry && toLink(entry);
}

type Links = Map<string, RecordLink>;

/** Links to records by id. A merged record appears as the one it was merged into, under the id that was asked for. */
export function linksTo(published: Published, ids: readonly string[]): Promise<Links> {
  return linksAmong(published, Prisma.sql`SELECT unnest(${[...new Set(ids)]}::text[])`);
}

/** Links to all that a record names, by its references and by ids that stand in its content as they were written. */
export function linksOf(published: Published, recordId: string, ids: readonly string[]): Promise<Links> {
  return linksAmong(
    published,
    Prisma.sql`SELECT "targetId" FROM "Reference" WHERE "recordId" = ${recordId} UNION SELECT unnest(${[...new Set(ids)]}::text[])`,
  );
}

/** In the order of the ids: the same answer has the same bytes on every instance, and as of every instant. */
async function linksAmong(published: Published, ids: Prisma.Sql): Promise<Links> {
  const rows = await published.$queryRaw<{ asked: string; link: RecordLink }[]>`
    SELECT e."id" AS asked, CASE WHEN t."id" IS NULL THEN ${linkSql('e')} ELSE ${linkSql('t')} END AS link
    FROM "Entry" e LEFT JOIN "Entry" t ON t."id" = e."mergedIntoId" WHERE e."id" IN (${ids})
    ORDER BY e."id"`;
  return new Map(rows.map(({ asked, link }) => [asked, link]));
}

/** A link that must be there because the database keeps every reference. */
export function requireLink(links: ReadonlyMap<string, RecordLink>, id: string): RecordLink {
  const link = links.get(id);
  if (!link) throw new Error(`The record names ${id}, which has no entry.`);
  return link;
}
