-- When a record will be public by itself, and until when it is held back, beside what else the desk lists of it.
-- One record waits in one release at most, and has one embargo at most: neither join makes a second row.

ALTER TABLE "DeskEntry" ADD COLUMN "scheduledFor" TIMESTAMPTZ(6), ADD COLUMN "embargoedUntil" TIMESTAMPTZ(6);
CREATE INDEX "DeskEntry_held" ON "DeskEntry" ("scheduledFor", "embargoedUntil") WHERE "scheduledFor" IS NOT NULL OR "embargoedUntil" IS NOT NULL;

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
  r."updatedAt" AS "changedAt", s."at" AS "scheduledFor", m."until" AS "embargoedUntil"
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
    "dueKey", "snoozedUntil", "passagesMoved", "passagesChanged", "passagesGone", "drift", "changedAt", "scheduledFor", "embargoedUntil")
  SELECT
    "recordId", "kind", "title", "search", "state", "stateRank", "revisionNumber", "lockVersion", "live", "merged", "authorId",
    "contributorIds", "fieldsNeeded", "fieldsCited", "fieldsMissing", "decision", "assigneeId", "withId", "withName", "dueOn",
    "dueKey", "snoozedUntil", "passagesMoved", "passagesChanged", "passagesGone", "drift", "changedAt", "scheduledFor", "embargoedUntil"
  FROM desk.entry WHERE "recordId" = ANY (ids)
  ON CONFLICT ("recordId") DO UPDATE SET (
    "kind", "title", "search", "state", "stateRank", "revisionNumber", "lockVersion", "live", "merged", "authorId", "contributorIds",
    "fieldsNeeded", "fieldsCited", "fieldsMissing", "decision", "assigneeId", "withId", "withName", "dueOn", "dueKey",
    "snoozedUntil", "passagesMoved", "passagesChanged", "passagesGone", "drift", "changedAt", "scheduledFor", "embargoedUntil"
  ) = ROW (
    excluded."kind", excluded."title", excluded."search", excluded."state", excluded."stateRank", excluded."revisionNumber",
    excluded."lockVersion", excluded."live", excluded."merged", excluded."authorId", excluded."contributorIds",
    excluded."fieldsNeeded", excluded."fieldsCited", excluded."fieldsMissing", excluded."decision", excluded."assigneeId",
    excluded."withId", excluded."withName", excluded."dueOn", excluded."dueKey", excluded."snoozedUntil", excluded."passagesMoved",
    excluded."passagesChanged", excluded."passagesGone", excluded."drift", excluded."changedAt", excluded."scheduledFor", excluded."embargoedUntil"
  ) WHERE e.* IS DISTINCT FROM excluded.*;
END $$;

-- Releases and embargoes change apart from the version of their records.
CREATE FUNCTION desk.refresh_of_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM desk.refresh(array_agg(DISTINCT "recordId")) FROM touched HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER desk_entry_insert AFTER INSERT ON "ReleaseItem" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION desk.refresh_of_items();
CREATE TRIGGER desk_entry_update AFTER UPDATE ON "ReleaseItem" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION desk.refresh_of_items();
CREATE TRIGGER desk_entry_delete AFTER DELETE ON "ReleaseItem" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION desk.refresh_of_items();
CREATE TRIGGER desk_entry_insert AFTER INSERT ON "Embargo" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION desk.refresh_of_items();
CREATE TRIGGER desk_entry_update AFTER UPDATE ON "Embargo" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION desk.refresh_of_items();
CREATE TRIGGER desk_entry_delete AFTER DELETE ON "Embargo" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION desk.refresh_of_items();

CREATE FUNCTION desk.refresh_of_releases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM desk.refresh(array_agg(DISTINCT i."recordId")) FROM fresh f
    JOIN stale s ON s."id" = f."id" AND (s."at", s."state") IS DISTINCT FROM (f."at", f."state")
    JOIN "ReleaseItem" i ON i."releaseId" = f."id" AND i."active" HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER desk_entry AFTER UPDATE ON "Release" REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION desk.refresh_of_releases();

SELECT desk.refresh(array_agg("recordId")) FROM (SELECT "recordId" FROM "ReleaseItem" WHERE "active" UNION SELECT "recordId" FROM "Embargo") AS held HAVING count(*) > 0;
