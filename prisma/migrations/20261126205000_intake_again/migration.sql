-- What readers may see of a text is asked before its source is drafted. A text whose day is put right is read again: what
-- was decided stays, so it goes back to those that wait to be read.
ALTER TABLE "IntakeItem"
  ADD COLUMN "rights" TEXT NOT NULL DEFAULT 'passages',
  ADD COLUMN "licence" TEXT,
  ADD CONSTRAINT "IntakeItem_rights" CHECK ("rights" IN ('full', 'passages'));

CREATE OR REPLACE FUNCTION history.guard_intake() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."state" <> OLD."state" AND (OLD."state", NEW."state") NOT IN (
      ('waiting', 'reading'), ('reading', 'suggested'), ('reading', 'failed'), ('failed', 'waiting'), ('suggested', 'waiting'),
      ('suggested', 'finished'), ('waiting', 'discarded'), ('reading', 'discarded'), ('suggested', 'discarded'),
      ('failed', 'discarded')) THEN
    RAISE EXCEPTION 'what came in does not go from % to %', OLD."state", NEW."state";
  END IF;
  -- Of a text that could not be read, somebody may paste another; no other changes while suggestions are made of it.
  IF OLD."sha256" IS NOT NULL AND OLD."state" <> 'failed' AND NEW."sha256" IS DISTINCT FROM OLD."sha256" THEN
    RAISE EXCEPTION 'the text that suggestions were made of stays';
  END IF;
  RETURN NEW;
END $$;
