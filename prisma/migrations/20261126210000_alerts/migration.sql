-- Readers who are told by mail what is new. No role but the owner reads any of it; the public's role may ask, confirm and
-- leave by three functions. See docs/decisions/089-mail-alerts.md.

CREATE TABLE "Alert" (
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "rhythm" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "confirmedAt" TIMESTAMPTZ(6),
    "told" BIGINT NOT NULL DEFAULT 0,
    "seen" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "mailedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Alert_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Alert_seen" CHECK ("seen" IS NOT NULL),
    CONSTRAINT "Alert_rhythm" CHECK ("rhythm" IN ('at_once', 'daily')),
    -- What can stand in a header of a mail, whoever wrote it: one address, and nothing beside it.
    CONSTRAINT "Alert_email" CHECK (length("email") <= 254 AND "email" = lower("email") AND "email" ~ '^[^[:space:][:cntrl:]<>()",;:\\@]+@[^[:space:][:cntrl:]<>()",;:\\@]+$'),
    CONSTRAINT "Alert_about" CHECK (length("about") <= 1000 AND "about" ~ '^(record|corrections|(act|iss|prg)_[0-9a-z]{26}|search(\n.*)?)$')
);
-- Of one thing a reader is told once; whoever asks anew meanwhile waits for a confirmation of its own.
CREATE UNIQUE INDEX "Alert_confirmed_key" ON "Alert"("email", "about") WHERE "confirmedAt" IS NOT NULL;
CREATE UNIQUE INDEX "Alert_asked_key" ON "Alert"("email", "about") WHERE "confirmedAt" IS NULL;
CREATE INDEX "Alert_askedAt_idx" ON "Alert"("askedAt");
CREATE INDEX "Alert_told_idx" ON "Alert"("told");

-- What links in mails hold, as a hash.
CREATE TABLE "AlertToken" (
    "hash" TEXT NOT NULL,
    "alertId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(6),

    CONSTRAINT "AlertToken_pkey" PRIMARY KEY ("hash"),
    CONSTRAINT "AlertToken_purpose" CHECK ("purpose" IN ('confirm', 'leave')),
    CONSTRAINT "AlertToken_expires" CHECK (("purpose" = 'confirm') = ("expiresAt" IS NOT NULL))
);
CREATE INDEX "AlertToken_alertId_idx" ON "AlertToken"("alertId");
ALTER TABLE "AlertToken" ADD CONSTRAINT "AlertToken_alertId_fkey" FOREIGN KEY ("alertId") REFERENCES "Alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a reader is told in one mail. No change is in two mails to one reader.
CREATE TABLE "AlertMail" (
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "alertId" TEXT NOT NULL,
    "upTo" BIGINT NOT NULL,
    "sequences" BIGINT[],
    "count" INTEGER NOT NULL,
    "madeAt" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "sentAt" TIMESTAMPTZ(6),

    CONSTRAINT "AlertMail_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "AlertMail_tells" CHECK ("sequences" IS NOT NULL AND cardinality("sequences") BETWEEN 1 AND "count")
);
CREATE UNIQUE INDEX "AlertMail_alertId_upTo_key" ON "AlertMail"("alertId", "upTo");
ALTER TABLE "AlertMail" ADD CONSTRAINT "AlertMail_alertId_fkey" FOREIGN KEY ("alertId") REFERENCES "Alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Asking, confirming, leaving ---------------------------------------------------------------------------------------------

-- Counts one try of something. Gives in how many seconds it may be tried again, or null while it still may.
CREATE FUNCTION history.count_try(name text, times integer, seconds integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  now_ms bigint := floor(extract(epoch FROM clock_timestamp()) * 1000);
  used integer;
  ends bigint;
BEGIN
  INSERT INTO public."RateLimit" AS r ("key", "points", "expire") VALUES (name, 1, now_ms + seconds * 1000::bigint)
  ON CONFLICT ("key") DO UPDATE SET
    "points" = CASE WHEN r."expire" <= now_ms THEN 1 ELSE least(r."points" + 1, 1000000) END,
    "expire" = CASE WHEN r."expire" <= now_ms THEN excluded."expire" ELSE r."expire" END
  RETURNING "points", "expire" INTO used, ends;
  IF used <= times THEN RETURN NULL; END IF;
  -- Whose address was asked for is nobody's business: of those limits the log has no entry.
  IF used = times + 1 AND name NOT LIKE 'alert-for:%' THEN
    INSERT INTO public."AuditEntry" ("action", "detail")
    VALUES ('limit.reached', jsonb_build_object('limit', split_part(name, ':', 1), 'key', substr(name, strpos(name, ':') + 1)));
  END IF;
  RETURN greatest(1, ceil((ends - now_ms) / 1000.0)::integer);
END $$;
REVOKE ALL ON FUNCTION history.count_try(text, integer, integer) FROM PUBLIC;

-- Somebody asks for mail to an address. Gives null where that is taken on, or in how many seconds this network may ask again.
-- What it gives is the same for every address: what becomes of it, only its owner learns.
CREATE FUNCTION public.ask_for_alert(for_email text, for_about text, for_rhythm text, network text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  wait integer;
  asked text;
BEGIN
  wait := coalesce(
    history.count_try('alert-from:' || left(network, 60), 10, 3600),
    -- All readers together: so many rows and mails at most, whatever networks somebody has.
    history.count_try('alert-all:readers', 600, 3600));
  IF wait IS NOT NULL THEN RETURN wait; END IF;
  IF for_about LIKE '%\_%' AND for_about !~ '^search' AND NOT EXISTS (
      SELECT FROM public."Entry" e WHERE e."id" = for_about AND e."state" = 'live') THEN
    RAISE EXCEPTION 'nothing public is followed under this id' USING ERRCODE = 'check_violation';
  END IF;
  DELETE FROM public."Alert" a WHERE a."confirmedAt" IS NULL AND a."askedAt" < clock_timestamp() - interval '2 days';
  -- Nobody's mailbox is filled by others: beyond three mails a day, and fifty alerts, nothing comes of it.
  IF history.count_try('alert-for:' || encode(sha256(convert_to(lower(for_email), 'UTF8')), 'hex'), 3, 86400) IS NOT NULL
    OR (SELECT count(*) FROM public."Alert" a WHERE a."email" = lower(for_email) AND a."confirmedAt" IS NOT NULL) >= 50 THEN
    RETURN NULL;
  END IF;
  INSERT INTO public."Alert" AS a ("email", "about", "rhythm") VALUES (lower(for_email), for_about, for_rhythm)
  ON CONFLICT ("email", "about") WHERE "confirmedAt" IS NULL
    DO UPDATE SET "rhythm" = excluded."rhythm", "askedAt" = clock_timestamp()
  RETURNING a."id" INTO asked;
  PERFORM graphile_worker.add_job('alert.confirm', json_build_object('alertId', asked), max_attempts => 4);
  PERFORM graphile_worker.add_job('alert.forget', '{}', run_at => clock_timestamp() + interval '2 days', max_attempts => 6,
    job_key => 'alert.forget', job_key_mode => 'preserve_run_at');
  RETURN NULL;
END $$;

-- The owner of the address says that it was they. Gives what they are told about from now on; null where the link does not
-- work any more. Said twice, it is said once.
CREATE FUNCTION public.confirm_alert(token_hash text) RETURNS text
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
      PERFORM graphile_worker.add_job('alert.look', '{}', job_key => 'alert.look', max_attempts => 6, queue_name => 'alerts');
    END IF;
  END IF;
  RETURN asked."about";
END $$;

-- Ends an alert and forgets the address, at once. Of a link that ends nothing any more it says the same.
CREATE FUNCTION public.leave_alert(token_hash text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  DELETE FROM public."Alert" a USING public."AlertToken" t
  WHERE t."hash" = token_hash AND t."purpose" = 'leave' AND a."id" = t."alertId"
$$;

REVOKE ALL ON FUNCTION public.ask_for_alert(text, text, text, text), public.confirm_alert(text), public.leave_alert(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.ask_for_alert(text, text, text, text), public.confirm_alert(text), public.leave_alert(text) TO rapporteur_reader;

-- Every publication wakes whoever tells readers, in its own transaction, while there is anybody to tell.
CREATE FUNCTION history.wake_alerts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public."Alert" WHERE "confirmedAt" IS NOT NULL) THEN
    PERFORM graphile_worker.add_job('alert.look', '{}', job_key => 'alert.look', max_attempts => 6, queue_name => 'alerts');
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION history.wake_alerts() FROM PUBLIC;
CREATE TRIGGER wake_alerts AFTER INSERT ON "Publication" FOR EACH STATEMENT EXECUTE FUNCTION history.wake_alerts();
