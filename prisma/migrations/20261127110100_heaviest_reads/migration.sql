-- Of more budgets than are counted at once, those under which most was read are: by their names, a flood from a thousand networks
-- would leave out every token. See docs/decisions/103-reads-together.md.
CREATE OR REPLACE FUNCTION public.count_reads(given jsonb) RETURNS TABLE (budget text, reads integer, ends integer)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  WITH clock AS MATERIALIZED (SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now),
  asked AS (
    SELECT 'reads:' || left(g.budget, 100) AS key, least(sum(g.reads), 1000000)::integer AS points
    FROM jsonb_to_recordset(given) AS g(budget text, reads bigint) WHERE g.reads > 0 GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1000)
  INSERT INTO public."RateLimit" AS r ("key", "points", "expire")
  -- In one order, so that two instances do not wait for each other.
  SELECT asked.key, asked.points, clock.now + 60000 FROM asked, clock ORDER BY asked.key
  ON CONFLICT ("key") DO UPDATE SET
    "points" = CASE WHEN r."expire" <= excluded."expire" - 60000 THEN excluded."points" ELSE least(r."points" + excluded."points", 1000000000) END,
    "expire" = CASE WHEN r."expire" <= excluded."expire" - 60000 THEN excluded."expire" ELSE r."expire" END
  RETURNING substr("key", 7), "points", ("expire" - (SELECT now FROM clock))::integer
$$;
