-- What was left to a person when a text was sent to drafts, for whoever opens it later. Of texts sent before, nobody knows.

ALTER TABLE "IntakeItem" ADD COLUMN "left" JSONB NOT NULL DEFAULT '[]';
