-- People and access: second factors, passkeys, one-time links, API tokens, shared limits, and whom an audit entry is about.

ALTER TABLE "User" ADD COLUMN "twoFactorEnabled" BOOLEAN NOT NULL DEFAULT false;

DROP INDEX "Account_userId_idx";
CREATE UNIQUE INDEX "Account_userId_providerId_key" ON "Account"("userId", "providerId");

CREATE TABLE "TwoFactor" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backupCodes" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT true,
    "failedVerificationCount" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(6),
    "recentCodes" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "TwoFactor_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "TwoFactor_userId_key" ON "TwoFactor"("userId");
ALTER TABLE "TwoFactor" ADD CONSTRAINT "TwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "Passkey" (
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "credentialId" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "lastUsedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Passkey_credentialId_key" ON "Passkey"("credentialId");
CREATE INDEX "Passkey_userId_idx" ON "Passkey"("userId");
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "OneTimeLink" (
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "purpose" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" TEXT,
    "email" TEXT,
    "role" TEXT,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "usedAt" TIMESTAMPTZ(6),
    "revokedAt" TIMESTAMPTZ(6),

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "OneTimeLink_hash" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "OneTimeLink_role" CHECK ("role" IN ('reader', 'contributor', 'editor', 'publisher', 'administrator')),
    CONSTRAINT "OneTimeLink_purpose" CHECK (
      ("purpose" = 'invitation' AND "userId" IS NULL AND "email" IS NOT NULL AND "role" IS NOT NULL AND "createdById" IS NOT NULL)
      OR ("purpose" = 'reset' AND "userId" IS NOT NULL AND "email" IS NULL AND "role" IS NULL)
      OR ("purpose" = 'set_up' AND "userId" IS NULL AND "email" IS NULL AND "role" IS NULL))
);
CREATE UNIQUE INDEX "OneTimeLink_tokenHash_key" ON "OneTimeLink"("tokenHash");
CREATE INDEX "OneTimeLink_userId_idx" ON "OneTimeLink"("userId");
CREATE INDEX "OneTimeLink_email_idx" ON "OneTimeLink"("email");
-- An address has one invitation that works; a new one is made by revoking the old.
CREATE UNIQUE INDEX "OneTimeLink_one_invitation" ON "OneTimeLink" ("email") WHERE "purpose" = 'invitation' AND "usedAt" IS NULL AND "revokedAt" IS NULL;

CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(6),
    "revokedAt" TIMESTAMPTZ(6),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ApiToken_hash" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "ApiToken_scopes" CHECK (cardinality("scopes") > 0 AND "scopes" <@ ARRAY['read', 'write', 'audit'])
);
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");
CREATE INDEX "ApiToken_userId_idx" ON "ApiToken"("userId");
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "RateLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "RateLimit_expire_idx" ON "RateLimit"("expire");

ALTER TABLE "AuditEntry" ADD COLUMN "subjectId" TEXT;
CREATE INDEX "AuditEntry_userId_id_idx" ON "AuditEntry"("userId", "id" DESC);
CREATE INDEX "AuditEntry_subjectId_id_idx" ON "AuditEntry"("subjectId", "id" DESC);
CREATE INDEX "AuditEntry_action_id_idx" ON "AuditEntry"("action", "id" DESC);
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- People are deactivated, never deleted: the audit log names them.
CREATE TRIGGER keep BEFORE DELETE OR TRUNCATE ON "User" FOR EACH STATEMENT EXECUTE FUNCTION history.refuse();

-- Once there is an administrator, there always is one. The lock lets one change at a time through, so that two
-- administrators who remove each other at the same moment do not both succeed.
CREATE FUNCTION history.keep_an_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7370736, 2);
  IF NOT EXISTS (SELECT FROM "User" WHERE "role" = 'administrator' AND "active") THEN
    RAISE EXCEPTION 'the last active administrator stays one';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_an_administrator AFTER UPDATE OF "role", "active" ON "User" FOR EACH ROW
  WHEN (OLD."role" = 'administrator' AND OLD."active" AND NOT (NEW."role" = 'administrator' AND NEW."active"))
  EXECUTE FUNCTION history.keep_an_administrator();
REVOKE ALL ON FUNCTION history.keep_an_administrator() FROM PUBLIC;
