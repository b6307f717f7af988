-- Letters to readers speak the language of the site in which they were asked for. See docs/decisions/095-letters-in-languages.md.

ALTER TABLE "Alert" ADD COLUMN "language" TEXT NOT NULL DEFAULT 'en';
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_language" CHECK ("language" IN ('en', 'uk', 'hu', 'fr', 'de'));

-- The same, in a language. An instance of the version before goes on asking without one, which is in English.
CREATE FUNCTION public.ask_for_alert(for_email text, for_about text, for_rhythm text, network text, for_language text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  wait integer := public.ask_for_alert(for_email, for_about, for_rhythm, network);
BEGIN
  IF wait IS NULL THEN
    UPDATE public."Alert" a SET "language" = for_language
    WHERE a."email" = lower(for_email) AND a."about" = for_about AND a."confirmedAt" IS NULL;
  END IF;
  RETURN wait;
END $$;
REVOKE ALL ON FUNCTION public.ask_for_alert(text, text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.ask_for_alert(text, text, text, text, text) TO rapporteur_reader;

CREATE OR REPLACE FUNCTION public.confirm_alert(token_hash text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  asked public."Alert";
  before text;
BEGIN
  SELECT a.* INTO asked FROM public."AlertToken" t JOIN public."Alert" a ON a."id" = t."alertId"
  WHERE t."hash" = token_hash AND t."purpose" = 'confirm' AND t."expiresAt" > clock_timestamp() FOR UPDATE OF a;
  IF asked."id" IS NULL OR asked."confirmedAt" IS NOT NULL THEN RETURN asked."about"; END IF;
  -- Whoever is told of it already chooses another rhythm, or language: what was told, and the links in their mails, stay.
  UPDATE public."Alert" a SET "rhythm" = asked."rhythm", "language" = asked."language"
  WHERE a."email" = asked."email" AND a."about" = asked."about" AND a."confirmedAt" IS NOT NULL RETURNING a."id" INTO before;
  IF before IS NOT NULL THEN
    UPDATE public."AlertToken" t SET "alertId" = before WHERE t."alertId" = asked."id";
    DELETE FROM public."Alert" a WHERE a."id" = asked."id";
  ELSE
    UPDATE public."Alert" a SET "confirmedAt" = clock_timestamp(),
      "told" = (SELECT coalesce(max(p."sequence"), 0) FROM public."Publication" p) WHERE a."id" = asked."id";
    IF asked."about" ~ '^search' THEN
      PERFORM graphile_worker.add_job('alert.look', '{}', max_attempts => 6);
    END IF;
  END IF;
  RETURN asked."about";
END $$;
