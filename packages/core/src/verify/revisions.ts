import { Prisma } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import type { Kind } from '@rapporteur/domain/kinds';
import { hashContent } from '../record/content';
import { findingsOf, portions, type Finding } from './finding';

/** How many revisions are read at once. */
const portion = 200;

/** Every revision has the text that was saved, was approved by another person, and is public exactly as the log says. */
export async function* verifyRevisions(tx: Transaction): AsyncGenerator<Finding> {
  yield* verifyContents(tx);
  yield* findingsOf(tx, numbers);
  yield* findingsOf(tx, publications);
  yield* findingsOf(tx, entries);
  yield* findingsOf(tx, merges);
  yield* findingsOf(tx, published);
}

async function* verifyContents(tx: Transaction): AsyncGenerator<Finding> {
  const read = (after: string) =>
    tx.revision.findMany({
      where: { id: { gt: after } },
      include: { record: { select: { kind: true } } },
      orderBy: { id: 'asc' },
      take: portion,
    });
  for await (const revisions of portions(read, ({ id }) => id)) {
    for (const { recordId, number, record, approvedById, ...revision } of revisions) {
      const say = (what: string): Finding => ({ record: recordId, what: `revision ${number}: ${what}` });
      // The database checks the kind of a record.
      if (hashContent(record.kind as Kind, revision.content, revision.citations) !== revision.contentHash)
        yield say('its text is not the one that was saved');
      if (approvedById !== null && [revision.authorId, ...revision.contributorIds].includes(approvedById))
        yield say('its author approved it');
    }
  }
}

const numbers = Prisma.sql`
  SELECT "recordId" AS record, 'its revision numbers have a gap' AS what
  FROM "Revision" GROUP BY "recordId" HAVING max("number") <> count(*)`;

/** Each publication of a text is that of a revision with the text that the log vouches for, and each such revision is in the log. */
const publications = Prisma.sql`
  SELECT coalesce(p."recordId", r."recordId") AS record,
    CASE WHEN p."sequence" IS NULL THEN format('revision %s was public without a publication', r."number")
      WHEN r."id" IS NULL THEN format('publication %s is of a revision that is not there', p."sequence")
      ELSE format('publication %s vouches for another text than revision %s has', p."sequence", r."number") END AS what
  FROM (SELECT * FROM "Publication" WHERE "action" IN ('publish', 'correct', 'update', 'edit')) p
  FULL JOIN (SELECT * FROM "Revision" WHERE "state" IN ('live', 'superseded', 'withdrawn')) r
    ON r."recordId" = p."recordId" AND r."number" = p."revisionNumber"
  WHERE p."sequence" IS NULL OR r."id" IS NULL OR r."contentHash" <> p."contentHash" OR r."publishedAt" <> p."recordedAt"`;

const entries = Prisma.sql`
  SELECT coalesce(e."id", r."recordId") AS record,
    CASE WHEN e."id" IS NULL THEN 'a live revision that is not public' ELSE 'is public without a live revision of that number' END AS what
  FROM (SELECT * FROM "Entry" WHERE "state" = 'live') e
  FULL JOIN (SELECT * FROM "Revision" WHERE "state" = 'live') r ON r."recordId" = e."id" AND r."number" = e."revisionNumber"
  WHERE e."id" IS NULL OR r."id" IS NULL`;

const merges = Prisma.sql`
  SELECT coalesce(r."id", p."recordId") AS record, 'its merge and the log do not agree' AS what
  FROM (SELECT * FROM "Record" WHERE "mergedIntoId" IS NOT NULL) r
  FULL JOIN (SELECT * FROM "Publication" WHERE "action" = 'merge') p ON p."recordId" = r."id"
  WHERE r."id" IS NULL OR p."recordId" IS NULL`;

/**
 * A published revision is readable from its publication until its record is withdrawn or merged. Its row, now and in
 * history, is what the log and the desk hold of it.
 */
const published = Prisma.sql`
  WITH expected AS (
    SELECT p."recordId" || '@' || p."revisionNumber" AS id, p."recordId", p."kind", p."revisionNumber", p."action" AS change, p."note",
      r."content", r."citations", p."contentHash", p."recordedAt" AS "publishedAt", p."sequence",
      tstzrange(p."recordedAt", (SELECT min(w."recordedAt") FROM "Publication" w WHERE w."recordId" = p."recordId"
        AND w."sequence" > p."sequence" AND w."action" IN ('withdraw', 'merge'))) AS recorded
    FROM "Publication" p JOIN "Revision" r ON r."recordId" = p."recordId" AND r."number" = p."revisionNumber"
    WHERE p."action" IN ('publish', 'correct', 'update', 'edit'))
  SELECT coalesce(e."recordId", h."recordId") AS record,
    format('published revision %s, now or in history, is not the one that was published', coalesce(e."revisionNumber", h."revisionNumber")) AS what
  FROM (SELECT * FROM expected WHERE NOT isempty(recorded)) e FULL JOIN history."PublishedRevision" h ON h."id" = e.id
  WHERE (e.id, e."recordId", e."kind", e."revisionNumber", e.change, e."note", e."content", e."citations", e."contentHash", e."publishedAt", e."sequence", e.recorded)
    IS DISTINCT FROM (h."id", h."recordId", h."kind", h."revisionNumber", h."change", h."note", h."content", h."citations", h."contentHash", h."publishedAt", h."sequence", h.recorded)`;
