-- Exports that the program made before notes were taken back hold what a withdrawal before them took along. Nothing else hides
-- them: they are newer than it. They are removed, and where none is left the worker makes another at once. See
-- docs/decisions/110-notes-of-what-was-withdrawn.md.
DELETE FROM public."Export" e WHERE EXISTS (
  SELECT FROM public."Publication" w JOIN public."Publication" p ON p."recordId" = w."recordId" AND p."sequence" < w."sequence"
  WHERE w."action" = 'withdraw' AND w."sequence" <= e."version" AND p."note" IS NOT NULL AND p."action" <> 'withdraw');
