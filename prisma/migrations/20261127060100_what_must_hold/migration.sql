-- Three rules that the commands keep, kept by the database too. See docs/decisions/107-what-corrections-may-not-take.md.

-- What is public rests on a version that is public -------------------------------------------------------------------------

-- At the end of a publication, because within it the source may come before or after what cites it. Triggers and no foreign
-- key: a source may bring its versions into another order, and a key cannot be left open for the while that this takes.
CREATE FUNCTION history.guard_passage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public."SourceVersion" v WHERE v."recordId" = NEW."recordId" AND v."sha256" = NEW."sha256")
      AND EXISTS (SELECT FROM public."Passage" p WHERE (p."id", p."recordId", p."sha256") = (NEW."id", NEW."recordId", NEW."sha256")) THEN
    RAISE EXCEPTION 'the passage % is of a text that is no public version of %', NEW."id", NEW."recordId";
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER guard_passage AFTER INSERT OR UPDATE OF "recordId", "sha256" ON "Passage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION history.guard_passage();

CREATE FUNCTION history.guard_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public."Passage" p WHERE p."recordId" = OLD."recordId" AND p."sha256" = OLD."sha256")
      AND NOT EXISTS (SELECT FROM public."SourceVersion" v WHERE v."recordId" = OLD."recordId" AND v."sha256" = OLD."sha256") THEN
    RAISE EXCEPTION 'a version of % is not taken away while something public rests on it', OLD."recordId";
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER guard_version AFTER UPDATE OR DELETE ON "SourceVersion"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION history.guard_version();

-- A schedule does not outlive a withdrawal ---------------------------------------------------------------------------------

CREATE FUNCTION history.guard_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public."Revision" r WHERE r."recordId" = NEW."recordId" AND r."state" = 'scheduled') THEN
    RAISE EXCEPTION '% is not taken back while a change of it would publish it again by itself', NEW."recordId";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_withdrawal BEFORE UPDATE OF "state" ON "Revision" FOR EACH ROW
  WHEN (NEW."state" = 'withdrawn' AND OLD."state" = 'live') EXECUTE FUNCTION history.guard_withdrawal();

-- What is approved is what readers will be told ----------------------------------------------------------------------------

-- As before, and what the change is to readers belongs to the text that is reviewed.
CREATE OR REPLACE FUNCTION history.guard_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  expected integer;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT coalesce(max("number"), 0) + 1 INTO expected FROM "Revision" WHERE "recordId" = NEW."recordId";
    IF NEW."number" <> expected THEN
      RAISE EXCEPTION 'revision % of % would leave a gap: the next is %', NEW."number", NEW."recordId", expected;
    END IF;
    IF NEW."state" <> 'draft' THEN
      RAISE EXCEPTION 'a revision begins as a draft';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW."recordId" <> OLD."recordId" OR NEW."number" <> OLD."number" OR NEW."authorId" <> OLD."authorId" THEN
    RAISE EXCEPTION 'a revision keeps its record, number and author';
  END IF;
  IF OLD."state" <> 'draft' THEN
    IF (NEW."content", NEW."citations", NEW."contentHash", NEW."contributorIds")
        IS DISTINCT FROM (OLD."content", OLD."citations", OLD."contentHash", OLD."contributorIds") THEN
      RAISE EXCEPTION 'the text of a revision changes only while it is a draft';
    END IF;
    IF (NEW."change", NEW."changeSaid", NEW."note") IS DISTINCT FROM (OLD."change", OLD."changeSaid", OLD."note") THEN
      RAISE EXCEPTION 'what a revision is to readers changes only while it is a draft';
    END IF;
  END IF;
  IF NEW."state" <> OLD."state" AND (OLD."state", NEW."state") NOT IN (
      ('draft', 'in_review'), ('in_review', 'approved'), ('in_review', 'draft'), ('approved', 'draft'),
      ('approved', 'live'), ('approved', 'scheduled'), ('scheduled', 'live'), ('scheduled', 'approved'),
      ('live', 'superseded'), ('live', 'withdrawn'),
      ('draft', 'discarded'), ('in_review', 'discarded'), ('approved', 'discarded')) THEN
    RAISE EXCEPTION 'a revision does not go from % to %', OLD."state", NEW."state";
  END IF;
  RETURN NEW;
END $$;

REVOKE ALL ON FUNCTION history.guard_passage(), history.guard_version(), history.guard_withdrawal() FROM PUBLIC;
