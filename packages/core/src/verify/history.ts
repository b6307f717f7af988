import { Prisma } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import type { Citation } from '@rapporteur/domain/content/citation';
import type { AnyContent } from '@rapporteur/domain/content/content';
import type { Kind } from '@rapporteur/domain/kinds';
import { tablesOf, type Rows } from '../projection/rows';
import { namedBy } from '../record/project-set';
import { namesInTitle } from '../record/title';
import { columnsOf, type Column } from './columns';
import { findingsOf, name, portions, type Finding } from './finding';
import { chain, timeline, type Logged, type Surroundings, type Text } from './timeline';

/** How many records are compared at once. */
const portion = 100;

const tables = ['Entry', 'Reference', 'Citation', ...new Set(Object.values(tablesOf).flat())];

/**
 * Compares every row that was ever public with what the log and the revisions it vouches for say must have stood at that
 * time: the record as it can be read for any instant is the record as it was published.
 */
export async function* verifyHistory(tx: Transaction): AsyncGenerator<Finding> {
  const columns = new Map<string, Column[]>();
  for (const table of tables) columns.set(table, await columnsOf(tx, table));
  const read = (after: string) => tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "recordId" AS id FROM "Publication" WHERE "recordId" > ${after} ORDER BY 1 LIMIT ${portion}`;
  for await (const portionOfIds of portions(read, ({ id }) => id)) {
    const ids = portionOfIds.map(({ id }) => id);
    const { rows, faults } = await expectedRows(tx, ids);
    yield* faults;
    const sound = ids.filter((id) => !faults.some(({ record }) => record === id));
    for (const table of tables) yield* compare(tx, table, columns.get(table) ?? [], sound, rows[table] ?? []);
  }
}

/** Neighbouring times of equal rows are one time: a row may be written again as it was. */
async function* compare(
  tx: Transaction,
  table: string,
  columns: readonly Column[],
  ids: readonly string[],
  rows: Rows[string],
): AsyncGenerator<Finding> {
  const kept = columns.filter(({ generated }) => !generated);
  const record = name(table === 'Entry' ? 'id' : 'recordId');
  const list = Prisma.join(kept.map((column) => name(column.name)));
  const shown = Prisma.join(
    // The texts of sources are compared with their fingerprints elsewhere; here, whether they are shown.
    kept.map((column) =>
      table === 'SourceVersion' && column.name === 'text' ? Prisma.sql`"text" IS NOT NULL` : name(column.name),
    ),
  );
  const expected = Prisma.sql`jsonb_populate_recordset(NULL::history.${name(table)}, ${JSON.stringify(rows)}::jsonb)`;
  const stored = Prisma.sql`history.${name(table)} WHERE ${record} = ANY (${ids}::text[])`;
  yield* findingsOf(
    tx,
    Prisma.sql`
      WITH expected AS (SELECT ${shown}, range_agg(recorded) FROM ${expected} GROUP BY ${list}),
        stored AS (SELECT ${shown}, range_agg(recorded) FROM ${stored} GROUP BY ${list})
      SELECT DISTINCT ${record} AS record, ${`its rows of ${table}, now or in history, are not those that its publications stand for`} AS what
      FROM ((TABLE expected EXCEPT TABLE stored) UNION ALL (TABLE stored EXCEPT TABLE expected)) d`,
  );
}

async function expectedRows(tx: Transaction, ids: readonly string[]): Promise<{ rows: Rows; faults: Finding[] }> {
  const log = await readLog(tx, ids);
  const texts = await readTexts(tx, ids);
  const around = await readSurroundings(tx, ids, [...texts.values()]);
  const rows: Rows = {};
  const faults: Finding[] = [];
  for (const id of ids) {
    try {
      const own = timeline(log.get(id) ?? [], (number) => texts.get(`${id}@${number}`), around);
      for (const [table, added] of Object.entries(own)) (rows[table] ??= []).push(...added);
    } catch {
      // A text that was altered may be none that can be projected any more.
      faults.push({ record: id, what: 'a text of it that was public cannot be read any more' });
    }
  }
  return { rows, faults };
}

/** The publications of the records themselves: their translations are compared on their own. */
async function readLog(tx: Transaction, ids: readonly string[]): Promise<Map<string, Logged[]>> {
  const rows = await tx.publication.findMany({
    where: { recordId: { in: [...ids] }, language: null },
    orderBy: { sequence: 'asc' },
  });
  const log = new Map<string, Logged[]>();
  for (const row of rows) {
    const logged = { ...row, at: row.recordedAt.getTime() };
    const own = log.get(row.recordId);
    if (own) own.push(logged);
    else log.set(row.recordId, [logged]);
  }
  return log;
}

/** The texts that were ever public, by record and revision number. */
async function readTexts(tx: Transaction, ids: readonly string[]): Promise<Map<string, Text>> {
  const revisions = await tx.revision.findMany({
    where: { recordId: { in: [...ids] }, state: { in: ['live', 'superseded', 'withdrawn'] } },
    select: { recordId: true, number: true, content: true, citations: true, record: { select: { kind: true } } },
  });
  return new Map(
    revisions.map(({ recordId, number, content, citations, record: { kind } }) => [
      `${recordId}@${number}`,
      // A published content was checked when it was saved; one that was altered since is found by its hash.
      {
        record: { kind: kind as Kind, content } as unknown as AnyContent,
        citations: citations as unknown as Citation[],
      },
    ]),
  );
}

async function readSurroundings(
  tx: Transaction,
  ids: readonly string[],
  texts: readonly Text[],
): Promise<Surroundings> {
  const set = texts.map((text) => ({ id: '', slug: '', ...text }));
  const merges = await readMerges(tx, [...ids, ...namedBy(set)]);
  const naming = texts.flatMap(({ record }) => namesInTitle(record)).flatMap((id) => chain(merges, id));
  const log = await readLog(tx, [...new Set(naming)]);
  const versions = texts.flatMap(({ record }) => (record.kind === 'source' ? record.content.versions : []));
  const lengths = await tx.storedText.findMany({
    where: { sha256: { in: [...new Set(versions.map(({ sha256 }) => sha256))] } },
    select: { sha256: true, length: true },
  });
  return { merges, names: log, lengths: new Map(lengths.map(({ sha256, length }) => [sha256, length])) };
}

async function readMerges(tx: Transaction, ids: readonly string[]): Promise<Surroundings['merges']> {
  const rows = await tx.$queryRaw<{ id: string; into: string; at: Date }[]>`
    WITH RECURSIVE merged AS (
      SELECT "id", "mergedIntoId" FROM "Record" WHERE "id" = ANY (${[...new Set(ids)]}::text[]) AND "mergedIntoId" IS NOT NULL
      UNION
      SELECT r."id", r."mergedIntoId" FROM merged JOIN "Record" r ON r."id" = merged."mergedIntoId" WHERE r."mergedIntoId" IS NOT NULL
    ) SELECT m."id", m."mergedIntoId" AS into, p."recordedAt" AS at
      FROM merged m JOIN "Publication" p ON p."recordId" = m."id" AND p."action" = 'merge'`;
  return new Map(rows.map(({ id, into, at }) => [id, { into, at: at.getTime() }]));
}
