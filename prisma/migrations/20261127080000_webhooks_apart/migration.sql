-- Each address is told by itself: one job tells all of them, and chooses what is due for each. See docs/decisions/102-webhooks-apart.md.

-- Whether a person has asked for it now.
ALTER TABLE "WebhookDelivery" ADD COLUMN "asked" BOOLEAN NOT NULL DEFAULT false;
-- What is chosen from, however much is held and however much was told.
CREATE INDEX "WebhookDelivery_tried" ON "WebhookDelivery" ("webhookId", "sequence") WHERE "state" = 'waiting' AND ("attempts" > 0 OR "asked");
CREATE INDEX "WebhookDelivery_untried" ON "WebhookDelivery" ("webhookId", "sequence") WHERE "state" = 'waiting' AND "attempts" = 0 AND NOT "asked";

-- There is no job for each delivery any more. What waits is told by the new one, which workers add where it is missing.
DO $$ BEGIN
  IF to_regclass('graphile_worker.jobs') IS NOT NULL THEN
    PERFORM graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs WHERE task_identifier = 'webhook.send'));
  END IF;
END $$;
