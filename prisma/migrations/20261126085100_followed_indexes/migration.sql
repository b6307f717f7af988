-- What followers ask for is rare among a great deal: corrections among all changes, and names that ended among all names.
CREATE INDEX "Publication_corrections_idx" ON "Publication" ("sequence") WHERE "action" IN ('correct', 'withdraw', 'merge');
CREATE INDEX "Reference_ended_idx" ON history."Reference" ("targetId", "recordId") WHERE NOT upper_inf("recorded");

-- The same answer as before, beginning with the names that ended.
CREATE OR REPLACE FUNCTION public.no_longer_naming(target text, until timestamptz) RETURNS TABLE ("recordId" text, "at" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT r."recordId", max(upper(r."recorded"))
  FROM history."Reference" r
  WHERE r."targetId" = target AND r."recordId" <> target AND NOT upper_inf(r."recorded")
    AND upper(r."recorded") <= coalesce(until, 'infinity')
    -- One that begins anew, or goes on beyond the instant, names it still.
    AND NOT EXISTS (
      SELECT FROM history."Reference" c
      WHERE c."recordId" = r."recordId" AND c."targetId" = target AND lower(c."recorded") <= coalesce(until, 'infinity')
        AND (upper_inf(c."recorded") OR upper(c."recorded") > coalesce(until, 'infinity')))
  GROUP BY r."recordId" ORDER BY 2 DESC, 1 LIMIT 100
$$;
