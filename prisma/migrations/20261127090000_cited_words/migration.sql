-- A source is found by the words that are cited from it. A passage is public exactly while something public cites it, now and
-- at any date, so an index over its words is all that is needed. See docs/decisions/104-sources-by-their-passages.md.

-- The words of a passage: parted as the program parts texts (domain/search/search-text), by their English stems and as they
-- stand, since passages stand in the languages of their sources. Of a long one, such as a list of votes, the beginning.
CREATE FUNCTION public.passage_words(passage text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5000
SET search_path = pg_catalog, pg_temp AS $$
  SELECT to_tsvector('public.search_en'::regconfig, words) || to_tsvector('public.search_plain'::regconfig, words)
  FROM (SELECT lower(translate(
    -- Initials with full stops are one word.
    regexp_replace(normalize(left(passage, 1500), NFC), '(?<![[:alnum:]])([[:alpha:]])\.(?=[[:alpha:]]\.)', '\1', 'g'),
    '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~¡¿«»‹›‐‑‒–—―‘’‚‛“”„‟…·•′″',
    repeat(' ', 60)))) AS p(words)
$$;
REVOKE ALL ON FUNCTION public.passage_words(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.passage_words(text) TO rapporteur_reader;

CREATE INDEX "Passage_words" ON "Passage" USING gin (public.passage_words("exact")) WITH (fastupdate = off);
CREATE INDEX "Passage_words" ON history."Passage" USING gin (public.passage_words("exact")) WITH (fastupdate = off);
-- As of the words of records: the planner has to judge the rare ones too.
ALTER INDEX "Passage_words" ALTER COLUMN 1 SET STATISTICS 1000;
ALTER INDEX history."Passage_words" ALTER COLUMN 1 SET STATISTICS 1000;

-- Names that are spelt alike are looked for among those of actors and issues, apart from the titles of everything.
CREATE INDEX "SearchName_called" ON "SearchName" USING gin ("folded" gin_trgm_ops) WITH (fastupdate = off) WHERE "kind" IN ('actor', 'issue');
CREATE INDEX "SearchName_called" ON history."SearchName" USING gin ("folded" gin_trgm_ops) WITH (fastupdate = off) WHERE "kind" IN ('actor', 'issue');

-- The words of a long text are kept with their row, as far as a page has room: a search looks at them again and again, and the
-- planner, who counts pages, took reading all of them for cheap. Rows that are there keep their place until they change.
ALTER TABLE "SearchEntry" ALTER COLUMN "words" SET STORAGE MAIN;
ALTER TABLE history."SearchEntry" ALTER COLUMN "words" SET STORAGE MAIN;
ALTER TABLE "SearchEntry" SET (toast_tuple_target = 8160);
ALTER TABLE history."SearchEntry" SET (toast_tuple_target = 8160);
