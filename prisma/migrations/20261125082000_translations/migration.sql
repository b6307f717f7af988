-- Records in other languages. A translation is made from a revision that was public, has a lifecycle of its own, and is
-- recorded in the publication log when it becomes public. See docs/decisions/054-translations.md.

-- The log ---------------------------------------------------------------------------------------------------------------

ALTER TABLE "Publication" ADD COLUMN "language" TEXT;
ALTER TABLE "Publication" DROP CONSTRAINT "Publication_action";
ALTER TABLE "Publication"
  ADD CONSTRAINT "Publication_action" CHECK ("action" IN ('publish', 'correct', 'update', 'edit', 'withdraw', 'merge', 'translate', 'withdraw_translation')),
  ADD CONSTRAINT "Publication_language" CHECK (("language" IS NOT NULL) = ("action" IN ('translate', 'withdraw_translation')));
CREATE OR REPLACE VIEW as_of."Publication" AS SELECT * FROM public."Publication" WHERE "recordedAt" <= current_setting('rapporteur.as_of')::timestamptz;

-- As before for every row that there was; the language is the last of the fields where there is one.
CREATE OR REPLACE FUNCTION history.publication_hash(entry "Publication") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to((jsonb_build_array(
    entry."sequence"::text, entry."recordId", entry."kind", entry."slug", entry."title", entry."revisionNumber"::text, entry."action",
    entry."note", to_char(entry."recordedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry."contentHash", entry."previousHash"
  ) || CASE WHEN entry."language" IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(entry."language") END)::text, 'UTF8')), 'hex')
$$;

-- The desk ---------------------------------------------------------------------------------------------------------------

CREATE TABLE "Translation" (
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "recordId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "baseRevision" INTEGER NOT NULL,
    "texts" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "outdated" INTEGER NOT NULL DEFAULT 0,
    "authorId" TEXT NOT NULL,
    "contributorIds" TEXT[],
    "approvedById" TEXT,
    "lockVersion" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Translation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Translation_language" CHECK ("language" IN ('uk', 'hu', 'fr', 'de')),
    CONSTRAINT "Translation_state" CHECK ("state" IN ('draft', 'in_review', 'approved', 'live', 'superseded', 'withdrawn', 'discarded')),
    CONSTRAINT "Translation_texts" CHECK (jsonb_typeof("texts") = 'object' AND "texts" <> '{}'),
    CONSTRAINT "Translation_outdated" CHECK ("outdated" >= 0),
    CONSTRAINT "Translation_approver_is_not_author" CHECK ("approvedById" <> "authorId" AND NOT ("approvedById" = ANY ("contributorIds"))),
    CONSTRAINT "Translation_public_is_approved" CHECK ("approvedById" IS NOT NULL OR "state" IN ('draft', 'in_review', 'discarded')),
    CONSTRAINT "Translation_public_is_dated" CHECK ("publishedAt" IS NOT NULL OR "state" NOT IN ('live', 'superseded', 'withdrawn'))
);
CREATE UNIQUE INDEX "Translation_recordId_language_number_key" ON "Translation"("recordId", "language", "number");
CREATE UNIQUE INDEX "Translation_one_draft" ON "Translation" ("recordId", "language") WHERE "state" IN ('draft', 'in_review', 'approved');
CREATE UNIQUE INDEX "Translation_one_live" ON "Translation" ("recordId", "language") WHERE "state" = 'live';
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_recordId_baseRevision_fkey" FOREIGN KEY ("recordId", "baseRevision") REFERENCES "Revision"("recordId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION history.guard_translation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  expected integer;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT coalesce(max("number"), 0) + 1 INTO expected FROM "Translation" WHERE "recordId" = NEW."recordId" AND "language" = NEW."language";
    IF NEW."number" <> expected THEN
      RAISE EXCEPTION 'translation % of % into % would leave a gap: the next is %', NEW."number", NEW."recordId", NEW."language", expected;
    END IF;
    IF NEW."state" <> 'draft' THEN
      RAISE EXCEPTION 'a translation begins as a draft';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW."recordId", NEW."language", NEW."number", NEW."authorId") IS DISTINCT FROM (OLD."recordId", OLD."language", OLD."number", OLD."authorId") THEN
    RAISE EXCEPTION 'a translation keeps its record, language, number and author';
  END IF;
  IF OLD."state" <> 'draft' AND (NEW."texts", NEW."baseRevision", NEW."contentHash", NEW."contributorIds")
      IS DISTINCT FROM (OLD."texts", OLD."baseRevision", OLD."contentHash", OLD."contributorIds") THEN
    RAISE EXCEPTION 'the text of a translation changes only while it is a draft';
  END IF;
  IF NEW."state" <> OLD."state" AND (OLD."state", NEW."state") NOT IN (
      ('draft', 'in_review'), ('in_review', 'approved'), ('in_review', 'draft'), ('approved', 'draft'), ('approved', 'live'),
      ('live', 'superseded'), ('live', 'withdrawn'), ('draft', 'discarded'), ('in_review', 'discarded'), ('approved', 'discarded')) THEN
    RAISE EXCEPTION 'a translation does not go from % to %', OLD."state", NEW."state";
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION history.guard_translation() FROM PUBLIC;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON "Translation" FOR EACH ROW EXECUTE FUNCTION history.guard_translation();
CREATE TRIGGER keep BEFORE DELETE OR TRUNCATE ON "Translation" FOR EACH STATEMENT EXECUTE FUNCTION history.refuse();

-- The public -------------------------------------------------------------------------------------------------------------

CREATE TABLE "PublishedTranslation" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "baseRevision" INTEGER NOT NULL,
    "texts" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(6) NOT NULL,
    "sequence" BIGINT NOT NULL,

    CONSTRAINT "PublishedTranslation_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "PublishedTranslation_recordId_idx" ON "PublishedTranslation"("recordId");
SELECT history.track('PublishedTranslation');
GRANT SELECT ON "PublishedTranslation", as_of."PublishedTranslation" TO rapporteur_reader;

-- The lists of the desk ---------------------------------------------------------------------------------------------------

ALTER TABLE "DeskEntry" ADD COLUMN "translationsOutdated" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX "DeskEntry_translations" ON "DeskEntry" ("changedAt", "recordId") WHERE "translationsOutdated" > 0;

CREATE OR REPLACE VIEW desk.entry AS
SELECT r."id" AS "recordId", r."kind", n."title", desk.fold(n."title" || ' ' || r."slug" || ' ' || r."id") AS "search",
  n."state", array_position(ARRAY['draft', 'in_review', 'approved', 'scheduled', 'live', 'withdrawn', 'superseded', 'discarded'], n."state") AS "stateRank",
  n."number" AS "revisionNumber", r."lockVersion", EXISTS (SELECT FROM "Revision" l WHERE l."recordId" = r."id" AND l."state" = 'live') AS "live",
  r."mergedIntoId" IS NOT NULL AS "merged", n."authorId", n."contributorIds",
  n."fieldsNeeded", n."fieldsCited", n."fieldsNeeded" - n."fieldsCited" AS "fieldsMissing",
  (SELECT v."decision" FROM "Review" v WHERE v."revisionId" = n."id" ORDER BY v."createdAt" DESC LIMIT 1) AS "decision",
  r."assigneeId", w."withId", coalesce(u."name", w."withId", '') AS "withName",
  r."dueOn", coalesce(r."dueOn", 'infinity'::date) AS "dueKey", r."snoozedUntil",
  p."moved" AS "passagesMoved", p."changed" AS "passagesChanged", p."gone" AS "passagesGone", p."moved" + p."changed" + p."gone" AS "drift",
  r."updatedAt" AS "changedAt", s."at" AS "scheduledFor", m."until" AS "embargoedUntil",
  (SELECT count(*)::int FROM "Translation" t WHERE t."recordId" = r."id" AND t."outdated" > 0 AND t."state" IN ('draft', 'in_review', 'approved', 'live')
    AND t."number" = (SELECT max(x."number") FROM "Translation" x WHERE x."recordId" = t."recordId" AND x."language" = t."language" AND x."state" <> 'discarded')
  ) AS "translationsOutdated"
FROM "Record" r
CROSS JOIN LATERAL (
  SELECT * FROM "Revision" v
  WHERE v."recordId" = r."id" AND (v."state" <> 'discarded' OR NOT EXISTS (
    SELECT FROM "Revision" kept WHERE kept."recordId" = r."id" AND kept."state" <> 'discarded'))
  ORDER BY v."number" DESC LIMIT 1
) n
CROSS JOIN LATERAL (
  SELECT coalesce(r."assigneeId", CASE WHEN n."state" = 'draft' THEN n."authorId" END) AS "withId"
) w
LEFT JOIN "User" u ON u."id" = w."withId"
CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE d."state" = 'moved')::int AS "moved", count(*) FILTER (WHERE d."state" = 'changed')::int AS "changed",
    count(*) FILTER (WHERE d."state" = 'gone')::int AS "gone"
  FROM (
    SELECT s."id", s."state" FROM "Passage" s WHERE s."recordId" = r."id" AND s."state" <> 'verified'
    UNION
    SELECT s."id", s."state" FROM "Citation" c JOIN "Passage" s ON s."id" = c."passageId" WHERE c."recordId" = r."id" AND s."state" <> 'verified'
  ) d
) p
LEFT JOIN "ReleaseItem" i ON i."recordId" = r."id" AND i."active"
LEFT JOIN "Release" s ON s."id" = i."releaseId" AND s."state" = 'scheduled'
LEFT JOIN "Embargo" m ON m."recordId" = r."id";

-- Makes the entries of some records what they should be. The records are locked first, so that two transactions that touch
-- one record write its entry one after the other, each from what it then sees.
CREATE OR REPLACE FUNCTION desk.refresh(ids text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "Record" WHERE "id" = ANY (ids) ORDER BY "id" FOR UPDATE;
  INSERT INTO "DeskEntry" AS e (
    "recordId", "kind", "title", "search", "state", "stateRank", "revisionNumber", "lockVersion", "live", "merged", "authorId",
    "contributorIds", "fieldsNeeded", "fieldsCited", "fieldsMissing", "decision", "assigneeId", "withId", "withName", "dueOn",
    "dueKey", "snoozedUntil", "passagesMoved", "passagesChanged", "passagesGone", "drift", "changedAt", "scheduledFor", "embargoedUntil", "translationsOutdated")
  SELECT
    "recordId", "kind", "title", "search", "state", "stateRank", "revisionNumber", "lockVersion", "live", "merged", "authorId",
    "contributorIds", "fieldsNeeded", "fieldsCited", "fieldsMissing", "decision", "assigneeId", "withId", "withName", "dueOn",
    "dueKey", "snoozedUntil", "passagesMoved", "passagesChanged", "passagesGone", "drift", "changedAt", "scheduledFor", "embargoedUntil", "translationsOutdated"
  FROM desk.entry WHERE "recordId" = ANY (ids)
  ON CONFLICT ("recordId") DO UPDATE SET (
    "kind", "title", "search", "state", "stateRank", "revisionNumber", "lockVersion", "live", "merged", "authorId", "contributorIds",
    "fieldsNeeded", "fieldsCited", "fieldsMissing", "decision", "assigneeId", "withId", "withName", "dueOn", "dueKey",
    "snoozedUntil", "passagesMoved", "passagesChanged", "passagesGone", "drift", "changedAt", "scheduledFor", "embargoedUntil", "translationsOutdated"
  ) = ROW (
    excluded."kind", excluded."title", excluded."search", excluded."state", excluded."stateRank", excluded."revisionNumber",
    excluded."lockVersion", excluded."live", excluded."merged", excluded."authorId", excluded."contributorIds",
    excluded."fieldsNeeded", excluded."fieldsCited", excluded."fieldsMissing", excluded."decision", excluded."assigneeId",
    excluded."withId", excluded."withName", excluded."dueOn", excluded."dueKey", excluded."snoozedUntil", excluded."passagesMoved",
    excluded."passagesChanged", excluded."passagesGone", excluded."drift", excluded."changedAt", excluded."scheduledFor", excluded."embargoedUntil", excluded."translationsOutdated"
  ) WHERE e.* IS DISTINCT FROM excluded.*;
END $$;

-- Translations change apart from the version of their record.
CREATE TRIGGER desk_entry_insert AFTER INSERT ON "Translation" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION desk.refresh_of_items();
CREATE TRIGGER desk_entry_update AFTER UPDATE ON "Translation" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION desk.refresh_of_items();
