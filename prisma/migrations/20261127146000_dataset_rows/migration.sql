-- What the row of each record of a dataset said when it was last imported. An import compares the row with that, and with what is
-- public, and so tells a row that has changed from a record that somebody has changed.

CREATE TABLE "DatasetRow" (
    "recordId" TEXT NOT NULL,
    "revisionNumber" INTEGER,
    "content" JSONB,
    "citations" JSONB,

    CONSTRAINT "DatasetRow_pkey" PRIMARY KEY ("recordId"),
    CONSTRAINT "DatasetRow_said" CHECK (("revisionNumber" IS NULL) = ("content" IS NOT NULL) AND ("content" IS NULL) = ("citations" IS NULL))
);
ALTER TABLE "DatasetRow" ADD CONSTRAINT "DatasetRow_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DatasetRow" ADD CONSTRAINT "DatasetRow_recordId_revisionNumber_fkey"
  FOREIGN KEY ("recordId", "revisionNumber") REFERENCES "Revision"("recordId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is certain of earlier imports: the last revision that an import has marked as its own; or, where a record has but one
-- revision that was ever public, and it was written and approved in one transaction, as only imports do, that one. Of the others an
-- import asks.
INSERT INTO "DatasetRow" ("recordId", "revisionNumber")
SELECT "recordId", max("revisionNumber") FROM "AuditEntry"
WHERE "action" = 'dataset.change' AND "recordId" IS NOT NULL AND "revisionNumber" IS NOT NULL GROUP BY "recordId";

INSERT INTO "DatasetRow" ("recordId", "revisionNumber")
SELECT v."recordId", 1 FROM "Revision" v
WHERE v."number" = 1 AND v."state" IN ('live', 'superseded', 'withdrawn')
  AND EXISTS (SELECT FROM "Review" w WHERE w."revisionId" = v."id" AND w."decision" = 'approved' AND w."createdAt" = v."createdAt")
  AND NOT EXISTS (SELECT FROM "Revision" l WHERE l."recordId" = v."recordId" AND l."number" > 1 AND l."state" IN ('live', 'superseded', 'withdrawn'))
ON CONFLICT DO NOTHING;
