-- A draft that changes a public record says what it is to readers before it is handed in. Of drafts that are there it was said.
ALTER TABLE "Revision" ADD COLUMN "changeSaid" BOOLEAN NOT NULL DEFAULT true;
-- An address that was made of the title follows it until readers have it. Those that are there stay as they are.
ALTER TABLE "Record" ADD COLUMN "slugChosen" BOOLEAN NOT NULL DEFAULT true;
