-- One row for each record with all that the desk lists, filters and sorts by, so that no list computes anything per row.
-- Desk side: the public's role is granted nothing here.

ALTER TABLE "Revision" ADD COLUMN "fieldsNeeded" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "fieldsCited" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_fields" CHECK ("fieldsCited" BETWEEN 0 AND "fieldsNeeded");

-- Names are sorted as people sort them, whatever the database's own collation; what is found by is compared by its bytes.
CREATE TABLE "DeskEntry" (
    "recordId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT COLLATE "und-x-icu" NOT NULL,
    "search" TEXT COLLATE "C" NOT NULL,
    "state" TEXT NOT NULL,
    "stateRank" INTEGER NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "lockVersion" INTEGER NOT NULL,
    "live" BOOLEAN NOT NULL,
    "merged" BOOLEAN NOT NULL,
    "authorId" TEXT NOT NULL,
    "contributorIds" TEXT[],
    "fieldsNeeded" INTEGER NOT NULL,
    "fieldsCited" INTEGER NOT NULL,
    "fieldsMissing" INTEGER NOT NULL,
    "decision" TEXT,
    "assigneeId" TEXT,
    "withId" TEXT,
    "withName" TEXT COLLATE "und-x-icu" NOT NULL,
    "dueOn" DATE,
    "dueKey" DATE NOT NULL,
    "snoozedUntil" DATE,
    "passagesMoved" INTEGER NOT NULL,
    "passagesChanged" INTEGER NOT NULL,
    "passagesGone" INTEGER NOT NULL,
    "drift" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "DeskEntry_pkey" PRIMARY KEY ("recordId")
);
CREATE INDEX "DeskEntry_changedAt_recordId_idx" ON "DeskEntry"("changedAt", "recordId");
CREATE INDEX "DeskEntry_title_recordId_idx" ON "DeskEntry"("title", "recordId");
CREATE INDEX "DeskEntry_kind_changedAt_recordId_idx" ON "DeskEntry"("kind", "changedAt", "recordId");
CREATE INDEX "DeskEntry_state_changedAt_recordId_idx" ON "DeskEntry"("state", "changedAt", "recordId");
CREATE INDEX "DeskEntry_stateRank_changedAt_recordId_idx" ON "DeskEntry"("stateRank", "changedAt", "recordId");
CREATE INDEX "DeskEntry_fieldsMissing_changedAt_recordId_idx" ON "DeskEntry"("fieldsMissing", "changedAt", "recordId");
CREATE INDEX "DeskEntry_withName_changedAt_recordId_idx" ON "DeskEntry"("withName", "changedAt", "recordId");
CREATE INDEX "DeskEntry_dueKey_changedAt_recordId_idx" ON "DeskEntry"("dueKey", "changedAt", "recordId");
CREATE INDEX "DeskEntry_withId_idx" ON "DeskEntry"("withId");
CREATE INDEX "DeskEntry_authorId_idx" ON "DeskEntry"("authorId");
ALTER TABLE "DeskEntry" ADD CONSTRAINT "DeskEntry_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Partial on what is always so, because Prisma's schema knows no operator class of an extension.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "DeskEntry_search" ON "DeskEntry" USING gin ("search" gin_trgm_ops) WHERE "search" <> '';
-- What only a few records have is found without looking at the others.
CREATE INDEX "DeskEntry_drift" ON "DeskEntry" ("changedAt", "recordId") WHERE "drift" > 0;
CREATE INDEX "DeskEntry_due" ON "DeskEntry" ("dueKey", "changedAt", "recordId") WHERE "dueOn" IS NOT NULL;

CREATE INDEX "Passage_drifted" ON "Passage" ("recordId") WHERE "state" <> 'verified';

CREATE SCHEMA desk;

-- A text without case and accents: what is typed and what is looked through are folded alike.
CREATE FUNCTION desk.fold(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT regexp_replace(normalize(lower(given COLLATE "und-x-icu"), NFKD), '[\u0300-\u036f]', '', 'g') COLLATE "C"
$$;

-- What each entry should be. The revision that counts is the newest that was not given up, if there is any.
CREATE VIEW desk.entry AS
SELECT r."id" AS "recordId", r."kind", n."title", desk.fold(n."title" || ' ' || r."slug" || ' ' || r."id") AS "search",
  n."state", array_position(ARRAY['draft', 'in_review', 'approved', 'scheduled', 'live', 'withdrawn', 'superseded', 'discarded'], n."state") AS "stateRank",
  n."number" AS "revisionNumber", r."lockVersion", EXISTS (SELECT FROM "Revision" l WHERE l."recordId" = r."id" AND l."state" = 'live') AS "live",
  r."mergedIntoId" IS NOT NULL AS "merged", n."authorId", n."contributorIds",
  n."fieldsNeeded", n."fieldsCited", n."fieldsNeeded" - n."fieldsCited" AS "fieldsMissing",
  (SELECT v."decision" FROM "Review" v WHERE v."revisionId" = n."id" ORDER BY v."createdAt" DESC LIMIT 1) AS "decision",
  r."assigneeId", w."withId", coalesce(u."name", w."withId", '') AS "withName",
  r."dueOn", coalesce(r."dueOn", 'infinity'::date) AS "dueKey", r."snoozedUntil",
  p."moved" AS "passagesMoved", p."changed" AS "passagesChanged", p."gone" AS "passagesGone", p."moved" + p."changed" + p."gone" AS "drift",
  r."updatedAt" AS "changedAt"
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
) p;

-- Makes the entries of some records what they should be. The records are locked first, so that two transactions that touch
-- one record write its entry one after the other, each from what it then sees.
CREATE FUNCTION desk.refresh(ids text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "Record" WHERE "id" = ANY (ids) ORDER BY "id" FOR UPDATE;
  INSERT INTO "DeskEntry" AS e (
    "recordId", "kind", "title", "search", "state", "stateRank", "revisionNumber", "lockVersion", "live", "merged", "authorId",
    "contributorIds", "fieldsNeeded", "fieldsCited", "fieldsMissing", "decision", "assigneeId", "withId", "withName", "dueOn",
    "dueKey", "snoozedUntil", "passagesMoved", "passagesChanged", "passagesGone", "drift", "changedAt")
  SELECT
    "recordId", "kind", "title", "search", "state", "stateRank", "revisionNumber", "lockVersion", "live", "merged", "authorId",
    "contributorIds", "fieldsNeeded", "fieldsCited", "fieldsMissing", "decision", "assigneeId", "withId", "withName", "dueOn",
    "dueKey", "snoozedUntil", "passagesMoved", "passagesChanged", "passagesGone", "drift", "changedAt"
  FROM desk.entry WHERE "recordId" = ANY (ids)
  ON CONFLICT ("recordId") DO UPDATE SET (
    "kind", "title", "search", "state", "stateRank", "revisionNumber", "lockVersion", "live", "merged", "authorId", "contributorIds",
    "fieldsNeeded", "fieldsCited", "fieldsMissing", "decision", "assigneeId", "withId", "withName", "dueOn", "dueKey",
    "snoozedUntil", "passagesMoved", "passagesChanged", "passagesGone", "drift", "changedAt"
  ) = ROW (
    excluded."kind", excluded."title", excluded."search", excluded."state", excluded."stateRank", excluded."revisionNumber",
    excluded."lockVersion", excluded."live", excluded."merged", excluded."authorId", excluded."contributorIds",
    excluded."fieldsNeeded", excluded."fieldsCited", excluded."fieldsMissing", excluded."decision", excluded."assigneeId",
    excluded."withId", excluded."withName", excluded."dueOn", excluded."dueKey", excluded."snoozedUntil", excluded."passagesMoved",
    excluded."passagesChanged", excluded."passagesGone", excluded."drift", excluded."changedAt"
  ) WHERE e.* IS DISTINCT FROM excluded.*;
END $$;

CREATE FUNCTION desk.refresh_of_records() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM desk.refresh(array_agg("id")) FROM fresh;
  RETURN NULL;
END $$;

CREATE FUNCTION desk.refresh_of_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM desk.refresh(array_agg(DISTINCT "recordId")) FROM fresh;
  RETURN NULL;
END $$;

-- Every command ends by moving its record's version on, so a record's update follows all else that the command wrote.
CREATE TRIGGER desk_entry AFTER UPDATE ON "Record" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION desk.refresh_of_records();
-- A new record has no revision yet; its entry comes with its first one.
CREATE TRIGGER desk_entry AFTER INSERT ON "Revision" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION desk.refresh_of_revisions();

-- Passages are checked against the live page apart from any command.
CREATE FUNCTION desk.refresh_of_passages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM desk.refresh(array_agg(DISTINCT d."recordId")) FROM (
    SELECT f."recordId", f."id" FROM fresh f JOIN stale s ON s."id" = f."id" WHERE f."state" <> s."state"
    UNION ALL
    SELECT c."recordId", f."id" FROM fresh f JOIN stale s ON s."id" = f."id" JOIN "Citation" c ON c."passageId" = f."id" WHERE f."state" <> s."state"
  ) d HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER desk_entry AFTER UPDATE ON "Passage" REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION desk.refresh_of_passages();

CREATE FUNCTION desk.rename_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "DeskEntry" SET "withName" = NEW."name" WHERE "withId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER desk_entry AFTER UPDATE OF "name" ON "User" FOR EACH ROW WHEN (NEW."name" <> OLD."name") EXECUTE FUNCTION desk.rename_person();

SELECT desk.refresh(array_agg("id")) FROM "Record" HAVING count(*) > 0;

-- Lists that people keep under names of their own.
CREATE TABLE "SavedView" (
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "SavedView_bounds" CHECK (length("name") BETWEEN 1 AND 80 AND length("query") <= 1000)
);
CREATE UNIQUE INDEX "SavedView_userId_name_key" ON "SavedView"("userId", "name");
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
