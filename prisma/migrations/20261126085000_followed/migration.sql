-- Which records named one once and do not any more, and when the last of their names for it ended: what a follower has to
-- take back. The public's role cannot read the history by itself, and learns of it what every past page tells: that one
-- record named another. The newest hundred at an instant; null for now.
CREATE FUNCTION public.no_longer_naming(target text, until timestamptz) RETURNS TABLE ("recordId" text, "at" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT r."recordId", max(upper(r."recorded"))
  FROM history."Reference" r
  WHERE r."targetId" = target AND r."recordId" <> target AND lower(r."recorded") <= coalesce(until, 'infinity')
  GROUP BY r."recordId"
  HAVING bool_and(NOT upper_inf(r."recorded") AND upper(r."recorded") <= coalesce(until, 'infinity'))
  ORDER BY 2 DESC, 1 LIMIT 100
$$;
REVOKE ALL ON FUNCTION public.no_longer_naming(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.no_longer_naming(text, timestamptz) TO rapporteur_reader;
