-- Previews of translations. Such a token is bound to the number and the text of a translation, and keeps no copy of a page: it
-- is read beside what is public of the record. See docs/decisions/052-preview-tokens.md.

ALTER TABLE "PreviewToken"
  ADD COLUMN "language" TEXT,
  ADD COLUMN "translationNumber" INTEGER,
  ALTER COLUMN "change" DROP NOT NULL,
  ALTER COLUMN "view" DROP NOT NULL,
  ADD CONSTRAINT "PreviewToken_of_one" CHECK (
    ("language" IS NULL) = ("translationNumber" IS NULL)
    AND ("language" IS NULL) = ("view" IS NOT NULL)
    AND ("language" IS NULL) = ("change" IS NOT NULL)),
  ADD CONSTRAINT "PreviewToken_recordId_language_translationNumber_fkey" FOREIGN KEY ("recordId", "language", "translationNumber")
    REFERENCES "Translation"("recordId", "language", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The one way in which the public website sees anything of the desk: what somebody made a preview of, as long as everything
-- it was bound to still holds. Whoever may not see the desk any more shows nothing of it to others either.
CREATE OR REPLACE FUNCTION public.preview_view(token_hash text) RETURNS jsonb
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  SELECT shown."answer" || jsonb_build_object('expiresAt', t."expiresAt")
  FROM public."PreviewToken" t
  JOIN public."User" u ON u."id" = t."createdById"
  CROSS JOIN LATERAL (
    -- A revision of a record: its page as it would be read.
    SELECT jsonb_build_object('view', t."view", 'state', r."state") AS "answer"
    FROM public."Revision" r
    WHERE t."language" IS NULL AND r."recordId" = t."recordId" AND r."number" = t."revisionNumber"
      AND r."state" IN ('draft', 'in_review', 'approved', 'scheduled')
      AND (r."contentHash", r."change") = (t."contentHash", t."change") AND r."note" IS NOT DISTINCT FROM t."note"
      -- A view is a copy: what was withdrawn since it was made must not live on in it.
      AND NOT EXISTS (
        SELECT FROM public."Publication" p
        WHERE p."sequence" > t."sequence" AND p."action" IN ('withdraw', 'merge') AND strpos(t."view"::text, p."recordId") > 0)
    UNION ALL
    -- A translation: its texts alone. They are shown beside the record as the public reads it, and never without it.
    SELECT jsonb_build_object('state', l."state", 'translation', jsonb_build_object('recordId', l."recordId", 'language', l."language",
      'number', l."number", 'baseRevision', l."baseRevision", 'texts', l."texts"))
    FROM public."Translation" l
    WHERE l."recordId" = t."recordId" AND l."language" = t."language" AND l."number" = t."translationNumber"
      AND l."state" IN ('draft', 'in_review', 'approved')
      AND l."contentHash" = t."contentHash"
      AND EXISTS (SELECT FROM public."Entry" e WHERE e."id" = l."recordId" AND e."state" = 'live')
      AND EXISTS (SELECT FROM public."PublishedRevision" b WHERE b."recordId" = l."recordId" AND b."revisionNumber" = l."baseRevision")
  ) shown
  WHERE t."tokenHash" = token_hash
    AND t."revokedAt" IS NULL
    AND t."expiresAt" > clock_timestamp()
    AND u."active"
    AND u."role" IN ('contributor', 'editor', 'publisher', 'administrator')
$$;
