-- Names are found in spite of a mistake in a word: a letter that is missing, written twice, swapped with the next, or another.
-- Two words that are so near share a spelling with one letter left out at most. See docs/decisions/119-questions-spelt-otherwise.md.

-- Of each word of a name, or of a question, which come here folded (domain/name-fold): the word, and the word without each of
-- its letters in turn; the same once more with what is one letter in Cyrillic as one (domain/spelling says the same). Words of
-- three letters are too near to too many others.
CREATE FUNCTION public.name_spellings(folded text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5000
SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT CASE WHEN place = 0 THEN form ELSE overlay(form PLACING '' FROM place FOR 1) END), '{}')
  FROM string_to_table(folded, ' ') AS w(word), LATERAL (
    SELECT word UNION SELECT replace(replace(replace(replace(replace(replace(replace(replace(replace(
      word, 'shch', 'Q'), 'zh', 'Z'), 'kh', 'K'), 'ts', 'T'), 'ch', 'C'), 'sh', 'S'), 'ie', 'E'), 'iu', 'U'), 'ia', 'A')
  ) AS f(form), generate_series(0, length(form)) AS place
  WHERE length(word) BETWEEN 4 AND 40
$$;
REVOKE ALL ON FUNCTION public.name_spellings(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.name_spellings(text) TO rapporteur_reader;

CREATE INDEX "SearchName_spellings" ON "SearchName" USING gin (public.name_spellings("folded")) WITH (fastupdate = off) WHERE "kind" IN ('actor', 'issue');
CREATE INDEX "SearchName_spellings" ON history."SearchName" USING gin (public.name_spellings("folded")) WITH (fastupdate = off) WHERE "kind" IN ('actor', 'issue');
