-- Safe writing and talking about records: all of it desk side, so the public's role is granted nothing here.

ALTER TABLE "Record" ADD COLUMN "assigneeId" TEXT, ADD COLUMN "dueOn" DATE, ADD COLUMN "snoozedUntil" DATE;
CREATE INDEX "Record_assigneeId_idx" ON "Record"("assigneeId");
CREATE INDEX "Record_dueOn_idx" ON "Record"("dueOn");

-- Lists run by an instant of whole milliseconds, which is what a cursor can carry.
CREATE TABLE "WorkingCopy" (
    "recordId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "baseRevision" INTEGER,
    "baseVersion" INTEGER,
    "content" JSONB,
    "citations" JSONB,
    "note" TEXT,
    "change" TEXT,
    "clientId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "spentAt" TIMESTAMPTZ(6),

    CONSTRAINT "WorkingCopy_pkey" PRIMARY KEY ("recordId", "userId"),
    CONSTRAINT "WorkingCopy_kind" CHECK ("kind" IN ('source', 'actor', 'event', 'programme', 'issue', 'statement', 'position', 'commitment', 'article')),
    CONSTRAINT "WorkingCopy_change" CHECK ("change" IN ('publish', 'correct', 'update', 'edit')),
    CONSTRAINT "WorkingCopy_base" CHECK (("baseRevision" IS NULL) = ("baseVersion" IS NULL)),
    CONSTRAINT "WorkingCopy_spent" CHECK (("spentAt" IS NULL) = ("content" IS NOT NULL AND "citations" IS NOT NULL))
);
CREATE INDEX "WorkingCopy_userId_updatedAt_recordId_idx" ON "WorkingCopy"("userId", "updatedAt" DESC, "recordId");

CREATE TABLE "EarlierText" (
    "recordId" TEXT NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "untilVersion" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "citations" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "replacedById" TEXT NOT NULL,
    "replacedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "EarlierText_pkey" PRIMARY KEY ("recordId", "untilVersion")
);
ALTER TABLE "EarlierText" ADD CONSTRAINT "EarlierText_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER keep BEFORE UPDATE OR DELETE OR TRUNCATE ON "EarlierText" FOR EACH STATEMENT EXECUTE FUNCTION history.refuse();

CREATE TABLE "Presence" (
    "recordId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "field" TEXT,
    "seenAt" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("recordId", "userId", "clientId")
);
CREATE INDEX "Presence_seenAt_idx" ON "Presence"("seenAt");

CREATE TABLE "IdempotencyKey" (
    "userId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "inputHash" TEXT NOT NULL,
    "answer" JSONB,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("userId", "key")
);
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

CREATE TABLE "Comment" (
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "recordId" TEXT NOT NULL,
    "threadId" TEXT,
    "revisionNumber" INTEGER NOT NULL,
    "field" TEXT,
    "quote" JSONB,
    "currentField" TEXT,
    "body" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "editedAt" TIMESTAMPTZ(6),
    "resolvedAt" TIMESTAMPTZ(6),
    "resolvedById" TEXT,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Comment_quote_needs_field" CHECK ("quote" IS NULL OR "field" IS NOT NULL),
    CONSTRAINT "Comment_place_needs_field" CHECK ("currentField" IS NULL OR "field" IS NOT NULL),
    CONSTRAINT "Comment_resolved" CHECK (("resolvedAt" IS NULL) = ("resolvedById" IS NULL)),
    CONSTRAINT "Comment_reply" CHECK ("threadId" IS NULL OR ("threadId" <> "id" AND "field" IS NULL AND "resolvedAt" IS NULL))
);
CREATE INDEX "Comment_recordId_createdAt_id_idx" ON "Comment"("recordId", "createdAt", "id");
CREATE INDEX "Comment_threadId_createdAt_id_idx" ON "Comment"("threadId", "createdAt", "id");
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;
-- What a save looks for: the threads whose place may move with the text.
CREATE INDEX "Comment_placed" ON "Comment" ("recordId") WHERE "currentField" IS NOT NULL;

-- A comment stays where it was made; only its words, its place in newer texts and whether it is settled may change.
CREATE FUNCTION history.guard_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."threadId" IS NOT NULL AND NOT EXISTS (
        SELECT FROM "Comment" WHERE "id" = NEW."threadId" AND "recordId" = NEW."recordId" AND "threadId" IS NULL) THEN
      RAISE EXCEPTION 'a reply belongs to a thread of the same record';
    END IF;
  ELSIF (NEW."id", NEW."recordId", NEW."threadId", NEW."revisionNumber", NEW."field", NEW."quote", NEW."authorId", NEW."createdAt")
      IS DISTINCT FROM (OLD."id", OLD."recordId", OLD."threadId", OLD."revisionNumber", OLD."field", OLD."quote", OLD."authorId", OLD."createdAt") THEN
    RAISE EXCEPTION 'a comment stays where it was made';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON "Comment" FOR EACH ROW EXECUTE FUNCTION history.guard_comment();
CREATE TRIGGER keep BEFORE DELETE OR TRUNCATE ON "Comment" FOR EACH STATEMENT EXECUTE FUNCTION history.refuse();
REVOKE ALL ON FUNCTION history.guard_comment() FROM PUBLIC;
