-- What is published when: releases, embargoes; and who may see it before: previews.

CREATE TABLE "Release" (
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "lockVersion" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(6),
    "local" TEXT,
    "zone" TEXT,
    "scheduledById" TEXT,
    "createdById" TEXT NOT NULL,
    "failure" JSONB,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Release_state" CHECK ("state" IN ('open', 'scheduled', 'published', 'cancelled')),
    CONSTRAINT "Release_name" CHECK ("name" <> '' AND length("name") <= 200),
    -- A schedule is whole or absent; one without a name is nothing but its schedule.
    CONSTRAINT "Release_scheduled" CHECK ("state" <> 'scheduled' OR num_nulls("at", "local", "zone", "scheduledById") = 0),
    CONSTRAINT "Release_unnamed" CHECK ("name" IS NOT NULL OR "state" <> 'open'),
    CONSTRAINT "Release_published" CHECK (("state" = 'published') = ("publishedAt" IS NOT NULL))
);
CREATE INDEX "Release_state_at_idx" ON "Release"("state", "at");

CREATE TABLE "ReleaseItem" (
    "releaseId" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "addedById" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReleaseItem_pkey" PRIMARY KEY ("releaseId", "recordId")
);
CREATE INDEX "ReleaseItem_recordId_idx" ON "ReleaseItem"("recordId");
CREATE UNIQUE INDEX "ReleaseItem_one_active" ON "ReleaseItem" ("recordId") WHERE "active";
ALTER TABLE "ReleaseItem" ADD CONSTRAINT "ReleaseItem_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReleaseItem" ADD CONSTRAINT "ReleaseItem_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "Embargo" (
    "recordId" TEXT NOT NULL,
    "until" TIMESTAMPTZ(6) NOT NULL,
    "local" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "reason" TEXT,
    "setById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Embargo_pkey" PRIMARY KEY ("recordId")
);
CREATE INDEX "Embargo_until_idx" ON "Embargo"("until");
ALTER TABLE "Embargo" ADD CONSTRAINT "Embargo_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "PreviewToken" (
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "tokenHash" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "note" TEXT,
    "view" JSONB NOT NULL,
    "sequence" BIGINT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "revokedAt" TIMESTAMPTZ(6),

    CONSTRAINT "PreviewToken_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "PreviewToken_hash" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "PreviewToken_expires" CHECK ("expiresAt" > "createdAt")
);
CREATE UNIQUE INDEX "PreviewToken_tokenHash_key" ON "PreviewToken"("tokenHash");
CREATE INDEX "PreviewToken_recordId_idx" ON "PreviewToken"("recordId");
ALTER TABLE "PreviewToken" ADD CONSTRAINT "PreviewToken_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The instant is decided here, by the clock of the database, whatever a program believes.
CREATE FUNCTION history.guard_instant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."state" = 'scheduled' THEN
    IF NOT EXISTS (
        SELECT FROM "ReleaseItem" i JOIN "Release" s ON s."id" = i."releaseId"
        WHERE i."recordId" = NEW."recordId" AND i."active" AND s."state" = 'scheduled') THEN
      RAISE EXCEPTION 'a revision is scheduled only with an instant';
    END IF;
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM "Embargo" WHERE "recordId" = NEW."recordId" AND "until" > clock_timestamp()) THEN
    RAISE EXCEPTION 'nothing of % is published before the end of its embargo', NEW."recordId";
  END IF;
  IF OLD."state" = 'scheduled' AND NOT EXISTS (
      SELECT FROM "ReleaseItem" i JOIN "Release" s ON s."id" = i."releaseId"
      WHERE i."recordId" = NEW."recordId" AND i."active" AND s."state" = 'scheduled' AND s."at" <= clock_timestamp()) THEN
    RAISE EXCEPTION 'a scheduled revision is not published before its instant';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_instant BEFORE UPDATE OF "state" ON "Revision" FOR EACH ROW
  WHEN (NEW."state" IN ('scheduled', 'live') AND NEW."state" <> OLD."state") EXECUTE FUNCTION history.guard_instant();

-- What is scheduled keeps its instant: a release ends, and a record leaves it, only once its revision is not waiting any more.
CREATE FUNCTION history.guard_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
      SELECT FROM "ReleaseItem" i JOIN "Revision" r ON r."recordId" = i."recordId" AND r."state" = 'scheduled'
      WHERE i."releaseId" = OLD."id" AND i."active") THEN
    RAISE EXCEPTION 'a release is not ended while its revisions are scheduled';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_release BEFORE UPDATE OF "state" ON "Release" FOR EACH ROW
  WHEN (OLD."state" = 'scheduled' AND NEW."state" <> 'scheduled') EXECUTE FUNCTION history.guard_release();

CREATE FUNCTION history.guard_release_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."active" AND EXISTS (SELECT FROM "Revision" WHERE "recordId" = OLD."recordId" AND "state" = 'scheduled') THEN
    RAISE EXCEPTION 'a record does not leave its release while its revision is scheduled';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER guard_release_item BEFORE UPDATE OR DELETE ON "ReleaseItem" FOR EACH ROW EXECUTE FUNCTION history.guard_release_item();

REVOKE ALL ON FUNCTION history.guard_instant(), history.guard_release(), history.guard_release_item() FROM PUBLIC;

-- The one way in which the public website sees anything of the desk: the view that somebody made a preview of, as long as
-- everything it was bound to still holds. Whoever may not see the desk any more shows nothing of it to others either.
CREATE FUNCTION public.preview_view(token_hash text) RETURNS jsonb
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  SELECT jsonb_build_object('view', t."view", 'state', r."state", 'expiresAt', t."expiresAt")
  FROM public."PreviewToken" t
  JOIN public."Revision" r ON r."recordId" = t."recordId" AND r."number" = t."revisionNumber"
  JOIN public."User" u ON u."id" = t."createdById"
  WHERE t."tokenHash" = token_hash
    AND t."revokedAt" IS NULL
    AND t."expiresAt" > clock_timestamp()
    AND r."state" IN ('draft', 'in_review', 'approved', 'scheduled')
    AND (r."contentHash", r."change") = (t."contentHash", t."change") AND r."note" IS NOT DISTINCT FROM t."note"
    AND u."active"
    AND u."role" IN ('contributor', 'editor', 'publisher', 'administrator')
    -- A view is a copy: what was withdrawn since it was made must not live on in it.
    AND NOT EXISTS (
      SELECT FROM public."Publication" p
      WHERE p."sequence" > t."sequence" AND p."action" IN ('withdraw', 'merge') AND strpos(t."view"::text, p."recordId") > 0)
$$;
REVOKE ALL ON FUNCTION public.preview_view(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.preview_view(text) TO rapporteur_reader;
