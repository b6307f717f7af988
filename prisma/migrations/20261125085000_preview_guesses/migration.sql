-- The public's role counts the preview tokens that did not work, in the counts that all instances share. It can add to the
-- counts of this one limit, and learns in how many seconds another may be tried, or null while it still may.
CREATE FUNCTION public.count_preview_guess(network text, times integer, seconds integer) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  now_ms bigint := floor(extract(epoch FROM clock_timestamp()) * 1000);
  used integer;
  ends bigint;
BEGIN
  INSERT INTO public."RateLimit" AS r ("key", "points", "expire")
  VALUES ('preview:' || left(network, 60), 1, now_ms + least(seconds, 86400) * 1000)
  ON CONFLICT ("key") DO UPDATE SET
    "points" = CASE WHEN r."expire" <= now_ms THEN 1 ELSE least(r."points" + 1, 1000000) END,
    "expire" = CASE WHEN r."expire" <= now_ms THEN excluded."expire" ELSE r."expire" END
  RETURNING "points", "expire" INTO used, ends;
  IF used <= times THEN RETURN NULL; END IF;
  IF used = times + 1 THEN
    INSERT INTO public."AuditEntry" ("action", "detail")
    VALUES ('limit.reached', jsonb_build_object('limit', 'preview', 'key', left(network, 60)));
  END IF;
  RETURN greatest(1, ceil((ends - now_ms) / 1000.0)::integer);
END
$$;
REVOKE ALL ON FUNCTION public.count_preview_guess(text, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.count_preview_guess(text, integer, integer) TO rapporteur_reader;
