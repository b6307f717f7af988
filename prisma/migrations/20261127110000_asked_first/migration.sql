-- What a person asks to send again is found first, however much was tried in vain before it.
-- See docs/decisions/102-webhooks-apart.md.
DROP INDEX "WebhookDelivery_tried";
CREATE INDEX "WebhookDelivery_tried" ON "WebhookDelivery" ("webhookId", "asked" DESC, "sequence") WHERE "state" = 'waiting' AND ("attempts" > 0 OR "asked");
