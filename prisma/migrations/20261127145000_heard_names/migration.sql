-- Names of actors are matched by how their words sound before trigrams are asked for: see docs/decisions/094-matching-names.md.
CREATE INDEX "SearchName_heard" ON "SearchName" USING gin ("sounds") WITH (fastupdate = off) WHERE "kind" = 'actor';
CREATE INDEX "SearchName_heard" ON history."SearchName" USING gin ("sounds") WITH (fastupdate = off) WHERE "kind" = 'actor';
