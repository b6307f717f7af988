-- What readers search: the words of every public record and translation, and its names. Filled by the program after the
-- migration (core/search/fill), because what the words of a record are is said in one place. See docs/decisions/080-search.md.

-- Words -------------------------------------------------------------------------------------------------------------------

-- Accents are left out where the stems do not need them; Hungarian stems do. What has no stems is kept as it is.
CREATE TEXT SEARCH CONFIGURATION public.search_en (COPY = pg_catalog.english);
CREATE TEXT SEARCH CONFIGURATION public.search_fr (COPY = pg_catalog.french);
CREATE TEXT SEARCH CONFIGURATION public.search_de (COPY = pg_catalog.german);
CREATE TEXT SEARCH CONFIGURATION public.search_hu (COPY = pg_catalog.hungarian);
CREATE TEXT SEARCH CONFIGURATION public.search_plain (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION public.search_en ALTER MAPPING FOR word, hword, hword_part WITH public.unaccent, pg_catalog.english_stem;
ALTER TEXT SEARCH CONFIGURATION public.search_fr ALTER MAPPING FOR word, hword, hword_part WITH public.unaccent, pg_catalog.french_stem;
ALTER TEXT SEARCH CONFIGURATION public.search_de ALTER MAPPING FOR word, hword, hword_part WITH public.unaccent, pg_catalog.german_stem;
ALTER TEXT SEARCH CONFIGURATION public.search_plain ALTER MAPPING FOR word, hword, hword_part WITH public.unaccent, pg_catalog.simple;

-- Tables ------------------------------------------------------------------------------------------------------------------

CREATE TABLE "SearchEntry" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "sortKey" TEXT NOT NULL,
    "precedence" TEXT NOT NULL,
    "from" DATE,
    "to" DATE,
    "facets" TEXT[],
    "words" tsvector NOT NULL,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "SearchEntry_recordId_idx" ON "SearchEntry"("recordId");
CREATE INDEX "SearchEntry_sortKey_id_idx" ON "SearchEntry"("sortKey", "id");
CREATE INDEX "SearchEntry_precedence_id_idx" ON "SearchEntry"("precedence", "id");
-- A list of pending words would be read by every search, and emptied by one unlucky publication.
CREATE INDEX "SearchEntry_words_idx" ON "SearchEntry" USING gin ("words") WITH (fastupdate = off);
-- A third of the words occur in one record: the planner needs more than the hundred commonest to judge the others.
ALTER TABLE "SearchEntry" ALTER COLUMN "words" SET STATISTICS 1000;

CREATE TABLE "SearchName" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "sounds" TEXT[],

    CONSTRAINT "SearchName_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "SearchName_recordId_idx" ON "SearchName"("recordId");
CREATE INDEX "SearchName_folded_idx" ON "SearchName" USING gin ("folded" gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX "SearchName_sounds_idx" ON "SearchName" USING gin ("sounds") WITH (fastupdate = off);

SELECT history.track('SearchEntry'), history.track('SearchName');
ALTER TABLE history."SearchEntry" ALTER COLUMN "words" SET STATISTICS 1000;
GRANT SELECT ON "SearchEntry", as_of."SearchEntry", "SearchName", as_of."SearchName" TO rapporteur_reader;

-- Projection --------------------------------------------------------------------------------------------------------------

CREATE AGGREGATE history.join_words(tsvector) (SFUNC = pg_catalog.tsvector_concat, STYPE = tsvector, INITCOND = '');

-- The words of one row: [{"config": "en", "weight": "A", "text": "…"}, …], and its facets, which no word of a text can be
-- mistaken for, since they hold a space.
CREATE FUNCTION history.search_words(texts jsonb, facets text[]) RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT history.join_words(setweight(to_tsvector(('public.search_' || (t ->> 'config'))::regconfig, t ->> 'text'), (t ->> 'weight')::"char") ORDER BY n)
    FROM jsonb_array_elements(texts) WITH ORDINALITY AS given(t, n)), '') || array_to_tsvector(facets)
$$;

-- Rows of the table, each from a value that has `texts` in place of `words`.
CREATE FUNCTION history.search_rows(incoming jsonb) RETURNS SETOF "SearchEntry" LANGUAGE sql STABLE AS $$
  SELECT r."id", r."recordId", r."kind", r."language", r."sortKey", r."precedence", r."from", r."to", r."facets",
    history.search_words(i -> 'texts', r."facets")
  FROM jsonb_array_elements(incoming) AS i, LATERAL jsonb_populate_record(NULL::public."SearchEntry", i - 'texts') AS r
$$;

-- As for every published table, but for the words, which the database makes of texts. To be made again after
-- `history.track('SearchEntry')`.
CREATE OR REPLACE FUNCTION history."sync_SearchEntry"(record_ids text[], incoming jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(record_ids) = 1 THEN
    DELETE FROM public."SearchEntry" t WHERE t."recordId" = record_ids[1]
      AND NOT EXISTS (SELECT FROM jsonb_array_elements(incoming) i WHERE i ->> 'id' = t.id);
  ELSE
    DELETE FROM public."SearchEntry" t WHERE t."recordId" = ANY (record_ids)
      AND NOT EXISTS (SELECT FROM jsonb_array_elements(incoming) i WHERE i ->> 'id' = t.id);
  END IF;
  IF jsonb_array_length(incoming) > 0 THEN
    INSERT INTO public."SearchEntry" AS t SELECT * FROM history.search_rows(incoming)
    ON CONFLICT (id) DO UPDATE SET ("recordId", "kind", "language", "sortKey", "precedence", "from", "to", "facets", "words")
      = ROW (excluded."recordId", excluded."kind", excluded."language", excluded."sortKey", excluded."precedence", excluded."from",
        excluded."to", excluded."facets", excluded."words")
    WHERE t.* IS DISTINCT FROM excluded.*;
  END IF;
END $$;
REVOKE ALL ON FUNCTION history.search_words(jsonb, text[]), history.search_rows(jsonb), history."sync_SearchEntry"(text[], jsonb) FROM PUBLIC;
