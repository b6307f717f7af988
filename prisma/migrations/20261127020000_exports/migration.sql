-- Exports of the public record, each frozen at a version. The public's role has no right on the tables: it reads what may be
-- shown by three functions. See docs/decisions/064-exports.md.

CREATE TABLE "Export" (
    "version" BIGINT NOT NULL,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL,
    "recordHash" TEXT,
    "licence" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "madeAt" TIMESTAMPTZ(6),

    CONSTRAINT "Export_pkey" PRIMARY KEY ("version"),
    CONSTRAINT "Export_made" CHECK ("madeAt" IS NULL OR "recordHash" IS NOT NULL)
);

CREATE TABLE "ExportFile" (
    "version" BIGINT NOT NULL,
    "path" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "ExportFile_pkey" PRIMARY KEY ("version", "path")
);
ALTER TABLE "ExportFile" ADD CONSTRAINT "ExportFile_version_fkey" FOREIGN KEY ("version") REFERENCES "Export"("version") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "ExportChunk" (
    "version" BIGINT NOT NULL,
    "path" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "ExportChunk_pkey" PRIMARY KEY ("version", "path", "number")
);
ALTER TABLE "ExportChunk" ADD CONSTRAINT "ExportChunk_version_path_fkey" FOREIGN KEY ("version", "path") REFERENCES "ExportFile"("version", "path") ON DELETE CASCADE ON UPDATE CASCADE;

-- The exports that may be shown: finished, and not older than the newest publication that took text away.
CREATE FUNCTION history.shown_exports() RETURNS SETOF public."Export" LANGUAGE sql STABLE AS $$
  SELECT e.* FROM public."Export" e
  WHERE e."madeAt" IS NOT NULL AND e."version" >= (
    SELECT coalesce(max(p."sequence"), 0) FROM public."Publication" p WHERE p."action" IN ('withdraw', 'merge', 'withdraw_translation'))
$$;
REVOKE ALL ON FUNCTION history.shown_exports() FROM PUBLIC;

-- What there is to download, the newest first, each with its files.
CREATE FUNCTION public.read_exports() RETURNS TABLE ("version" bigint, "recordedAt" timestamptz, "recordHash" text, "licence" text, "madeAt" timestamptz, "files" jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT e."version", e."recordedAt", e."recordHash", e."licence", e."madeAt", (
    SELECT jsonb_agg(jsonb_build_object('path', f."path", 'mediaType', f."mediaType", 'bytes', f."bytes", 'sha256', f."sha256") ORDER BY f."path" COLLATE "C")
    FROM public."ExportFile" f WHERE f."version" = e."version")
  FROM history.shown_exports() e ORDER BY e."version" DESC LIMIT 10
$$;

CREATE FUNCTION public.read_export_file(of_version bigint, of_path text) RETURNS TABLE ("mediaType" text, "bytes" bigint, "sha256" text, "madeAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT f."mediaType", f."bytes", f."sha256", e."madeAt"
  FROM history.shown_exports() e JOIN public."ExportFile" f ON f."version" = e."version"
  WHERE e."version" = of_version AND f."path" = of_path
$$;

-- A piece of a file; null once the export is not shown any more, also in the middle of a download.
CREATE FUNCTION public.read_export_chunk(of_version bigint, of_path text, of_number integer) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT c."bytes" FROM history.shown_exports() e JOIN public."ExportChunk" c ON c."version" = e."version"
  WHERE e."version" = of_version AND c."path" = of_path AND c."number" = of_number
$$;

REVOKE ALL ON FUNCTION public.read_exports(), public.read_export_file(bigint, text), public.read_export_chunk(bigint, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.read_exports(), public.read_export_file(bigint, text), public.read_export_chunk(bigint, text, integer) TO rapporteur_reader;
