import type { CopyRows, CopyValue } from '@rapporteur/db/bulk';
import { Prisma } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import { passageId } from '@rapporteur/domain/content/citation';
import { references } from '@rapporteur/domain/content/references';
import { surroundings } from '@rapporteur/domain/passage';
import type { Reading } from '@rapporteur/domain/passages-in-text';
import { project } from '../projection/project';
import type { Rows, Translated } from '../projection/rows';
import type { Publishable, Texts } from './evidence-gate';
import { judgePassages } from './judge-passages';

/** How much of a text stands around a passage for readers, on each side, in code points. */
export const shownAround = 300;

/** Every record that a set names, in its contents or by its citations. */
export const namedBy = (set: readonly Publishable[]): string[] => [
  ...set.flatMap((item) => references(item.record.kind, item.record.content).map(({ value }) => value)),
  ...set.flatMap((item) => item.citations.map((citation) => citation.passage.source)),
];

/** How many records are projected at once: the rows of a larger set would not fit into one value of PostgreSQL. */
const batch = 1000;

/** What projection needs to know of a set beyond its contents. */
export interface SetContext {
  texts: Texts;
  /** Follows merges. */
  resolve: (id: string) => string;
  /** The instant of the publication. */
  at: Date;
  /** What the publication may still read to judge passages, over all its portions; as of one where it is absent. */
  reading?: Reading;
  /** Writes by COPY within the same transaction. */
  copy?: CopyRows | undefined;
}

/** A record that becomes public, with the row that keeps this revision of it; null where its text stays as it was. */
export type Projected = Publishable & { published?: PublishedRow };

export type PublishedRow = Omit<Prisma.PublishedRevisionCreateManyInput, 'sequence' | 'publishedAt'> & {
  sequence: string;
  publishedAt: string;
};

/** Makes the published rows of the set those of its contents. Runs within a publication. */
export async function projectSet(tx: Transaction, set: readonly Projected[], context: SetContext): Promise<void> {
  const passages: string[] = [];
  for (let from = 0; from < set.length; from += batch)
    passages.push(...(await projectBatch(tx, set.slice(from, from + batch), context)));
  // A source that becomes public for the first time has no passage yet that could have become another; nor has one that
  // is only projected again another text.
  const sources = set.flatMap(({ id, record, published }) =>
    record.kind === 'source' && published !== undefined && published.revisionNumber > 1
      ? [{ id, revisionNumber: published.revisionNumber }]
      : [],
  );
  await judgePassages(tx, { passages, sources }, context);
}

/** Projects some of a set. Answers the passages that are new, and of texts that are not the newest of their source. */
async function projectBatch(tx: Transaction, set: readonly Projected[], context: SetContext): Promise<string[]> {
  const { texts, resolve } = context;
  const textOf = (sha256: string) => texts.get(sha256) ?? { text: '', length: 0 };
  const ids = set.map(({ id }) => id);
  const passages = passageRows(set, context);
  const { cited, older, translations } = await writeBefore(tx, set, passages);
  const rows: Rows = {};
  for (const item of set) {
    const around = { resolve, textOf, translations: translations.get(item.id) ?? [] };
    for (const [table, added] of Object.entries(project(item.id, item.record, item.citations, around))) {
      (rows[table] ??= []).push(...added);
    }
  }
  const synced = context.copy === undefined ? rows : await copyNew(context.copy, set, rows);
  await tx.$executeRaw`SELECT history.sync(${ids}::text[], ${JSON.stringify(synced)}::jsonb)`;
  await removeUncited(
    tx,
    cited.filter((passage) => !passages.has(passage)),
  );
  return older;
}

/** Tables whose rows the database makes of what it is given, or whose columns hold lists: COPY knows text alone. */
export const notCopied = new Set(['SearchEntry', 'SearchName']);

/**
 * Writes rows by COPY where no record of the set was ever public, so that there are none to compare them with. Answers the
 * rows that are still to be written.
 */
async function copyNew(copy: CopyRows, set: readonly Projected[], rows: Rows): Promise<Rows> {
  if (!set.every(({ published }) => published?.revisionNumber === 1)) return rows;
  const left: Rows = {};
  for (const [table, added] of Object.entries(rows)) {
    const columns = [...new Set(added.flatMap((row) => Object.keys(row)))];
    if (notCopied.has(table)) left[table] = added;
    else if (added.length > 0)
      await copy(
        table,
        columns,
        added.map((row) => columns.map((column) => (row[column] ?? null) as CopyValue)),
      );
  }
  return left;
}

/**
 * Writes what the projection rests on, and reads what it needs: the passages that were cited before, the new ones of a text
 * which is not the newest of its source, and what is public of the records in other languages. In one statement: all of a
 * publication waits for each. The database looks at every new passage at the end, row by row: a check that waits for the end
 * cannot be of a set. It is two look-ups by index in each, and passages are few beside the rows that are projected.
 */
async function writeBefore(tx: Transaction, set: readonly Projected[], passages: ReadonlyMap<string, object>) {
  const ids = set.map(({ id }) => id);
  const published = set.flatMap((item) => item.published ?? []);
  const rows = await tx.$queryRaw<
    { passageId: string | null; older: boolean; recordId: string; translation: Translated | null }[]
  >`
    WITH given AS (
      SELECT * FROM jsonb_populate_recordset(NULL::"Passage", ${JSON.stringify([...passages.values()])}::jsonb)
    ), passages AS (
      INSERT INTO "Passage" SELECT * FROM given ON CONFLICT DO NOTHING RETURNING "id", "recordId", "sha256"
    ), revisions AS (
      INSERT INTO "PublishedRevision"
      SELECT * FROM jsonb_populate_recordset(NULL::"PublishedRevision", ${JSON.stringify(published)}::jsonb)
    )
    SELECT DISTINCT "passageId", false AS older, "recordId", NULL::jsonb AS translation FROM "Citation" WHERE "recordId" = ANY (${ids}::text[])
    UNION ALL
    SELECT g."id", true, g."recordId", NULL FROM passages g WHERE g."sha256" <> (
      SELECT v."sha256" FROM "SourceVersion" v WHERE v."recordId" = g."recordId" ORDER BY v."number" DESC LIMIT 1)
    UNION ALL
    SELECT NULL, false, t."recordId", ${translationSql} FROM ${translationsFrom} WHERE t."recordId" = ANY (${ids}::text[])`;
  const idsOf = (some: typeof rows) => [...new Set(some.flatMap(({ passageId }) => passageId ?? []))];
  const translations = new Map<string, Translated[]>();
  for (const { recordId, translation } of rows) {
    if (translation === null) continue;
    const own = translations.get(recordId);
    if (own) own.push(translation);
    else translations.set(recordId, [translation]);
  }
  for (const own of translations.values()) own.sort((a, b) => (a.language < b.language ? -1 : 1));
  const [older, cited] = [idsOf(rows.filter((row) => row.older)), idsOf(rows.filter((row) => !row.older))];
  return { cited, older, translations };
}

/** SQL: what is public of a record in another language, as projection takes it. */
const translationsFrom = Prisma.sql`"PublishedTranslation" t
  JOIN "PublishedRevision" b ON b."recordId" = t."recordId" AND b."revisionNumber" = t."baseRevision"`;
const translationSql = Prisma.sql`jsonb_build_object('language', t."language", 'texts', t."texts", 'base', b."content")`;

/** Empties the published rows of a record that is no longer public. */
export async function clearProjection(tx: Transaction, id: string, tables: readonly string[]): Promise<void> {
  const rows = Object.fromEntries(
    [...tables, 'Reference', 'Citation', 'PublishedRevision', 'PublishedTranslation', 'SearchEntry', 'SearchName'].map(
      (table) => [table, []],
    ),
  );
  const cited = await passagesCitedBy(tx, [id]);
  await tx.$executeRaw`SELECT history.sync(${[id]}::text[], ${JSON.stringify(rows)}::jsonb)`;
  await removeUncited(tx, cited);
}

/** The rows of the passages that a set cites, by their ids. */
function passageRows(set: readonly Publishable[], { texts, resolve, at }: SetContext) {
  return new Map(
    set.flatMap((item) =>
      item.citations.map(({ passage }) => {
        const { before, after } = surroundings(texts.get(passage.sha256)?.text ?? '', passage, shownAround);
        const { source: cited, ...selector } = passage;
        const source = resolve(cited);
        const id = passageId({ ...selector, source });
        const row = {
          id,
          recordId: source,
          ...selector,
          before,
          after,
          state: 'verified',
          checkedAt: at.toISOString(),
        };
        return [id, row] as const;
      }),
    ),
  );
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
