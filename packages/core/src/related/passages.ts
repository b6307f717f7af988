import type { Published } from '@rapporteur/db/clients';
import type { PassageUse, PassageUses, SourceTextView } from '@rapporteur/domain/views';
import { passageViewOf } from '../record/evidence';
import { readKeys, writeKeys } from '../record/key-cursor';
import { linkSql } from '../record/links';
import { boundedLimit } from './page';

/** The most passages that the reading view of a source marks in one text. */
const passagesShown = 5000;

/** The most uses that are told beside a passage, and how far the others are counted. */
const usesShown = 10;
const usesCounted = 100;

type PassageRow = Omit<SourceTextView['passages'][number], 'uses'> & { sha256: string; found: number };

/** The stored texts of a source with the passages in use and what rests on each. Newest version first. */
export async function textsOf(published: Published, sourceId: string): Promise<SourceTextView[]> {
  const [versions, counts, passages] = await Promise.all([
    published.sourceVersion.findMany({ where: { recordId: sourceId }, orderBy: { number: 'desc' } }),
    published.passage.groupBy({ by: ['sha256'], where: { recordId: sourceId }, _count: true }),
    published.$queryRaw<PassageRow[]>`
      SELECT p."id", p."sha256", p."start", p."end", p."exact", p."before", p."after", p."state",
        (SELECT count(*)::int FROM (SELECT FROM "Citation" c WHERE c."passageId" = p."id" LIMIT ${usesCounted + 1}) AS u) AS found,
        (
          SELECT coalesce(jsonb_agg(jsonb_build_object('field', u."field", 'record', ${linkSql('e')}) ORDER BY u."id"), '[]')
          FROM (SELECT * FROM "Citation" c WHERE c."passageId" = p."id" ORDER BY c."id" LIMIT ${usesShown}) AS u
          JOIN "Entry" e ON e."id" = u."recordId"
        ) AS "restingOn"
      FROM (
        SELECT * FROM "Passage" WHERE "recordId" = ${sourceId} ORDER BY "start", "end", "id" LIMIT ${passagesShown}
      ) AS p ORDER BY p."start", p."end", p."id"`,
  ]);
  const inUse = new Map(counts.map(({ sha256, _count }) => [sha256, _count]));
  return versions.map(({ number, sha256, fetched, length, text }) => ({
    version: number,
    sha256,
    fetched: fetched.toISOString(),
    length,
    text,
    passagesInUse: inUse.get(sha256) ?? 0,
    passages: passages
      .filter((passage) => passage.sha256 === sha256)
      .map(({ sha256: _sha256, found, ...passage }) => ({
        ...passage,
        uses: { count: Math.min(found, usesCounted), atLeast: found > usesCounted },
      })),
  }));
}

/** A passage of a source, and a page of all that rests on it, the oldest record first; null where it is not in use. */
export async function listPassageUses(
  published: Published,
  query: { id: string; after?: string | null | undefined; limit: number },
): Promise<PassageUses | null> {
  const passage = await passageViewOf(published, query.id);
  if (passage === null) return null;
  const limit = boundedLimit(query.limit);
  const list = `uses of ${query.id}`;
  const [, after] = query.after ? readKeys(list, query.after, 2) : ['', ''];
  const rows = await published.$queryRaw<(PassageUse & { id: string })[]>`
    SELECT u."id", u."field", ${linkSql('e')} AS record
    FROM (
      SELECT * FROM "Citation" c WHERE c."passageId" = ${query.id} AND c."id" > ${after} ORDER BY c."id" LIMIT ${limit + 1}
    ) AS u JOIN "Entry" e ON e."id" = u."recordId" ORDER BY u."id"`;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    passage,
    items: page.map(({ field, record }) => ({ field, record })),
    next: rows.length > limit && last ? writeKeys(list, [query.id, last.id]) : null,
  };
}
