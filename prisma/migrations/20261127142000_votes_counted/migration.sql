-- The votes of an actor are counted by choice and year from all of them. Each lies on a page of the table of its own, since votes
-- are kept roll call by roll call: counted from the index alone, six thousand take a hundredth of a second, also where nobody has
-- asked before. See docs/decisions/117-votes-counted.md.
CREATE INDEX "Choice_actorId_recordId_choice_idx" ON "Choice" ("actorId", "recordId", "choice");
CREATE INDEX "Choice_actorId_recordId_choice_idx" ON history."Choice" ("actorId", "recordId", "choice") INCLUDE ("recorded");
DROP INDEX "Choice_actorId_idx";
DROP INDEX history."Choice_actorId_idx";
