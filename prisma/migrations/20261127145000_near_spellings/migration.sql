-- Names of actors are matched by what their words share with those that are asked for: how they sound, and how they are spelt but
-- for one letter. Trigrams find the rest. See docs/decisions/094-matching-names.md.

-- Every word of a name, and every word with one letter left out: two words share one of these where one letter was left out, put
-- in or changed (as SymSpell does it). The program makes the same of what is asked for (domain/reconcile/near-spellings).
CREATE FUNCTION public.near_spellings(folded text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000
SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT left(word, at - 1) || substr(word, at + 1)), '{}')
  FROM unnest(string_to_array(btrim(folded), ' ')) AS w(word), generate_series(1, length(word) + 1) AS at
  WHERE length(word) BETWEEN 4 AND 40
$$;
REVOKE ALL ON FUNCTION public.near_spellings(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.near_spellings(text) TO rapporteur_reader;

CREATE INDEX "SearchName_near" ON "SearchName" USING gin (public.near_spellings("folded")) WITH (fastupdate = off) WHERE "kind" = 'actor';
CREATE INDEX "SearchName_near" ON history."SearchName" USING gin (public.near_spellings("folded")) WITH (fastupdate = off) WHERE "kind" = 'actor';
CREATE INDEX "SearchName_heard" ON "SearchName" USING gin ("sounds") WITH (fastupdate = off) WHERE "kind" = 'actor';
CREATE INDEX "SearchName_heard" ON history."SearchName" USING gin ("sounds") WITH (fastupdate = off) WHERE "kind" = 'actor';
