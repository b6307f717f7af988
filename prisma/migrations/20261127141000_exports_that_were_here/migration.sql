-- An export is cited by its address, so an address whose export is gone says why, and where the newest is. Of an export that is
-- removed its row stays, with its version and record hash. See docs/decisions/116-exports-that-were-here.md.

ALTER TABLE "Export" ADD COLUMN "removedAt" TIMESTAMPTZ(6), ADD COLUMN "removedFor" TEXT;
-- "newer": others took its place. "taken": something that it holds may not be shown any more.
ALTER TABLE "Export" ADD CONSTRAINT "Export_removed" CHECK (
  ("removedAt" IS NULL AND "removedFor" IS NULL) OR ("madeAt" IS NOT NULL AND "removedAt" IS NOT NULL AND "removedFor" IN ('newer', 'taken')));

CREATE OR REPLACE FUNCTION history.shown_exports() RETURNS SETOF public."Export" LANGUAGE sql STABLE AS $$
  SELECT e.* FROM public."Export" e
  WHERE e."madeAt" IS NOT NULL AND e."removedAt" IS NULL
    AND NOT EXISTS (
      SELECT FROM public."Publication" p WHERE p."sequence" > e."version" AND p."action" IN ('withdraw', 'withdraw_translation'))
    -- Rights may be narrowed, and a version of a text taken out, by a correction.
    AND NOT EXISTS (
      SELECT FROM history."SourceVersion" h
      WHERE h."text" IS NOT NULL AND NOT upper_inf(h.recorded) AND h.recorded @> e."recordedAt"
        AND NOT EXISTS (SELECT FROM public."SourceVersion" s WHERE s."sha256" = h."sha256" AND s."text" IS NOT NULL))
$$;

-- What is told of an export that was here and is not shown; "newest" is null while none is.
CREATE FUNCTION public.read_export_gone(of_version bigint) RETURNS TABLE ("recordedAt" timestamptz, "recordHash" text, "why" text, "newest" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT e."recordedAt", e."recordHash", coalesce(e."removedFor", 'taken'), (SELECT max(s."version") FROM history.shown_exports() s)
  FROM public."Export" e
  WHERE e."version" = of_version AND e."madeAt" IS NOT NULL
    AND NOT EXISTS (SELECT FROM history.shown_exports() s WHERE s."version" = e."version")
$$;
REVOKE ALL ON FUNCTION public.read_export_gone(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.read_export_gone(bigint) TO rapporteur_reader;
