-- CreateTable
CREATE TABLE "Actor" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "type" TEXT NOT NULL,

    CONSTRAINT "Actor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActorName" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "use" TEXT NOT NULL,

    CONSTRAINT "ActorName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActorIdentifier" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "ActorIdentifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "role" TEXT,
    "period" TEXT NOT NULL,
    "from" DATE,
    "to" DATE,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Office" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "institutionId" TEXT,
    "period" TEXT NOT NULL,
    "from" DATE,
    "to" DATE,

    CONSTRAINT "Office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Article" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "byline" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "from" DATE,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Commitment" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "programmeId" TEXT,

    CONSTRAINT "Commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitmentParty" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "side" TEXT NOT NULL,

    CONSTRAINT "CommitmentParty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitmentStep" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "from" DATE,
    "to" DATE,
    "eventId" TEXT,

    CONSTRAINT "CommitmentStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'reader',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(6),
    "refreshTokenExpiresAt" TIMESTAMPTZ(6),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Record" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "lockVersion" INTEGER NOT NULL DEFAULT 1,
    "mergedIntoId" TEXT,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "recordId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "change" TEXT NOT NULL DEFAULT 'publish',
    "content" JSONB NOT NULL,
    "citations" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT,
    "authorId" TEXT NOT NULL,
    "contributorIds" TEXT[],
    "approvedById" TEXT,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "revisionId" TEXT NOT NULL,
    "reviewerId" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "comment" TEXT,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "userId" TEXT,
    "action" TEXT NOT NULL,
    "recordId" TEXT,
    "revisionNumber" INTEGER,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredText" (
    "sha256" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StoredText_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "from" DATE,
    "to" DATE,
    "place" TEXT,
    "partOfId" TEXT,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Participant" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "Participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Choice" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "choice" TEXT NOT NULL,

    CONSTRAINT "Choice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Issue" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "question" TEXT NOT NULL,

    CONSTRAINT "Issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Statement" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "speakerId" TEXT NOT NULL,
    "onBehalfOfId" TEXT,
    "eventId" TEXT,
    "act" TEXT NOT NULL,
    "speech" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "from" DATE,
    "to" DATE,
    "text" TEXT NOT NULL,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "issueId" TEXT,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "repeatsId" TEXT,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Position" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "issueId" TEXT NOT NULL,
    "stance" TEXT,

    CONSTRAINT "Position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Turn" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "turn" TEXT NOT NULL,
    "stance" TEXT,
    "date" TEXT NOT NULL,
    "from" DATE,
    "to" DATE,
    "summary" TEXT NOT NULL,

    CONSTRAINT "Turn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Programme" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "nature" TEXT,
    "period" TEXT,
    "from" DATE,
    "to" DATE,
    "editionOfId" TEXT,

    CONSTRAINT "Programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgrammeParty" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,

    CONSTRAINT "ProgrammeParty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Provision" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "force" TEXT,

    CONSTRAINT "Provision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgrammeRelation" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,

    CONSTRAINT "ProgrammeRelation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "sequence" BIGINT NOT NULL,
    "recordId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT,
    "revisionNumber" INTEGER,
    "action" TEXT NOT NULL,
    "note" TEXT,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL,
    "contentHash" TEXT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "Entry" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "title" TEXT,
    "sortKey" TEXT NOT NULL,
    "revisionNumber" INTEGER,
    "publishedAt" TIMESTAMPTZ(6) NOT NULL,
    "reason" TEXT,
    "mergedIntoId" TEXT,

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublishedRevision" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "change" TEXT NOT NULL,
    "note" TEXT,
    "content" JSONB NOT NULL,
    "citations" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(6) NOT NULL,
    "sequence" BIGINT NOT NULL,

    CONSTRAINT "PublishedRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reference" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,

    CONSTRAINT "Reference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Citation" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "passageId" TEXT NOT NULL,

    CONSTRAINT "Citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Passage" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "checkedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Passage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "publisherId" TEXT,
    "language" TEXT NOT NULL,
    "published" TEXT,
    "rights" TEXT NOT NULL,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceVersion" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "fetched" TIMESTAMPTZ(6) NOT NULL,
    "length" INTEGER NOT NULL,
    "text" TEXT,

    CONSTRAINT "SourceVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Actor_recordId_idx" ON "Actor"("recordId");

-- CreateIndex
CREATE INDEX "ActorName_recordId_idx" ON "ActorName"("recordId");

-- CreateIndex
CREATE INDEX "ActorIdentifier_recordId_idx" ON "ActorIdentifier"("recordId");

-- CreateIndex
CREATE INDEX "ActorIdentifier_scheme_value_idx" ON "ActorIdentifier"("scheme", "value");

-- CreateIndex
CREATE INDEX "Membership_recordId_idx" ON "Membership"("recordId");

-- CreateIndex
CREATE INDEX "Membership_organisationId_idx" ON "Membership"("organisationId");

-- CreateIndex
CREATE INDEX "Office_recordId_idx" ON "Office"("recordId");

-- CreateIndex
CREATE INDEX "Office_institutionId_idx" ON "Office"("institutionId");

-- CreateIndex
CREATE INDEX "Article_recordId_idx" ON "Article"("recordId");

-- CreateIndex
CREATE INDEX "Commitment_recordId_idx" ON "Commitment"("recordId");

-- CreateIndex
CREATE INDEX "Commitment_programmeId_idx" ON "Commitment"("programmeId");

-- CreateIndex
CREATE INDEX "CommitmentParty_recordId_idx" ON "CommitmentParty"("recordId");

-- CreateIndex
CREATE INDEX "CommitmentParty_actorId_idx" ON "CommitmentParty"("actorId");

-- CreateIndex
CREATE INDEX "CommitmentStep_recordId_idx" ON "CommitmentStep"("recordId");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "Record_mergedIntoId_idx" ON "Record"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Record_updatedAt_id_idx" ON "Record"("updatedAt" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "Record_kind_slug_key" ON "Record"("kind", "slug");

-- CreateIndex
CREATE INDEX "Revision_state_idx" ON "Revision"("state");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_recordId_number_key" ON "Revision"("recordId", "number");

-- CreateIndex
CREATE INDEX "Review_revisionId_idx" ON "Review"("revisionId");

-- CreateIndex
CREATE INDEX "AuditEntry_recordId_idx" ON "AuditEntry"("recordId");

-- CreateIndex
CREATE INDEX "Event_recordId_idx" ON "Event"("recordId");

-- CreateIndex
CREATE INDEX "Event_partOfId_idx" ON "Event"("partOfId");

-- CreateIndex
CREATE INDEX "Participant_recordId_idx" ON "Participant"("recordId");

-- CreateIndex
CREATE INDEX "Participant_actorId_idx" ON "Participant"("actorId");

-- CreateIndex
CREATE INDEX "Choice_recordId_idx" ON "Choice"("recordId");

-- CreateIndex
CREATE INDEX "Choice_actorId_idx" ON "Choice"("actorId");

-- CreateIndex
CREATE INDEX "Issue_recordId_idx" ON "Issue"("recordId");

-- CreateIndex
CREATE INDEX "Statement_recordId_idx" ON "Statement"("recordId");

-- CreateIndex
CREATE INDEX "Statement_speakerId_idx" ON "Statement"("speakerId");

-- CreateIndex
CREATE INDEX "Statement_onBehalfOfId_idx" ON "Statement"("onBehalfOfId");

-- CreateIndex
CREATE INDEX "Statement_eventId_idx" ON "Statement"("eventId");

-- CreateIndex
CREATE INDEX "Statement_from_id_idx" ON "Statement"("from" DESC, "id");

-- CreateIndex
CREATE INDEX "Claim_recordId_idx" ON "Claim"("recordId");

-- CreateIndex
CREATE INDEX "Claim_issueId_idx" ON "Claim"("issueId");

-- CreateIndex
CREATE INDEX "Report_recordId_idx" ON "Report"("recordId");

-- CreateIndex
CREATE INDEX "Report_sourceId_idx" ON "Report"("sourceId");

-- CreateIndex
CREATE INDEX "Position_recordId_idx" ON "Position"("recordId");

-- CreateIndex
CREATE INDEX "Position_issueId_idx" ON "Position"("issueId");

-- CreateIndex
CREATE UNIQUE INDEX "Position_actorId_issueId_key" ON "Position"("actorId", "issueId");

-- CreateIndex
CREATE INDEX "Turn_recordId_idx" ON "Turn"("recordId");

-- CreateIndex
CREATE INDEX "Programme_recordId_idx" ON "Programme"("recordId");

-- CreateIndex
CREATE INDEX "Programme_editionOfId_idx" ON "Programme"("editionOfId");

-- CreateIndex
CREATE INDEX "ProgrammeParty_recordId_idx" ON "ProgrammeParty"("recordId");

-- CreateIndex
CREATE INDEX "ProgrammeParty_actorId_idx" ON "ProgrammeParty"("actorId");

-- CreateIndex
CREATE INDEX "Provision_recordId_idx" ON "Provision"("recordId");

-- CreateIndex
CREATE INDEX "ProgrammeRelation_recordId_idx" ON "ProgrammeRelation"("recordId");

-- CreateIndex
CREATE INDEX "ProgrammeRelation_programmeId_idx" ON "ProgrammeRelation"("programmeId");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_hash_key" ON "Publication"("hash");

-- CreateIndex
CREATE INDEX "Publication_recordId_sequence_idx" ON "Publication"("recordId", "sequence");

-- CreateIndex
CREATE INDEX "Publication_recordedAt_idx" ON "Publication"("recordedAt");

-- CreateIndex
CREATE INDEX "Entry_kind_state_sortKey_id_idx" ON "Entry"("kind", "state", "sortKey", "id");

-- CreateIndex
CREATE INDEX "Entry_mergedIntoId_idx" ON "Entry"("mergedIntoId");

-- CreateIndex
CREATE UNIQUE INDEX "Entry_kind_slug_key" ON "Entry"("kind", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "PublishedRevision_recordId_revisionNumber_key" ON "PublishedRevision"("recordId", "revisionNumber");

-- CreateIndex
CREATE INDEX "Reference_recordId_idx" ON "Reference"("recordId");

-- CreateIndex
CREATE INDEX "Reference_targetId_idx" ON "Reference"("targetId");

-- CreateIndex
CREATE INDEX "Citation_recordId_idx" ON "Citation"("recordId");

-- CreateIndex
CREATE INDEX "Citation_passageId_idx" ON "Citation"("passageId");

-- CreateIndex
CREATE INDEX "Passage_recordId_idx" ON "Passage"("recordId");

-- CreateIndex
CREATE INDEX "Source_recordId_idx" ON "Source"("recordId");

-- CreateIndex
CREATE INDEX "Source_publisherId_idx" ON "Source"("publisherId");

-- CreateIndex
CREATE INDEX "SourceVersion_recordId_idx" ON "SourceVersion"("recordId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Record" ADD CONSTRAINT "Record_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reference" ADD CONSTRAINT "Reference_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reference" ADD CONSTRAINT "Reference_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_passageId_fkey" FOREIGN KEY ("passageId") REFERENCES "Passage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
