-- Which publications took a record out of what a search finds, because it was wrong: what the followers of the search have to
-- take back. The public's role cannot read the history by itself, and learns of it what every past page tells: that a search
-- found a record. Looked for among the newest five hundred corrections, withdrawals and merges at an instant; null for now.
-- The text of a source is not looked at: its rights may have been narrowed since. See docs/decisions/111-merges-and-searches.md.
CREATE FUNCTION public.no_longer_found(query tsquery, since date, till date, until timestamptz) RETURNS TABLE ("sequence" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  WITH newest AS MATERIALIZED (
    SELECT p."sequence", p."recordId", p."recordedAt" FROM public."Publication" p
    WHERE p."action" IN ('correct', 'withdraw', 'merge') AND p."sequence" <= coalesce(
      (SELECT l."sequence" FROM public."Publication" l WHERE l."recordedAt" <= until ORDER BY l."recordedAt" DESC, l."sequence" DESC LIMIT 1),
      CASE WHEN until IS NULL THEN 9223372036854775807 ELSE 0 END)
    ORDER BY p."sequence" DESC LIMIT 500
  ), matched AS (
    SELECT n."sequence", h."recordId", h."recorded" FROM (SELECT DISTINCT "recordId" FROM newest) AS r
      JOIN history."SearchEntry" h ON h."recordId" = r."recordId" AND lower(h."recorded") <= coalesce(until, 'infinity')
      LEFT JOIN newest n ON n."recordId" = h."recordId" AND n."recordedAt" = upper(h."recorded")
    WHERE CASE WHEN h."kind" = 'source' THEN ts_filter(h."words", '{a,b,c}') || array_to_tsvector(h."facets") ELSE h."words" END @@ query
      AND ((since IS NULL AND till IS NULL) OR h."from" IS NOT NULL OR h."to" IS NOT NULL)
      AND (since IS NULL OR h."to" IS NULL OR h."to" >= since) AND (till IS NULL OR h."from" IS NULL OR h."from" <= till)
  )
  -- What ended last is what took it out; nothing that it is found by may go on.
  SELECT (array_agg(m."sequence" ORDER BY upper(m."recorded") DESC))[1] FROM matched m GROUP BY m."recordId"
  HAVING bool_and(NOT upper_inf(m."recorded") AND upper(m."recorded") <= coalesce(until, 'infinity'))
    AND (array_agg(m."sequence" ORDER BY upper(m."recorded") DESC))[1] IS NOT NULL
  ORDER BY 1 DESC LIMIT 100
$$;
REVOKE ALL ON FUNCTION public.no_longer_found(tsquery, date, date, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.no_longer_found(tsquery, date, date, timestamptz) TO rapporteur_reader;
