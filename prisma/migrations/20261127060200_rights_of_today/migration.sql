-- Rights are of today, also where the past is read. See docs/decisions/108-rights-are-of-today.md.

-- Whether a text is shown whole now is asked by its fingerprint: another source may have the same text.
CREATE INDEX "SourceVersion_shown" ON "SourceVersion" ("sha256") WHERE "text" IS NOT NULL;

-- The two views of the past that would give away a whole text. A text is shown, and a source found by the words of one, as
-- long as it is public whole still: its rights may be narrowed, a version taken out, the source withdrawn.
CREATE FUNCTION history.keep_rights() RETURNS void LANGUAGE plpgsql AS $rights$
DECLARE
  columns text;
BEGIN
  SELECT string_agg(
      CASE attname WHEN 'text'
        THEN 'CASE WHEN EXISTS (SELECT FROM public."SourceVersion" s WHERE s."sha256" = h."sha256" AND s."text" IS NOT NULL) THEN h."text" END AS "text"'
        ELSE format('h.%I', attname) END, ', ' ORDER BY attnum)
    INTO columns FROM pg_attribute WHERE attrelid = 'public."SourceVersion"'::regclass AND attnum > 0 AND NOT attisdropped;
  EXECUTE format('CREATE OR REPLACE VIEW as_of."SourceVersion" AS SELECT %s FROM history."SourceVersion" h
    WHERE h.recorded @> current_setting(''rapporteur.as_of'')::timestamptz', columns);

  -- Only the row of a source itself holds the words of its text; those of its translations hold none.
  SELECT string_agg(format('h.%I', attname), ', ' ORDER BY attnum)
    INTO columns FROM pg_attribute WHERE attrelid = 'public."SearchEntry"'::regclass AND attnum > 0 AND NOT attisdropped;
  EXECUTE format('CREATE OR REPLACE VIEW as_of."SearchEntry" AS SELECT %s FROM history."SearchEntry" h
    WHERE h.recorded @> current_setting(''rapporteur.as_of'')::timestamptz
      AND (h."kind" <> ''source'' OR h."id" <> h."recordId" OR NOT EXISTS (
        SELECT FROM history."SourceVersion" v
        WHERE v."recordId" = h."recordId" AND v.recorded @> current_setting(''rapporteur.as_of'')::timestamptz AND v."text" IS NOT NULL
          AND NOT EXISTS (SELECT FROM public."SourceVersion" s WHERE s."sha256" = v."sha256" AND s."text" IS NOT NULL)))', columns);
END $rights$;
SELECT history.keep_rights();

-- A migration that tracks one of the two tables again would make its plain view.
CREATE OR REPLACE FUNCTION history.track(name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM history.keep_twin(name);
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = format('public.%I', name)::regclass AND attname = 'recordId') THEN
    PERFORM history.prepare_sync(name);
  END IF;
  IF name IN ('SourceVersion', 'SearchEntry') THEN
    PERFORM history.keep_rights();
  END IF;
END $$;
REVOKE ALL ON FUNCTION history.keep_rights() FROM PUBLIC;
