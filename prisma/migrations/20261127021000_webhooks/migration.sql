-- Programs of others that are told of publications. No role but the owner reads any of it. See docs/decisions/067-webhooks.md.

CREATE TABLE "Webhook" (
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "address" TEXT NOT NULL,
    "kinds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "secret" TEXT NOT NULL,
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "told" BIGINT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Webhook_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Webhook_kinds" CHECK ("kinds" IS NOT NULL),
    CONSTRAINT "Webhook_address" CHECK (length("address") <= 2000 AND "address" ~ '^https?://')
);

CREATE TABLE "WebhookDelivery" (
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "webhookId" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "status" INTEGER,
    "answer" TEXT,
    "triedAt" TIMESTAMPTZ(6),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "WebhookDelivery_state" CHECK ("state" IN ('waiting', 'delivered', 'parked'))
);
CREATE UNIQUE INDEX "WebhookDelivery_webhookId_sequence_key" ON "WebhookDelivery"("webhookId", "sequence");
CREATE INDEX "WebhookDelivery_webhookId_state_sequence_idx" ON "WebhookDelivery"("webhookId", "state", "sequence" DESC);
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Every publication wakes whoever tells them, in its own transaction, while there is anybody to tell.
CREATE FUNCTION history.wake_webhooks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public."Webhook" WHERE NOT "paused") THEN
    PERFORM graphile_worker.add_job('webhook.look', '{}', job_key => 'webhook.look', max_attempts => 6, queue_name => 'webhook.look');
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION history.wake_webhooks() FROM PUBLIC;
CREATE TRIGGER wake_webhooks AFTER INSERT ON "Publication" FOR EACH STATEMENT EXECUTE FUNCTION history.wake_webhooks();
