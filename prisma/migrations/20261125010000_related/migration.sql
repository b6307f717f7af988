-- What a page lists of others is read from indexes, however much there is: who names a record, in order; what rests on a
-- passage; and how much of each kind is public, without counting.

-- Who names a record ----------------------------------------------------------------------------------------------------

ALTER TABLE "Reference" ADD COLUMN "relation" TEXT, ADD COLUMN "sortKey" TEXT;
ALTER TABLE history."Reference" ADD COLUMN "relation" TEXT, ADD COLUMN "sortKey" TEXT;

-- Both columns follow from what is there, so nothing of the record changes and history gets no new rows.
ALTER TABLE "Reference" DISABLE TRIGGER USER;
UPDATE "Reference" r SET "relation" = e."kind" || regexp_replace(r."field", '/[0-9]+(?=/|$)', '', 'g'), "sortKey" = e."sortKey"
FROM "Entry" e WHERE e."id" = r."recordId";
ALTER TABLE "Reference" ENABLE TRIGGER USER;
UPDATE history."Reference" r SET
  "relation" = (SELECT e."kind" FROM "Entry" e WHERE e."id" = r."recordId") || regexp_replace(r."field", '/[0-9]+(?=/|$)', '', 'g'),
  "sortKey" = coalesce((
    SELECT e."sortKey" FROM history."Entry" e WHERE e."id" = r."recordId" AND e."recorded" @> lower(r."recorded") LIMIT 1), '');

ALTER TABLE "Reference" ALTER COLUMN "relation" SET NOT NULL, ALTER COLUMN "sortKey" SET NOT NULL;
ALTER TABLE history."Reference" ALTER COLUMN "relation" SET NOT NULL, ALTER COLUMN "sortKey" SET NOT NULL;
DROP INDEX "Reference_targetId_idx", history."Reference_targetId_idx";
CREATE INDEX "Reference_targetId_relation_sortKey_recordId_idx" ON "Reference"("targetId", "relation", "sortKey", "recordId");
SELECT history.track('Reference');
GRANT SELECT ON as_of."Reference" TO rapporteur_reader;

-- What rests on a passage -----------------------------------------------------------------------------------------------

DROP INDEX "Citation_passageId_idx", history."Citation_passageId_idx";
CREATE INDEX "Citation_passageId_id_idx" ON "Citation"("passageId", "id");
CREATE INDEX "Citation_passageId_id_idx" ON history."Citation"("passageId", "id");

-- The log as of an instant ----------------------------------------------------------------------------------------------

DROP INDEX "Publication_recordedAt_idx";
CREATE INDEX "Publication_recordedAt_sequence_idx" ON "Publication"("recordedAt", "sequence");

-- How much of each kind is public ---------------------------------------------------------------------------------------

CREATE TABLE "Tally" (
  "id" TEXT NOT NULL,
  "live" INTEGER NOT NULL,
  CONSTRAINT "Tally_pkey" PRIMARY KEY ("id")
);
INSERT INTO "Tally" SELECT "kind", count(*) FILTER (WHERE "state" = 'live') FROM "Entry" GROUP BY "kind";
SELECT history.track('Tally');
GRANT SELECT ON "Tally", as_of."Tally" TO rapporteur_reader;

-- What was public when: every entry that became live counts one more from then on, every one that ceased one less.
INSERT INTO history."Tally" ("id", "live", "recorded")
WITH steps AS (
  SELECT "kind", lower("recorded") AS "at", 1 AS "step" FROM history."Entry" WHERE "state" = 'live'
  UNION ALL
  SELECT "kind", upper("recorded"), -1 FROM history."Entry" WHERE "state" = 'live' AND NOT upper_inf("recorded")
), sums AS (
  SELECT "kind", "at", sum("step") AS "step" FROM steps GROUP BY "kind", "at" HAVING sum("step") <> 0
)
SELECT "kind", sum("step") OVER (PARTITION BY "kind" ORDER BY "at"),
  tstzrange("at", lead("at") OVER (PARTITION BY "kind" ORDER BY "at"))
FROM sums;

CREATE FUNCTION history.keep_tally() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO public."Tally" AS t SELECT "kind", count(*) FROM fresh WHERE "state" = 'live' GROUP BY "kind"
    ON CONFLICT ("id") DO UPDATE SET "live" = t."live" + excluded."live";
  ELSIF EXISTS (SELECT FROM stale s JOIN fresh f USING ("id") WHERE (s."state" = 'live') <> (f."state" = 'live')) THEN
    INSERT INTO public."Tally" AS t
      SELECT s."kind", count(*) FILTER (WHERE f."state" = 'live') - count(*) FILTER (WHERE s."state" = 'live')
      FROM stale s JOIN fresh f USING ("id") GROUP BY s."kind"
    ON CONFLICT ("id") DO UPDATE SET "live" = t."live" + excluded."live";
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION history.keep_tally() FROM PUBLIC;
-- An entry is never deleted: it is live, withdrawn or merged.
CREATE TRIGGER tally_insert AFTER INSERT ON "Entry" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION history.keep_tally();
CREATE TRIGGER tally_update AFTER UPDATE ON "Entry" REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION history.keep_tally();
