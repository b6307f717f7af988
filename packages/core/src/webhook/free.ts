import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import { enqueueWaiting } from './look';

/** What stands where an answer would, of a delivery whose last try came to no end. */
const unknown = 'Whether the last try was answered is not known: its worker was ended.';

/**
 * Frees deliveries that would wait for ever. One whose worker was ended in its last try is parked, its job removed, and what it
 * held sent. Where something waits for an address, and no job is left that would send any of it, the jobs are added anew.
 */
export async function freeDeliveries(db: PrismaClient): Promise<void> {
  await transaction(db, async (tx) => {
    const parked = await tx.$queryRaw<{ id: string }[]>`
      WITH spent AS (
        SELECT id, key FROM graphile_worker.jobs
        WHERE task_identifier = 'webhook.send' AND locked_at IS NULL AND attempts >= max_attempts),
      parked AS (
        UPDATE "WebhookDelivery" d SET "state" = 'parked', "status" = NULL, "answer" = ${unknown}
        FROM spent WHERE spent.key = 'webhook.send:' || d."id" AND d."state" = 'waiting' RETURNING d."webhookId"),
      ended AS (SELECT count(*) FROM graphile_worker.complete_jobs(ARRAY(SELECT id FROM spent)))
      SELECT DISTINCT p."webhookId" AS "id" FROM parked p, ended`;
    const stuck = await tx.$queryRaw<{ id: string }[]>`
      SELECT w."id" FROM "Webhook" w WHERE NOT w."paused"
        AND EXISTS (SELECT FROM "WebhookDelivery" d WHERE d."webhookId" = w."id" AND d."state" = 'waiting')
        AND NOT EXISTS (SELECT FROM "WebhookDelivery" d JOIN graphile_worker.jobs j ON j.key = 'webhook.send:' || d."id"
          WHERE d."webhookId" = w."id" AND d."state" = 'waiting')`;
    for (const id of new Set([...parked, ...stuck].map((webhook) => webhook.id))) await enqueueWaiting(tx, id);
  });
}
