-- Records picked by typing: what a revision is called, without case and accents, word by word; for actors with every name.

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

-- An index is built with an empty search path, so everything is named with its schema. Immutable, because the dictionary is named and never changed: an index may rest on it. A space before each word, so that
-- '% sz%' finds words that begin with "sz" and the index knows their trigrams.
CREATE FUNCTION desk_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT ' ' || btrim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, words)), '[^[:alnum:]]+', ' ', 'g'))
$$;

CREATE FUNCTION desk_search_text(title text, content jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT public.desk_fold(title || ' ' || coalesce(jsonb_path_query_array(content, 'lax $.names[*].text')::text, ''))
$$;

CREATE INDEX "Revision_desk_search" ON "Revision" USING gin (desk_search_text("title", "content") gin_trgm_ops);
