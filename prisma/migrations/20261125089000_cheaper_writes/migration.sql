-- What a save and a publication pay the database for. Nothing is kept or refused that was not before.

-- One plan, kept: making it took three times as long as carrying it out, and with the list of ids in it PostgreSQL made it
-- anew each time. By indexes alone, so that the plan of a small record still serves when an import has made it a large one.
ALTER FUNCTION desk.refresh(text[]) SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION desk.refresh(text[]) SET enable_seqscan = off;

-- Only a record's first revision has no update of its record behind it, which refreshes its entry at the end of the command.
CREATE OR REPLACE FUNCTION desk.refresh_of_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM desk.refresh(array_agg("recordId")) FROM fresh WHERE "number" = 1 HAVING count(*) > 0;
  RETURN NULL;
END $$;

-- The published rows of some records in one table become the given ones. A function for each table, so that its statements
-- are planned once for a connection and not for every publication.
CREATE FUNCTION history.prepare_sync(name text) RETURNS void LANGUAGE plpgsql AS $prepare$
DECLARE
  columns text;
  excluded_columns text;
BEGIN
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum), string_agg('excluded.' || quote_ident(attname), ', ' ORDER BY attnum)
    INTO columns, excluded_columns FROM pg_attribute
    WHERE attrelid = format('public.%I', name)::regclass AND attnum > 0 AND NOT attisdropped;
  EXECUTE format($body$
    CREATE OR REPLACE FUNCTION history.%1$I(record_ids text[], incoming jsonb) RETURNS void LANGUAGE plpgsql AS $f$
    BEGIN
      -- One record is told apart, because a plan that is kept for it would not do for many.
      IF cardinality(record_ids) = 1 THEN
        DELETE FROM public.%2$I t WHERE t."recordId" = record_ids[1]
          AND NOT EXISTS (SELECT FROM jsonb_array_elements(incoming) i WHERE i ->> 'id' = t.id);
      ELSE
        DELETE FROM public.%2$I t WHERE t."recordId" = ANY (record_ids)
          AND NOT EXISTS (SELECT FROM jsonb_array_elements(incoming) i WHERE i ->> 'id' = t.id);
      END IF;
      IF jsonb_array_length(incoming) > 0 THEN
        INSERT INTO public.%2$I AS t (%3$s) SELECT %3$s FROM jsonb_populate_recordset(NULL::public.%2$I, incoming)
        ON CONFLICT (id) DO UPDATE SET (%3$s) = ROW (%4$s) WHERE t.* IS DISTINCT FROM excluded.*;
      END IF;
    END $f$ $body$, 'sync_' || name, name, columns, excluded_columns);
  EXECUTE format('REVOKE ALL ON FUNCTION history.%I FROM PUBLIC', 'sync_' || name);
END $prepare$;

CREATE OR REPLACE FUNCTION history.sync(record_ids text[], rows jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  name text;
  incoming jsonb;
BEGIN
  FOR name, incoming IN SELECT * FROM jsonb_each(rows) LOOP
    EXECUTE format('SELECT history.%I($1, $2)', 'sync_' || name) USING record_ids, incoming;
  END LOOP;
END $$;

-- A migration that adds a column to a published table tracks the table again, and its function follows with its twin.
ALTER FUNCTION history.track(text) RENAME TO keep_twin;
CREATE FUNCTION history.track(name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM history.keep_twin(name);
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = format('public.%I', name)::regclass AND attname = 'recordId') THEN
    PERFORM history.prepare_sync(name);
  END IF;
END $$;
SELECT history.prepare_sync(t.relname) FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'recordId'
WHERE t.relnamespace = 'history'::regnamespace AND t.relkind = 'r';
REVOKE ALL ON FUNCTION history.prepare_sync(text), history.track(text) FROM PUBLIC;
