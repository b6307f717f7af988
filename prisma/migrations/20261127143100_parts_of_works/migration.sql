-- A dataset is on record in as many sources as it has parts, and lists show it once.

-- What a source is a part of: the address that its parts share, as an import gives it (core/dataset/planned); null for any other.
CREATE FUNCTION public.part_of(slug text, title text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN slug ~ '-[1-9][0-9]{0,5}$' AND right(title, length(', part ' || number)) = ', part ' || number
    THEN left(slug, -length(number) - 1) END
  FROM (SELECT substring(slug from '[0-9]+$') AS number) AS n
$$;
REVOKE ALL ON FUNCTION public.part_of(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.part_of(text, text) TO rapporteur_reader;

CREATE INDEX "Entry_parts" ON "Entry" (public.part_of("slug", "title"), length("slug"), "slug") WHERE "kind" = 'source' AND public.part_of("slug", "title") IS NOT NULL;
CREATE INDEX "Entry_parts" ON history."Entry" (public.part_of("slug", "title"), length("slug"), "slug") WHERE "kind" = 'source' AND public.part_of("slug", "title") IS NOT NULL;
