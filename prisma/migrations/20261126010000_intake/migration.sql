-- What came in from outside and what is suggested from it, desk side only: the public's role has no right on any of it. See
-- docs/decisions/070-intake.md.

CREATE TABLE "IntakeItem" (
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "userId" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "fileName" TEXT,
    "mediaType" TEXT,
    "address" TEXT,
    "canonicalAddress" TEXT,
    "title" TEXT,
    "publisher" TEXT,
    "author" TEXT,
    "published" TEXT,
    "language" TEXT,
    "form" TEXT NOT NULL DEFAULT 'article',
    "warnings" TEXT[],
    "sha256" TEXT,
    "nearTexts" TEXT[],
    "step" TEXT,
    "stepsDone" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "sourceOfId" TEXT,
    "sourceChosen" BOOLEAN NOT NULL DEFAULT false,
    "sourceId" TEXT,
    "lockVersion" INTEGER NOT NULL DEFAULT 1,
    "asideAt" TIMESTAMPTZ(6),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "readAt" TIMESTAMPTZ(6),
    "finishedAt" TIMESTAMPTZ(6),

    CONSTRAINT "IntakeItem_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "IntakeItem_way" CHECK ("way" IN ('paste', 'upload', 'address')),
    CONSTRAINT "IntakeItem_state" CHECK ("state" IN ('waiting', 'reading', 'suggested', 'failed', 'finished', 'discarded')),
    CONSTRAINT "IntakeItem_step" CHECK ("step" IN ('fetch', 'read', 'find', 'compare', 'keep')),
    CONSTRAINT "IntakeItem_steps" CHECK ("stepsDone" BETWEEN 0 AND 5),
    CONSTRAINT "IntakeItem_address" CHECK (("way" <> 'address') OR "address" IS NOT NULL),
    CONSTRAINT "IntakeItem_is_read" CHECK ("state" NOT IN ('suggested', 'finished') OR ("sha256" IS NOT NULL AND "readAt" IS NOT NULL)),
    CONSTRAINT "IntakeItem_fails_in_words" CHECK (("state" = 'failed') = ("problem" IS NOT NULL)),
    CONSTRAINT "IntakeItem_is_finished" CHECK (("state" = 'finished') = ("finishedAt" IS NOT NULL AND "sourceId" IS NOT NULL))
);
CREATE INDEX "IntakeItem_state_createdAt_id_idx" ON "IntakeItem"("state", "createdAt" DESC, "id");
CREATE INDEX "IntakeItem_sha256_idx" ON "IntakeItem"("sha256");
ALTER TABLE "IntakeItem" ADD CONSTRAINT "IntakeItem_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "StoredText"("sha256") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "IntakeItem" ADD CONSTRAINT "IntakeItem_sourceOfId_fkey" FOREIGN KEY ("sourceOfId") REFERENCES "Record"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "IntakeItem" ADD CONSTRAINT "IntakeItem_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "IntakeFile" (
    "itemId" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "IntakeFile_pkey" PRIMARY KEY ("itemId"),
    CONSTRAINT "IntakeFile_bytes" CHECK (octet_length("bytes") BETWEEN 1 AND 33554432)
);
-- Documents are mostly compressed already, and what is not is read once.
ALTER TABLE "IntakeFile" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
ALTER TABLE "IntakeFile" ADD CONSTRAINT "IntakeFile_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "IntakeItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "TextBand" (
    "sha256" TEXT NOT NULL,
    "band" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "TextBand_pkey" PRIMARY KEY ("sha256", "band")
);
CREATE INDEX "TextBand_hash_band_idx" ON "TextBand"("hash", "band");
ALTER TABLE "TextBand" ADD CONSTRAINT "TextBand_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "StoredText"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "Suggestion" (
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "itemId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "passages" JSONB NOT NULL,
    "edited" JSONB,
    "chosen" JSONB,
    "reason" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "byHand" BOOLEAN NOT NULL DEFAULT false,
    "rejectedBefore" BOOLEAN NOT NULL DEFAULT false,
    "matches" JSONB NOT NULL,
    "decision" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(6),
    "mergedWithId" TEXT,
    "recordId" TEXT,

    CONSTRAINT "Suggestion_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Suggestion_kind" CHECK ("kind" IN ('actor', 'event', 'programme', 'provision', 'issue', 'statement', 'position', 'commitment')),
    CONSTRAINT "Suggestion_number" CHECK ("number" >= 1),
    CONSTRAINT "Suggestion_confidence" CHECK ("confidence" BETWEEN 0 AND 1),
    CONSTRAINT "Suggestion_decision" CHECK ("decision" IN ('accepted', 'edited', 'merged', 'rejected')),
    CONSTRAINT "Suggestion_is_decided" CHECK (("decision" IS NULL) = ("decidedById" IS NULL) AND ("decision" IS NULL) = ("decidedAt" IS NULL)),
    CONSTRAINT "Suggestion_is_merged" CHECK (coalesce("decision" = 'merged', false) = ("mergedWithId" IS NOT NULL)),
    CONSTRAINT "Suggestion_is_drafted" CHECK ("recordId" IS NULL OR "decision" IN ('accepted', 'edited')),
    CONSTRAINT "Suggestion_rests_on_a_passage" CHECK (jsonb_typeof("passages") = 'array' AND "passages" <> '[]')
);
CREATE UNIQUE INDEX "Suggestion_itemId_number_key" ON "Suggestion"("itemId", "number");
CREATE INDEX "Suggestion_fingerprint_idx" ON "Suggestion"("fingerprint");
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "IntakeItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_mergedWithId_fkey" FOREIGN KEY ("mergedWithId") REFERENCES "Record"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was suggested stays as it was suggested; decisions end with the item.
CREATE FUNCTION history.guard_suggestion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."itemId", NEW."number", NEW."kind", NEW."payload", NEW."passages", NEW."fingerprint", NEW."byHand")
      IS DISTINCT FROM (OLD."itemId", OLD."number", OLD."kind", OLD."payload", OLD."passages", OLD."fingerprint", OLD."byHand") THEN
    RAISE EXCEPTION 'a suggestion stays as it was made';
  END IF;
  IF NOT EXISTS (SELECT FROM "IntakeItem" i WHERE i."id" = NEW."itemId" AND i."state" = 'suggested') THEN
    RAISE EXCEPTION 'suggestions are decided while their text waits for decisions';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION history.guard_suggestion() FROM PUBLIC;
CREATE TRIGGER guard BEFORE UPDATE ON "Suggestion" FOR EACH ROW EXECUTE FUNCTION history.guard_suggestion();

CREATE FUNCTION history.guard_intake() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."state" <> OLD."state" AND (OLD."state", NEW."state") NOT IN (
      ('waiting', 'reading'), ('reading', 'suggested'), ('reading', 'failed'), ('failed', 'waiting'), ('suggested', 'finished'),
      ('waiting', 'discarded'), ('reading', 'discarded'), ('suggested', 'discarded'), ('failed', 'discarded')) THEN
    RAISE EXCEPTION 'what came in does not go from % to %', OLD."state", NEW."state";
  END IF;
  IF OLD."state" IN ('suggested', 'finished') AND NEW."sha256" IS DISTINCT FROM OLD."sha256" THEN
    RAISE EXCEPTION 'the text that suggestions were made of stays';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION history.guard_intake() FROM PUBLIC;
CREATE TRIGGER guard BEFORE UPDATE ON "IntakeItem" FOR EACH ROW EXECUTE FUNCTION history.guard_intake();

-- Sources are found by a text they hold and by their address. Only contents of sources have versions.
CREATE INDEX "Revision_source_texts" ON "Revision" USING gin (jsonb_path_query_array("content", 'lax $.versions[*].sha256')) WHERE "content" ? 'versions';
-- By its hash: a long address would not fit into an ordered index.
CREATE INDEX "Revision_source_address" ON "Revision" USING hash (("content" ->> 'address')) WHERE "content" ? 'versions';

-- What is proposed is compared with the statements of the same speaker, the events of the same day, and the positions on the
-- same question. Each of these fields tells the contents of one kind.
CREATE INDEX "Revision_speaker" ON "Revision" (("content" ->> 'speaker')) WHERE "content" ? 'speaker';
CREATE INDEX "Revision_event_date" ON "Revision" (("content" ->> 'date')) WHERE "content" ? 'choices';
CREATE INDEX "Revision_position" ON "Revision" (("content" ->> 'issue'), ("content" ->> 'actor')) WHERE "content" ? 'turns';
