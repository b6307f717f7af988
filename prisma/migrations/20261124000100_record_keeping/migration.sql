-- Rules the database keeps by itself: lifecycle, approval, the publication log, history, and what the public may read.

-- Desk ----------------------------------------------------------------------------------------------------------------

ALTER TABLE "User" ADD CONSTRAINT "User_role" CHECK ("role" IN ('reader', 'contributor', 'editor', 'publisher', 'administrator'));

ALTER TABLE "Record"
  ADD CONSTRAINT "Record_kind" CHECK ("kind" IN ('source', 'actor', 'event', 'programme', 'issue', 'statement', 'position', 'commitment', 'article')),
  ADD CONSTRAINT "Record_slug" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 120),
  ADD CONSTRAINT "Record_not_into_itself" CHECK ("mergedIntoId" <> "id");

ALTER TABLE "Revision"
  ADD CONSTRAINT "Revision_state" CHECK ("state" IN ('draft', 'in_review', 'approved', 'scheduled', 'live', 'superseded', 'withdrawn', 'discarded')),
  ADD CONSTRAINT "Revision_change" CHECK ("change" IN ('publish', 'correct', 'update', 'edit')),
  ADD CONSTRAINT "Revision_approver_is_not_author" CHECK ("approvedById" <> "authorId" AND NOT ("approvedById" = ANY ("contributorIds"))),
  ADD CONSTRAINT "Revision_public_is_approved" CHECK ("approvedById" IS NOT NULL OR "state" IN ('draft', 'in_review', 'discarded')),
  ADD CONSTRAINT "Revision_public_is_dated" CHECK ("publishedAt" IS NOT NULL OR "state" NOT IN ('live', 'superseded', 'withdrawn'));

CREATE UNIQUE INDEX "Revision_one_draft" ON "Revision" ("recordId") WHERE "state" IN ('draft', 'in_review', 'approved', 'scheduled');
CREATE UNIQUE INDEX "Revision_one_live" ON "Revision" ("recordId") WHERE "state" = 'live';

CREATE SCHEMA history;
CREATE SCHEMA as_of;

CREATE FUNCTION history.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '"%" is append-only: % refused', TG_TABLE_NAME, lower(TG_OP);
END $$;

CREATE FUNCTION history.guard_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  expected integer;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT coalesce(max("number"), 0) + 1 INTO expected FROM "Revision" WHERE "recordId" = NEW."recordId";
    IF NEW."number" <> expected THEN
      RAISE EXCEPTION 'revision % of % would leave a gap: the next is %', NEW."number", NEW."recordId", expected;
    END IF;
    IF NEW."state" <> 'draft' THEN
      RAISE EXCEPTION 'a revision begins as a draft';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW."recordId" <> OLD."recordId" OR NEW."number" <> OLD."number" OR NEW."authorId" <> OLD."authorId" THEN
    RAISE EXCEPTION 'a revision keeps its record, number and author';
  END IF;
  IF OLD."state" <> 'draft' AND (NEW."content", NEW."citations", NEW."contentHash", NEW."contributorIds")
      IS DISTINCT FROM (OLD."content", OLD."citations", OLD."contentHash", OLD."contributorIds") THEN
    RAISE EXCEPTION 'the text of a revision changes only while it is a draft';
  END IF;
  IF NEW."state" <> OLD."state" AND (OLD."state", NEW."state") NOT IN (
      ('draft', 'in_review'), ('in_review', 'approved'), ('in_review', 'draft'), ('approved', 'draft'),
      ('approved', 'live'), ('approved', 'scheduled'), ('scheduled', 'live'), ('scheduled', 'approved'),
      ('live', 'superseded'), ('live', 'withdrawn'),
      ('draft', 'discarded'), ('in_review', 'discarded'), ('approved', 'discarded')) THEN
    RAISE EXCEPTION 'a revision does not go from % to %', OLD."state", NEW."state";
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON "Revision" FOR EACH ROW EXECUTE FUNCTION history.guard_revision();
CREATE TRIGGER keep BEFORE DELETE OR TRUNCATE ON "Revision" FOR EACH STATEMENT EXECUTE FUNCTION history.refuse();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION history.refuse();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE OR TRUNCATE ON "Review" FOR EACH STATEMENT EXECUTE FUNCTION history.refuse();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE OR TRUNCATE ON "StoredText" FOR EACH STATEMENT EXECUTE FUNCTION history.refuse();

-- A record is merged once, and only into one that is not merged itself: no loop can arise.
CREATE FUNCTION history.guard_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."mergedIntoId" IS NOT NULL AND NEW."mergedIntoId" IS DISTINCT FROM OLD."mergedIntoId" THEN
    RAISE EXCEPTION 'a merged record stays merged';
  END IF;
  IF NEW."mergedIntoId" IS NOT NULL AND OLD."mergedIntoId" IS NULL
      AND EXISTS (SELECT FROM "Record" WHERE "id" = NEW."mergedIntoId" AND "mergedIntoId" IS NOT NULL) THEN
    RAISE EXCEPTION 'a record cannot be merged into a merged one';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_merge BEFORE UPDATE OF "mergedIntoId" ON "Record" FOR EACH ROW EXECUTE FUNCTION history.guard_merge();

-- Record time ---------------------------------------------------------------------------------------------------------

-- Opens a publication: publications follow one another, each with an instant later than the one before. The instant is
-- read after the lock, so that the order of instants is the order of commits; it is a whole millisecond, so that programs
-- whose clocks know no finer one can ask for it exactly.
CREATE FUNCTION history.begin_publication() RETURNS timestamptz LANGUAGE plpgsql AS $$
DECLARE
  instant timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(7370736, 1);
  instant := nullif(current_setting('rapporteur.recorded_at', true), '')::timestamptz;
  IF instant IS NOT NULL THEN
    RETURN instant;
  END IF;
  SELECT greatest(date_trunc('milliseconds', clock_timestamp()), max("recordedAt") + interval '1 millisecond') INTO instant FROM "Publication";
  PERFORM set_config('rapporteur.recorded_at', instant::text, true);
  RETURN instant;
END $$;

CREATE FUNCTION history.recorded_at() RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
DECLARE
  instant timestamptz := nullif(current_setting('rapporteur.recorded_at', true), '')::timestamptz;
BEGIN
  IF instant IS NULL THEN
    RAISE EXCEPTION 'published tables are written only within a publication';
  END IF;
  RETURN instant;
END $$;

-- Publication log -----------------------------------------------------------------------------------------------------

ALTER TABLE "Publication" ADD CONSTRAINT "Publication_action" CHECK ("action" IN ('publish', 'correct', 'update', 'edit', 'withdraw', 'merge'));

-- SHA-256 over the JSON array of a row's fields, each as text, and the hash of the row before it.
CREATE FUNCTION history.publication_hash(entry "Publication") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    entry."sequence"::text, entry."recordId", entry."kind", entry."slug", entry."title", entry."revisionNumber"::text, entry."action",
    entry."note", to_char(entry."recordedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry."contentHash", entry."previousHash"
  )::text, 'UTF8')), 'hex')
$$;

CREATE FUNCTION history.chain_publication() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last "Publication";
BEGIN
  SELECT * INTO last FROM "Publication" ORDER BY "sequence" DESC LIMIT 1;
  NEW."sequence" := coalesce(last."sequence", 0) + 1;
  NEW."previousHash" := coalesce(last."hash", repeat('0', 64));
  NEW."recordedAt" := history.recorded_at();
  NEW."hash" := history.publication_hash(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER chain BEFORE INSERT ON "Publication" FOR EACH ROW EXECUTE FUNCTION history.chain_publication();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE OR TRUNCATE ON "Publication" FOR EACH STATEMENT EXECUTE FUNCTION history.refuse();

CREATE FUNCTION history.announce_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('rapporteur_publication', (SELECT max("sequence")::text FROM fresh));
  RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER INSERT ON "Publication" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION history.announce_publication();

-- History twins -------------------------------------------------------------------------------------------------------

-- Makes or extends the twin of a published table, its view, its indexes and its triggers. A migration that adds a column
-- to a published table calls it again.
CREATE FUNCTION history.track(name text) RETURNS void LANGUAGE plpgsql AS $track$
DECLARE
  columns text;
  attribute record;
  index_definition text;
BEGIN
  EXECUTE format('CREATE TABLE IF NOT EXISTS history.%I (LIKE public.%I, recorded tstzrange NOT NULL)', name, name);
  FOR attribute IN
    SELECT attname, format_type(atttypid, atttypmod) AS type FROM pg_attribute
    WHERE attrelid = format('public.%I', name)::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
  LOOP
    IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = format('history.%I', name)::regclass AND attname = attribute.attname) THEN
      EXECUTE format('ALTER TABLE history.%I ADD COLUMN %I %s', name, attribute.attname, attribute.type);
    END IF;
  END LOOP;
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO columns FROM pg_attribute
    WHERE attrelid = format('public.%I', name)::regclass AND attnum > 0 AND NOT attisdropped;

  -- At most one row of an id is current, and none begins twice at one instant.
  EXECUTE format('CREATE UNIQUE INDEX IF NOT EXISTS %I ON history.%I (id) WHERE upper_inf(recorded)', name || '_current', name);
  EXECUTE format('CREATE UNIQUE INDEX IF NOT EXISTS %I ON history.%I (id, lower(recorded))', name || '_begins', name);
  FOR index_definition IN
    SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = format('public.%I', name)::regclass AND NOT indisprimary
  LOOP
    EXECUTE regexp_replace(
      replace(index_definition, ' ON public.', ' ON history.'), '^CREATE (UNIQUE )?INDEX ', 'CREATE INDEX IF NOT EXISTS ');
  END LOOP;

  EXECUTE format('DROP VIEW IF EXISTS as_of.%I', name);
  EXECUTE format('CREATE VIEW as_of.%I AS SELECT %s FROM history.%I WHERE recorded @> current_setting(''rapporteur.as_of'')::timestamptz',
    name, columns, name);

  EXECUTE format($body$
    CREATE OR REPLACE FUNCTION history.%1$I() RETURNS trigger LANGUAGE plpgsql AS $f$
    DECLARE
      instant timestamptz := history.recorded_at();
    BEGIN
      IF TG_OP IN ('UPDATE', 'DELETE') THEN
        -- What began in this same publication was never on record: it leaves no trace.
        DELETE FROM history.%2$I h USING stale s WHERE h.id = s.id AND upper_inf(h.recorded) AND lower(h.recorded) = instant;
        UPDATE history.%2$I h SET recorded = tstzrange(lower(h.recorded), instant) FROM stale s WHERE h.id = s.id AND upper_inf(h.recorded);
      END IF;
      IF TG_OP IN ('UPDATE', 'INSERT') THEN
        INSERT INTO history.%2$I (%3$s, recorded) SELECT %3$s, tstzrange(instant, NULL) FROM fresh;
      END IF;
      RETURN NULL;
    END $f$ $body$, 'track_' || name, name, columns);
  EXECUTE format('CREATE OR REPLACE TRIGGER history_insert AFTER INSERT ON public.%I REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION history.%I()', name, 'track_' || name);
  EXECUTE format('CREATE OR REPLACE TRIGGER history_update AFTER UPDATE ON public.%I REFERENCING OLD TABLE AS stale NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION history.%I()', name, 'track_' || name);
  EXECUTE format('CREATE OR REPLACE TRIGGER history_delete AFTER DELETE ON public.%I REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION history.%I()', name, 'track_' || name);
  EXECUTE format('CREATE OR REPLACE TRIGGER keep BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION history.refuse()', name);
END $track$;

SELECT history.track(name) FROM unnest(ARRAY[
  'Entry', 'PublishedRevision', 'Reference', 'Citation', 'Passage', 'Source', 'SourceVersion', 'Actor', 'ActorName', 'ActorIdentifier',
  'Membership', 'Office', 'Event', 'Participant', 'Choice', 'Programme', 'ProgrammeParty', 'Provision', 'ProgrammeRelation', 'Issue',
  'Statement', 'Claim', 'Report', 'Position', 'Turn', 'Commitment', 'CommitmentParty', 'CommitmentStep', 'Article'
]) AS name;

-- The log is append-only, so it is its own history.
CREATE VIEW as_of."Publication" AS SELECT * FROM public."Publication" WHERE "recordedAt" <= current_setting('rapporteur.as_of')::timestamptz;

ALTER TABLE "Entry" ADD CONSTRAINT "Entry_state" CHECK (
  ("state" = 'live' AND "title" IS NOT NULL AND "revisionNumber" IS NOT NULL AND "mergedIntoId" IS NULL)
  OR ("state" = 'withdrawn' AND "title" IS NULL AND "reason" IS NOT NULL)
  OR ("state" = 'merged' AND "title" IS NULL AND "mergedIntoId" IS NOT NULL));

-- Within a publication records may name one another in any order; at its end every name must have its record.
ALTER TABLE "Reference" ALTER CONSTRAINT "Reference_recordId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Reference" ALTER CONSTRAINT "Reference_targetId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Citation" ALTER CONSTRAINT "Citation_recordId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Citation" ALTER CONSTRAINT "Citation_passageId_fkey" DEFERRABLE INITIALLY DEFERRED;

-- Makes the published rows of some records exactly the given ones: {"Provision": [row, …], …}. Rows that stay as they were
-- are not touched, so that history holds changes and nothing else. Must run within a publication.
CREATE FUNCTION history.sync(record_ids text[], rows jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  name text;
  incoming jsonb;
  columns text;
  excluded_columns text;
BEGIN
  FOR name, incoming IN SELECT * FROM jsonb_each(rows) LOOP
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum), string_agg('excluded.' || quote_ident(attname), ', ' ORDER BY attnum)
      INTO columns, excluded_columns FROM pg_attribute
      WHERE attrelid = format('public.%I', name)::regclass AND attnum > 0 AND NOT attisdropped;
    EXECUTE format(
      'DELETE FROM public.%1$I t WHERE t."recordId" = ANY ($1) AND NOT EXISTS (SELECT FROM jsonb_array_elements($2) i WHERE i ->> ''id'' = t.id)', name)
      USING record_ids, incoming;
    IF jsonb_array_length(incoming) > 0 THEN
      EXECUTE format(
        'INSERT INTO public.%1$I AS t (%2$s) SELECT %2$s FROM jsonb_populate_recordset(NULL::public.%1$I, $1)
         ON CONFLICT (id) DO UPDATE SET (%2$s) = ROW (%3$s) WHERE t.* IS DISTINCT FROM excluded.*', name, columns, excluded_columns)
        USING incoming;
    END IF;
  END LOOP;
END $$;

-- The public's role ---------------------------------------------------------------------------------------------------

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA history FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rapporteur_reader') THEN
    CREATE ROLE rapporteur_reader NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another database of this cluster made it at the same moment
END $$;

GRANT USAGE ON SCHEMA public, as_of TO rapporteur_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA as_of TO rapporteur_reader;
GRANT SELECT ON
  "Publication", "Entry", "PublishedRevision", "Reference", "Citation", "Passage", "Source", "SourceVersion", "Actor", "ActorName",
  "ActorIdentifier", "Membership", "Office", "Event", "Participant", "Choice", "Programme", "ProgrammeParty", "Provision", "ProgrammeRelation",
  "Issue", "Statement", "Claim", "Report", "Position", "Turn", "Commitment", "CommitmentParty", "CommitmentStep", "Article"
TO rapporteur_reader;
