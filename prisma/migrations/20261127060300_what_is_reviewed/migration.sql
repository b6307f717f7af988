-- What was not decided about a change is not published with it. See docs/decisions/109-what-is-reviewed.md.

-- The address is public for good once it is public, so it belongs to what is reviewed.
CREATE FUNCTION history.guard_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public."Entry" WHERE "id" = NEW."id") THEN
    RAISE EXCEPTION 'an address that has been public stays as it is';
  END IF;
  IF EXISTS (SELECT FROM public."Revision" WHERE "recordId" = NEW."id" AND "state" IN ('in_review', 'approved', 'scheduled')) THEN
    RAISE EXCEPTION 'an address changes only while the revision is a draft';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_address BEFORE UPDATE OF "slug" ON "Record" FOR EACH ROW
  WHEN (NEW."slug" <> OLD."slug") EXECUTE FUNCTION history.guard_address();

-- What was withdrawn is public again only with a word of why: whoever approved a change before did not know of the withdrawal.
CREATE FUNCTION history.guard_return() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public."Entry" WHERE "id" = NEW."recordId" AND "state" = 'withdrawn') THEN
    RAISE EXCEPTION '% was withdrawn: it is public again only with a note that tells readers why', NEW."recordId";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_return BEFORE UPDATE OF "state" ON "Revision" FOR EACH ROW
  WHEN (NEW."state" = 'live' AND OLD."state" <> 'live' AND NEW."number" > 1 AND coalesce(btrim(NEW."note"), '') = '')
  EXECUTE FUNCTION history.guard_return();

REVOKE ALL ON FUNCTION history.guard_address(), history.guard_return() FROM PUBLIC;
