import { Prisma } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import type { Language } from '@rapporteur/domain/translation/languages';
import { outdatedIn, placeTexts } from '@rapporteur/domain/translation/place';
import type { Texts } from '@rapporteur/domain/translation/texts';
import { asContent, contentsOf, hashTranslation } from '../translation/texts';
import { findingsOf, portions, type Finding } from './finding';

/** How many translations are read at once. */
const portion = 200;

/** Every translation has the text that was saved, was approved by another person, and is public exactly as the log says. */
export async function* verifyTranslations(tx: Transaction): AsyncGenerator<Finding> {
  yield* verifyContents(tx);
  yield* findingsOf(tx, numbers);
  yield* findingsOf(tx, publications);
  yield* findingsOf(tx, published);
}

async function* verifyContents(tx: Transaction): AsyncGenerator<Finding> {
  const read = (after: string) =>
    tx.translation.findMany({ where: { id: { gt: after } }, orderBy: { id: 'asc' }, take: portion });
  for await (const rows of portions(read, ({ id }) => id)) {
    const open = rows.filter(({ state }) => ['draft', 'in_review', 'approved', 'live'].includes(state));
    const current = await liveContents(
      tx,
      open.map(({ recordId }) => recordId),
    );
    const bases = await contentsOf(
      tx,
      open.map(({ recordId, baseRevision: number }) => ({ recordId, number })),
    );
    for (const row of rows) {
      const say = (what: string): Finding => ({
        record: row.recordId,
        what: `translation ${row.number} into ${row.language}: ${what}`,
      });
      const { number, baseRevision } = row;
      // The database checks the language.
      const text = { language: row.language as Language, number, baseRevision, texts: row.texts as Texts };
      if (hashTranslation(text) !== row.contentHash) yield say('its text is not the one that was saved');
      if (row.approvedById !== null && [row.authorId, ...row.contributorIds].includes(row.approvedById))
        yield say('its author approved it');
      const now = current.get(row.recordId);
      const base = bases.get(`${row.recordId}@${baseRevision}`);
      if (!now || base === undefined) continue;
      const counted = outdatedIn(placeTexts(asContent(now.kind, base), asContent(now.kind, now.content), text.texts));
      if (counted !== row.outdated)
        yield say(`it does not fit its record in ${counted} places, the desk lists ${row.outdated}`);
    }
  }
}

async function liveContents(tx: Transaction, ids: readonly string[]) {
  const rows = await tx.revision.findMany({
    where: { recordId: { in: [...new Set(ids)] }, state: 'live' },
    select: { recordId: true, content: true, record: { select: { kind: true } } },
  });
  return new Map(rows.map(({ recordId, content, record }) => [recordId, { kind: record.kind, content }]));
}

const numbers = Prisma.sql`
  SELECT "recordId" AS record, format('the numbers of its translations into %s have a gap', "language") AS what
  FROM "Translation" GROUP BY "recordId", "language" HAVING max("number") <> count(*)`;

/** Each publication of a translation is that of one with the text that the log vouches for, and each such one is in the log. */
const publications = Prisma.sql`
  SELECT coalesce(p."recordId", t."recordId") AS record,
    CASE WHEN p."sequence" IS NULL THEN format('translation %s into %s was public without a publication', t."number", t."language")
      ELSE format('publication %s is of a translation that is not there', p."sequence") END AS what
  FROM (SELECT * FROM "Publication" WHERE "action" = 'translate') p
  FULL JOIN (SELECT * FROM "Translation" WHERE "state" IN ('live', 'superseded', 'withdrawn')) t
    ON t."recordId" = p."recordId" AND t."language" = p."language" AND t."contentHash" = p."contentHash"
      AND t."baseRevision" = p."revisionNumber" AND t."publishedAt" = p."recordedAt"
  WHERE p."sequence" IS NULL OR t."id" IS NULL`;

/**
 * SQL: the times through which each translation could be read, as the log and the desk hold it: from its publication until
 * the next one into its language, or until it or its record is taken away.
 */
export const translationTimes = Prisma.sql`
    SELECT p."recordId" || '/' || p."language" AS id, p."recordId", p."language", t."number", p."revisionNumber" AS "baseRevision", t."texts",
      p."contentHash", p."recordedAt" AS "publishedAt", p."sequence",
      tstzrange(p."recordedAt", (SELECT min(w."recordedAt") FROM "Publication" w WHERE w."recordId" = p."recordId" AND w."sequence" > p."sequence"
        AND (w."action" IN ('withdraw', 'merge') OR w."language" = p."language"))) AS recorded
    FROM "Publication" p JOIN "Translation" t
      ON t."recordId" = p."recordId" AND t."language" = p."language" AND t."contentHash" = p."contentHash"
    WHERE p."action" = 'translate'`;

/** The row of a public translation, now and in history, is what the log and the desk hold of it. */
const published = Prisma.sql`
  WITH expected AS (${translationTimes})
  SELECT DISTINCT coalesce(e."recordId", h."recordId") AS record,
    format('its published translation into %s, now or in history, is not the one that was published', coalesce(e."language", h."language")) AS what
  FROM (SELECT * FROM expected WHERE NOT isempty(recorded)) e
  FULL JOIN history."PublishedTranslation" h ON h."id" = e.id AND lower(h.recorded) = lower(e.recorded)
  WHERE (e.id, e."recordId", e."language", e."number", e."baseRevision", e."texts", e."contentHash", e."publishedAt", e."sequence", e.recorded)
    IS DISTINCT FROM (h."id", h."recordId", h."language", h."number", h."baseRevision", h."texts", h."contentHash", h."publishedAt", h."sequence", h.recorded)`;
