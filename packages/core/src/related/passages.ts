import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { partAt, partLength, partOfText, partSlack, partsOf } from '@rapporteur/domain/source-parts';
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

interface Counts {
  inUse: number;
  /** How many of them begin before the part that is read. */
  before: number;
  /** How many code points they hold, each for itself. */
  covered: number;
  resting: number;
}
const nothing: Counts = { inUse: 0, before: 0, covered: 0, resting: 0 };

type PassageRow = Omit<SourceTextView['passages'][number], 'uses'> & { sha256: string; found: number };

/**
 * The stored texts of a source with the passages in use and what rests on each, newest version first: whole, or of each the
 * `part` of that number. A passage is in every part that shows a word of it; where only passages are public, in the one in
 * which it begins, or all in one where they are few.
 */
export async function textsOf(
  published: Published,
  sourceId: string,
  part: number | null = null,
): Promise<SourceTextView[]> {
  const [versions, counts] = await Promise.all([
    published.sourceVersion.findMany({ where: { recordId: sourceId }, orderBy: { number: 'desc' } }),
    countsOf(published, sourceId, part),
  ]);
  const parts = versions.map(({ sha256, text, length }) => {
    const counted = counts.get(sha256) ?? nothing;
    const whole = part === null || (text === null && counted.covered <= partLength);
    return { counted, text, part: whole ? null : part, parts: whole ? 1 : partsOf(length) };
  });
  const passages = await passagesOf(published, sourceId, parts.some((each) => each.part === null) ? null : part);
  return versions.map(({ number, sha256, fetched, length }, at) => {
    const { counted, text, part: wanted, parts: count } = parts[at] ?? { counted: nothing, text: null, part, parts: 1 };
    const own = passages.filter((passage) => passage.sha256 === sha256);
    const shown = wanted === null ? { text, passages: own, before: begin } : partShown(text, own, wanted, counted);
    return {
      version: number,
      sha256,
      fetched: fetched.toISOString(),
      length,
      text: shown.text,
      part: wanted ?? 1,
      parts: count,
      before: shown.before,
      passagesInUse: counted.inUse,
      resting: counted.resting,
      passages: shown.passages.map(({ sha256: _sha256, found, ...passage }) => ({
        ...passage,
        uses: { count: Math.min(found, usesCounted), atLeast: found > usesCounted },
      })),
    };
  });
}

const begin = { length: 0, paragraphs: 0, passages: 0 };

/** A part of one text with its passages; `before` tells what is before both. */
function partShown(text: string | null, own: readonly PassageRow[], part: number, { before }: Counts) {
  const least = (part - 1) * partLength;
  if (text === null) {
    const passages = own.filter(({ start }) => partAt(start) === part);
    return { text, passages, before: { ...begin, passages: before } };
  }
  const shown = partOfText(text, part);
  const passages = own.filter(({ start, end }) => start < shown.to && end > shown.from);
  const begun = passages.filter(({ start }) => start < least).length;
  return {
    text: shown.text,
    passages,
    before: { length: shown.from, paragraphs: shown.paragraphsBefore, passages: before - begun },
  };
}

/** By text: how many passages are in use, how many begin before a part, how much they hold, how many records rest on them. */
async function countsOf(published: Published, sourceId: string, part: number | null): Promise<Map<string, Counts>> {
  const least = ((part ?? 1) - 1) * partLength;
  const rows = await published.$queryRaw<(Counts & { sha256: string })[]>`
    SELECT p."sha256", count(*)::int AS "inUse", count(*) FILTER (WHERE p."start" < ${least}::int)::int AS "before",
      sum(p."end" - p."start")::float8 AS "covered", (
        SELECT count(DISTINCT c."recordId")::int FROM "Passage" q JOIN "Citation" c ON c."passageId" = q."id"
        WHERE q."recordId" = ${sourceId} AND q."sha256" = p."sha256"
      ) AS "resting"
    FROM "Passage" p WHERE p."recordId" = ${sourceId} GROUP BY p."sha256"`;
  return new Map(rows.map(({ sha256, ...counts }) => [sha256, counts]));
}

function passagesOf(published: Published, sourceId: string, part: number | null): Promise<PassageRow[]> {
  const within =
    part === null
      ? Prisma.empty
      : Prisma.sql`AND "start" < ${part * partLength + partSlack}::int AND "end" > ${(part - 1) * partLength - partSlack}::int`;
  return published.$queryRaw<PassageRow[]>`
    SELECT p."id", p."sha256", p."start", p."end", p."exact", p."before", p."after", p."state",
      (SELECT count(*)::int FROM (SELECT FROM "Citation" c WHERE c."passageId" = p."id" LIMIT ${usesCounted + 1}) AS u) AS found,
      (
        SELECT coalesce(jsonb_agg(jsonb_build_object('field', u."field", 'record', ${linkSql('e')}) ORDER BY u."id"), '[]')
        FROM (SELECT * FROM "Citation" c WHERE c."passageId" = p."id" ORDER BY c."id" LIMIT ${usesShown}) AS u
        JOIN "Entry" e ON e."id" = u."recordId"
      ) AS "restingOn"
    FROM (
      SELECT * FROM "Passage" WHERE "recordId" = ${sourceId} ${within} ORDER BY "start", "end", "id" LIMIT ${passagesShown}
    ) AS p ORDER BY p."start", p."end", p."id"`;
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
