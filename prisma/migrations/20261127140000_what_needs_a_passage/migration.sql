-- More of a programme, a statement and a commitment needs a passage than did. See docs/decisions/113-what-needs-a-passage.md.
-- How many fields of a text need one, and how many have one, is kept with it, because the desk lists what is missing. What the
-- desk lists is counted again here, as packages/domain/src/content/evidence.ts counts at this date.

CREATE TEMPORARY TABLE counted AS
WITH listed AS (
  SELECT v."id", v."recordId", e."kind", v."content", v."citations"
  FROM "DeskEntry" e JOIN "Revision" v ON v."recordId" = e."recordId" AND v."number" = e."revisionNumber"
  WHERE e."kind" IN ('programme', 'statement', 'commitment')
), needing AS (
  SELECT l."id", l."recordId", l."citations", n.field
  FROM listed l CROSS JOIN LATERAL (
    SELECT unnest(CASE l."kind" WHEN 'programme' THEN '{/summary}' WHEN 'statement' THEN '{/speaker,/date}' END::text[])
    UNION ALL
    -- What is stated, where it need not be.
    SELECT '/' || name FROM unnest(CASE l."kind" WHEN 'programme' THEN '{status,nature,period,editionOf,setOutAt}'
      WHEN 'statement' THEN '{onBehalfOf}' END::text[]) AS name
    WHERE coalesce(l."content" ->> name, '') <> ''
    UNION ALL
    SELECT '/' || name || '/' || nth - 1
    FROM unnest(CASE l."kind" WHEN 'programme' THEN '{parties,relations}' WHEN 'statement' THEN '{claims}'
        ELSE '{owedBy,owedTo,steps}' END::text[]) AS name,
      jsonb_array_elements(CASE jsonb_typeof(l."content" -> name) WHEN 'array' THEN l."content" -> name ELSE '[]' END)
        WITH ORDINALITY AS item(value, nth)
    UNION ALL
    SELECT '/provisions/' || nth - 1 || '/' || name
    FROM jsonb_array_elements(CASE WHEN l."kind" = 'programme' AND jsonb_typeof(l."content" -> 'provisions') = 'array'
        THEN l."content" -> 'provisions' ELSE '[]' END) WITH ORDINALITY AS item(value, nth),
      unnest('{scope,force}'::text[]) AS name
    WHERE CASE name WHEN 'scope' THEN value ->> 'scope' IS DISTINCT FROM 'not_mentioned' ELSE coalesce(value ->> 'force', '') <> '' END
  ) AS n(field)
)
-- A passage stands on the field, on what holds it directly, or on a part of it.
SELECT "id", "recordId", count(*)::int AS needed, count(*) FILTER (WHERE EXISTS (
    SELECT FROM jsonb_array_elements("citations") AS cited
    WHERE cited ->> 'role' = 'supports' AND (cited ->> 'field' IN (field, regexp_replace(field, '/[^/]+$', ''))
      OR starts_with(cited ->> 'field', field || '/'))))::int AS cited
FROM needing GROUP BY "id", "recordId";

UPDATE "Revision" r SET "fieldsNeeded" = c.needed, "fieldsCited" = c.cited
FROM counted c WHERE r."id" = c."id" AND (r."fieldsNeeded", r."fieldsCited") <> (c.needed, c.cited);

SELECT desk.refresh(array_agg(c."recordId")) FROM counted c JOIN "DeskEntry" e ON e."recordId" = c."recordId"
WHERE (e."fieldsNeeded", e."fieldsCited") <> (c.needed, c.cited) HAVING count(*) > 0;

DROP TABLE counted;
