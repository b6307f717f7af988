-- A long text that somebody has put into a box and not handed over yet is kept like everything else they typed.
ALTER TABLE "WorkingCopy"
    ADD COLUMN "pasted" TEXT,
    ADD CONSTRAINT "WorkingCopy_pasted" CHECK ("spentAt" IS NULL OR "pasted" IS NULL);
