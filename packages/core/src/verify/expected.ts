import type { Citation } from '@rapporteur/domain/content/citation';
import type { AnyContent } from '@rapporteur/domain/content/content';
import type { Kind } from '@rapporteur/domain/kinds';
import type { Texts } from '@rapporteur/domain/translation/texts';
import type { Transaction } from '@rapporteur/db/transaction';
import type { Rows } from '../projection/rows';
import { namedBy } from '../record/project-set';
import { namesInTitle } from '../record/title';
import type { Finding } from './finding';
import { translationTimes } from './translations';
import { chain, timeline, type Logged, type Surroundings, type Text, type TranslationTime } from './timeline';

/**
 * The rows that stood for some records at every instant, as the log and the revisions it vouches for say, each with
 * `recorded`; and the records of which that can no longer be said.
 */
export async function expectedRows(
  tx: Transaction,
  ids: readonly string[],
): Promise<{ rows: Rows; faults: Finding[] }> {
  const log = await readLog(tx, ids);
  const texts = await readTexts(tx, ids);
  const around = await readSurroundings(tx, ids, texts);
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
  byNumber: ReadonlyMap<string, Text>,
): Promise<Surroundings> {
  const texts = [...byNumber.values()];
  const set = texts.map((text) => ({ id: '', slug: '', ...text }));
  const merges = await readMerges(tx, [...ids, ...namedBy(set)]);
  const naming = texts.flatMap(({ record }) => namesInTitle(record)).flatMap((id) => chain(merges, id));
  const log = await readLog(tx, [...new Set(naming)]);
  const versions = texts.flatMap(({ record }) => (record.kind === 'source' ? record.content.versions : []));
  const lengths = await tx.storedText.findMany({
    where: { sha256: { in: [...new Set(versions.map(({ sha256 }) => sha256))] } },
    select: { sha256: true, length: true },
  });
  const searched = await readSearched(tx, texts);
  return {
    merges,
    names: log,
    lengths: new Map(lengths.map(({ sha256, length }) => [sha256, length])),
    textOf: (sha256) => searched.get(sha256) ?? '',
    translations: await readTranslations(tx, ids, byNumber),
  };
}

/** The texts of sources that may be shown whole: the newest of each revision, by fingerprint. */
async function readSearched(tx: Transaction, texts: readonly Text[]): Promise<Map<string, string>> {
  const wanted = texts.flatMap(({ record }) =>
    record.kind === 'source' && record.content.rights === 'full' ? record.content.versions.slice(-1) : [],
  );
  const found = await tx.storedText.findMany({
    where: { sha256: { in: [...new Set(wanted.map(({ sha256 }) => sha256))] } },
    select: { sha256: true, text: true },
  });
  return new Map(found.map(({ sha256, text }) => [sha256, text]));
}

/** When what was public of the records in other languages. */
async function readTranslations(
  tx: Transaction,
  ids: readonly string[],
  byNumber: ReadonlyMap<string, Text>,
): Promise<Surroundings['translations']> {
  const rows = await tx.$queryRaw<
    { recordId: string; language: string; baseRevision: number; texts: Texts; from: Date; to: Date | null }[]
  >`
    SELECT "recordId", "language", "baseRevision", "texts", lower(recorded) AS "from", upper(recorded) AS "to"
    FROM (${translationTimes}) AS t WHERE "recordId" = ANY (${[...ids]}::text[]) AND NOT isempty(recorded) ORDER BY "recordId", "language", 5`;
  const times = new Map<string, TranslationTime[]>();
  for (const { recordId, language, baseRevision, texts, from, to } of rows) {
    const base = byNumber.get(`${recordId}@${baseRevision}`)?.record.content;
    const own = times.get(recordId) ?? [];
    own.push({ language, base, texts, from: from.getTime(), to: to?.getTime() ?? null });
    times.set(recordId, own);
  }
  return times;
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
