-- What became of passages is said with the publication of a newer text, so one that is told as moved, changed or gone may leave
-- the public record with the last that cites it: the desk counts it no more at its source.

CREATE FUNCTION desk.refresh_of_removed_passages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM desk.refresh(array_agg(DISTINCT "recordId")) FROM stale WHERE "state" <> 'verified' HAVING count(*) > 0;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION desk.refresh_of_removed_passages() FROM PUBLIC;
CREATE TRIGGER desk_entry_delete AFTER DELETE ON "Passage" REFERENCING OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION desk.refresh_of_removed_passages();
