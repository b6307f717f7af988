-- Whoever confirms does not wait for a publication that is under way: the look at their search has no key and no queue, which
-- that publication may hold until it ends. Of two looks at once, each reader is told by one.
CREATE OR REPLACE FUNCTION public.confirm_alert(token_hash text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  asked public."Alert";
  before text;
BEGIN
  SELECT a.* INTO asked FROM public."AlertToken" t JOIN public."Alert" a ON a."id" = t."alertId"
  WHERE t."hash" = token_hash AND t."purpose" = 'confirm' AND t."expiresAt" > clock_timestamp() FOR UPDATE OF a;
  IF asked."id" IS NULL OR asked."confirmedAt" IS NOT NULL THEN RETURN asked."about"; END IF;
  -- Whoever is told of it already chooses another rhythm: what was told, and the links in their mails, stay.
  UPDATE public."Alert" a SET "rhythm" = asked."rhythm"
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

-- One way to count tries.
CREATE OR REPLACE FUNCTION public.count_preview_guess(network text, times integer, seconds integer) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  SELECT history.count_try('preview:' || left(network, 60), times, least(seconds, 86400))
$$;
