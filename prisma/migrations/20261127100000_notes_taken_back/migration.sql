-- What a withdrawal takes back is not said again by the log: neither the notes of the changes before it nor the titles of
-- then. The log itself stays as it is, and so does its chain. See docs/decisions/110-notes-of-what-was-withdrawn.md.

-- What readers are told of a publication: that of a record that was withdrawn later is told no more, but for the reasons of
-- withdrawals. A reader of the past is told what readers were told then.
CREATE VIEW public."PublicNote" AS
  SELECT p."sequence", p."note" FROM public."Publication" p
  WHERE p."note" IS NOT NULL AND (p."action" = 'withdraw' OR NOT EXISTS (
    SELECT FROM public."Publication" w
    WHERE w."recordId" = p."recordId" AND w."sequence" > p."sequence" AND w."action" = 'withdraw'));
CREATE VIEW as_of."PublicNote" AS
  SELECT p."sequence", p."note" FROM public."Publication" p
  WHERE p."note" IS NOT NULL AND p."recordedAt" <= current_setting('rapporteur.as_of')::timestamptz AND (p."action" = 'withdraw' OR NOT EXISTS (
    SELECT FROM public."Publication" w
    WHERE w."recordId" = p."recordId" AND w."sequence" > p."sequence" AND w."action" = 'withdraw'
      AND w."recordedAt" <= current_setting('rapporteur.as_of')::timestamptz));

-- The public's role reads the notes through these alone, and titles where they stand today.
CREATE OR REPLACE VIEW as_of."Publication" AS
  SELECT "sequence", "recordId", "kind", "slug", NULL::text AS "title", "revisionNumber", "action", NULL::text AS "note", "recordedAt", "contentHash",
    "previousHash", "hash", "language"
  FROM public."Publication" WHERE "recordedAt" <= current_setting('rapporteur.as_of')::timestamptz;
REVOKE SELECT ON public."Publication" FROM rapporteur_reader;
GRANT SELECT ("sequence", "recordId", "kind", "slug", "revisionNumber", "action", "recordedAt", "contentHash", "previousHash", "hash", "language")
  ON public."Publication" TO rapporteur_reader;
GRANT SELECT ON public."PublicNote", as_of."PublicNote" TO rapporteur_reader;
