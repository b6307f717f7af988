import { Prisma, type PrismaClient } from '@rapporteur/db/generated/client';
import type { Citation } from '@rapporteur/domain/content/citation';
import type { AnyContent } from '@rapporteur/domain/content/content';
import type { Kind } from '@rapporteur/domain/kinds';
import { project } from './projection/project';
import { tablesOf, type Rows } from './projection/rows';
import { namedBy } from './record/project-set';
import { resolveMerges } from './record/merges';

/** How many records are compared at once. */
const batch = 500;

const tables = [...new Set(Object.values(tablesOf).flat()), 'Reference', 'Citation'];

/** Compares the rows of the published tables with those that the published contents stand for. */
export async function verifyProjection(db: PrismaClient): Promise<{ record: string; what: string }[]> {
  const entries = await db.$queryRaw<{ id: string; revisionNumber: number }[]>`
    SELECT "id", "revisionNumber" FROM "Entry" WHERE "state" = 'live' ORDER BY "id"`;
  const found = new Map<string, { record: string; what: string }>();
  const say = (record: string, table: string) =>
    found.set(`${record} ${table}`, { record, what: `its rows of ${table} are not those of its published revision` });
  for (let from = 0; from < entries.length; from += batch) {
    const ids = entries.slice(from, from + batch).map(({ id }) => id);
    const rows = await expectedRows(db, ids);
    for (const table of tables)
      for (const record of await differing(db, table, ids, rows[table] ?? [])) say(record, table);
  }
  for (const table of tables) {
    const orphans = await db.$queryRaw<{ recordId: string }[]>`
      SELECT DISTINCT "recordId" FROM ${name(table)} t
      WHERE NOT EXISTS (SELECT FROM "Entry" e WHERE e."id" = t."recordId" AND e."state" = 'live')`;
    for (const { recordId } of orphans) say(recordId, table);
  }
  return [...found.values()];
}

// The names come from the program's own list of tables, never from outside.
const name = (table: string) => Prisma.raw(`"${table}"`);

async function differing(db: PrismaClient, table: string, ids: string[], rows: Rows[string]): Promise<string[]> {
  const expected = Prisma.sql`SELECT * FROM jsonb_populate_recordset(NULL::${name(table)}, ${JSON.stringify(rows)}::jsonb)`;
  const stored = Prisma.sql`SELECT * FROM ${name(table)} WHERE "recordId" = ANY (${ids})`;
  const found = await db.$queryRaw<{ recordId: string }[]>`
    SELECT DISTINCT "recordId" FROM ((${expected} EXCEPT ${stored}) UNION ALL (${stored} EXCEPT ${expected})) d`;
  return found.map(({ recordId }) => recordId);
}

async function expectedRows(db: PrismaClient, ids: string[]): Promise<Rows> {
  const revisions = await db.$queryRaw<
    { id: string; slug: string; kind: Kind; content: unknown; citations: Citation[] }[]
  >`
    SELECT e."id", e."slug", e."kind", p."content", p."citations"
    FROM "Entry" e JOIN "PublishedRevision" p ON p."recordId" = e."id" AND p."revisionNumber" = e."revisionNumber"
    WHERE e."id" = ANY (${ids})`;
  // A published content was checked when it was saved; one that was altered since is found by its hash.
  const set = revisions.map(({ kind, content, ...row }) => ({ ...row, record: { kind, content } as AnyContent }));
  const versions = await db.sourceVersion.findMany({ where: { recordId: { in: ids } }, select: { sha256: true } });
  const texts = await db.storedText.findMany({ where: { sha256: { in: versions.map(({ sha256 }) => sha256) } } });
  const textOf = new Map(texts.map((text) => [text.sha256, text]));
  const resolve = await resolveMerges(db, namedBy(set));
  const rows: Rows = {};
  for (const item of set) {
    const context = { resolve, textOf: (sha256: string) => textOf.get(sha256) ?? { text: '', length: 0 } };
    for (const [table, added] of Object.entries(project(item.id, item.record, item.citations, context))) {
      (rows[table] ??= []).push(...added);
    }
  }
  return rows;
}
