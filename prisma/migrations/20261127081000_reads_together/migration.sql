-- What programs read, counted for all instances of the site together. Each instance counts for itself, and says here about once a
-- second what whoever reads much has read since; it learns what all of them have read, and in how many milliseconds that is over.
-- The public's role can add to these counts alone. See docs/decisions/103-reads-together.md.
CREATE FUNCTION public.count_reads(given jsonb) RETURNS TABLE (budget text, reads integer, ends integer)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  WITH clock AS MATERIALIZED (SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now),
  -- In one order, so that two instances do not wait for each other.
  asked AS (
    SELECT 'reads:' || left(g.budget, 100) AS key, least(sum(g.reads), 1000000)::integer AS points
    FROM jsonb_to_recordset(given) AS g(budget text, reads bigint) WHERE g.reads > 0 GROUP BY 1 ORDER BY 1 LIMIT 1000)
  INSERT INTO public."RateLimit" AS r ("key", "points", "expire")
  SELECT asked.key, asked.points, clock.now + 60000 FROM asked, clock
  ON CONFLICT ("key") DO UPDATE SET
    "points" = CASE WHEN r."expire" <= excluded."expire" - 60000 THEN excluded."points" ELSE least(r."points" + excluded."points", 1000000000) END,
    "expire" = CASE WHEN r."expire" <= excluded."expire" - 60000 THEN excluded."expire" ELSE r."expire" END
  RETURNING substr("key", 7), "points", ("expire" - (SELECT now FROM clock))::integer
$$;
REVOKE ALL ON FUNCTION public.count_reads(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.count_reads(jsonb) TO rapporteur_reader;
