import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import type { Citation } from '@rapporteur/domain/content/citation';
import type { CitationView, PassageView, RecordLink } from '@rapporteur/domain/views';
import { linkSql } from './links';

interface PassageRow {
  passageId: string;
  source: RecordLink;
  form: PassageView['form'];
  outlet: string | null;
  reporter: string | null;
  language: string | null;
  published: string | null;
  address: string | null;
  version: number;
  fetched: Date;
  versions: number;
  sha256: string;
  exact: string;
  before: string;
  after: string;
  start: number;
  end: number;
  state: PassageView['state'];
  checkedAt: Date;
}

/**
 * SQL: what a passage `p` shows of itself, of its source, and of the version it stands in. The database keeps a public passage
 * in a public version; what was published before it did, and what is rehearsed, can lack one. Such a passage has version 0
 * and is gone, and was fetched as the source said when it still had the version.
 */
const passageColumns = Prisma.sql`
  p."id" AS "passageId", p."sha256", p."exact", p."before", p."after", p."start", p."end",
  CASE WHEN v."number" IS NULL THEN 'gone' ELSE p."state" END AS "state", p."checkedAt",
  ${linkSql('s')} AS source, coalesce(o2."title", o."title") AS outlet, r."content" ->> 'form' AS form, r."content" ->> 'author' AS reporter,
  r."content" ->> 'language' AS language, r."content" ->> 'published' AS published, r."content" ->> 'address' AS address, coalesce(v."number", 0) AS version,
  coalesce(v."fetched", (
    SELECT min((w ->> 'fetched')::timestamptz) FROM "PublishedRevision" b, jsonb_array_elements(b."content" -> 'versions') AS w
    WHERE b."recordId" = p."recordId" AND w ->> 'sha256' = p."sha256"), p."checkedAt") AS "fetched",
  (SELECT count(*)::int FROM "SourceVersion" a WHERE a."recordId" = p."recordId") AS versions`;

const passageJoins = Prisma.sql`
  JOIN "Entry" s ON s."id" = p."recordId"
  LEFT JOIN "PublishedRevision" r ON r."recordId" = s."id" AND r."revisionNumber" = s."revisionNumber"
  LEFT JOIN "Entry" o ON o."id" = r."content" ->> 'publisher'
  LEFT JOIN "Entry" o2 ON o2."id" = o."mergedIntoId"
  LEFT JOIN LATERAL (
    SELECT a."number", a."fetched" FROM "SourceVersion" a WHERE a."recordId" = p."recordId" AND a."sha256" = p."sha256"
    ORDER BY a."number" LIMIT 1) AS v ON true`;

/**
 * The citations of a page: those of the record itself, then those of the positions it shows, whose fields begin with
 * `/@<id of the position>`. One note number per passage, by first use.
 */
export async function citationsOf(
  published: Published,
  recordId: string | null,
  alsoOf: readonly string[],
): Promise<CitationView[]> {
  const ids = [...new Set([...(recordId === null ? [] : [recordId]), ...alsoOf])];
  if (ids.length === 0) return [];
  const rows = await published.$queryRaw<(PassageRow & { recordId: string; field: string; role: Citation['role'] })[]>`
    SELECT c."recordId", c."field", c."role", ${passageColumns}
    FROM unnest(${ids}::text[]) WITH ORDINALITY AS page("id", "place")
    JOIN "Citation" c ON c."recordId" = page."id" JOIN "Passage" p ON p."id" = c."passageId" ${passageJoins}
    ORDER BY page."place", c."ordinal"`;
  const notes = new Map<string, number>();
  return rows.map((row) => {
    const note = notes.get(row.passageId) ?? notes.size + 1;
    notes.set(row.passageId, note);
    const field = row.recordId === recordId ? row.field : `/@${row.recordId}${row.field}`;
    return { field, role: row.role, note, passage: toView(row) };
  });
}

/** A passage as readers see it, by its id; null where nothing rests on it now. */
export async function passageViewOf(published: Published, id: string): Promise<PassageView | null> {
  const [row] = await published.$queryRaw<PassageRow[]>`
    SELECT ${passageColumns} FROM "Passage" p ${passageJoins} WHERE p."id" = ${id}`;
  return row ? toView(row) : null;
}

const toView = ({ passageId, fetched, checkedAt, ...passage }: PassageRow): PassageView => ({
  id: passageId,
  source: passage.source,
  form: passage.form,
  outlet: passage.outlet,
  reporter: passage.reporter,
  language: passage.language,
  published: passage.published,
  address: passage.address,
  version: passage.version,
  versions: passage.versions,
  fetched: fetched.toISOString(),
  sha256: passage.sha256,
  exact: passage.exact,
  before: passage.before,
  after: passage.after,
  start: passage.start,
  end: passage.end,
  state: passage.state,
  checked: checkedAt.toISOString(),
});
