-- When an export may be shown: while nothing was withdrawn since, and every text that it holds whole is public whole still. A
-- merge takes no text of others away, and leaves exports as they are.

CREATE INDEX "Publication_withdrawn" ON "Publication" ("sequence") WHERE "action" IN ('withdraw', 'withdraw_translation');

CREATE OR REPLACE FUNCTION history.shown_exports() RETURNS SETOF public."Export" LANGUAGE sql STABLE AS $$
  SELECT e.* FROM public."Export" e
  WHERE e."madeAt" IS NOT NULL
    AND NOT EXISTS (
      SELECT FROM public."Publication" p WHERE p."sequence" > e."version" AND p."action" IN ('withdraw', 'withdraw_translation'))
    -- Rights may be narrowed, and a version of a text taken out, by a correction.
    AND NOT EXISTS (
      SELECT FROM history."SourceVersion" h
      WHERE h."text" IS NOT NULL AND NOT upper_inf(h.recorded) AND h.recorded @> e."recordedAt"
        AND NOT EXISTS (SELECT FROM public."SourceVersion" s WHERE s."sha256" = h."sha256" AND s."text" IS NOT NULL))
$$;
