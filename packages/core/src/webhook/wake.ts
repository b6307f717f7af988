import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { enqueue } from '../job/enqueue';

/** Has whatever is due told now. */
export const wake = (tx: Transaction): Promise<void> => enqueue(tx, 'webhook.tell', {}, { key: 'webhook.tell' });

/** Wakes what tells addresses where something waits and nothing would: it may have failed for as long as it is tried. */
export async function wakeForgotten(db: PrismaClient): Promise<void> {
  await transaction(db, async (tx) => {
    const forgotten = await tx.$queryRaw<unknown[]>`
      SELECT WHERE EXISTS (SELECT FROM "WebhookDelivery" d JOIN "Webhook" w ON w."id" = d."webhookId" AND NOT w."paused" WHERE d."state" = 'waiting')
        AND NOT EXISTS (SELECT FROM graphile_worker.jobs WHERE task_identifier = 'webhook.tell' AND (attempts < max_attempts OR locked_at IS NOT NULL))`;
    if (forgotten.length > 0) await wake(tx);
  });
}
