import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { enqueue } from '../job/enqueue';

/** How many publications are looked at in one transaction. */
const batch = 500;

/** Makes a delivery of each publication that an address was not told of yet, with the job that sends it. */
export async function lookForWebhooks(db: PrismaClient): Promise<void> {
  const webhooks = await db.webhook.findMany({ where: { paused: false }, select: { id: true } });
  for (const { id } of webhooks) {
    while (await transaction(db, (tx) => tellOf(tx, id)));
  }
}

/** Gives whether there may be more. */
async function tellOf(tx: Transaction, id: string): Promise<boolean> {
  // Locked, so that of two that look at once one makes the deliveries.
  const [webhook] = await tx.$queryRaw<{ told: bigint; kinds: string[] }[]>`
    SELECT "told", "kinds" FROM "Webhook" WHERE "id" = ${id} AND NOT "paused" FOR UPDATE`;
  if (webhook === undefined) return false;
  const { told, kinds } = webhook;
  const publications = await tx.publication.findMany({
    where: { sequence: { gt: told } },
    orderBy: { sequence: 'asc' },
    take: batch,
    select: { sequence: true, kind: true },
  });
  const last = publications.at(-1);
  if (last === undefined) return false;
  const concerning = publications.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  const made = await tx.webhookDelivery.createManyAndReturn({
    data: concerning.map(({ sequence }) => ({ webhookId: id, sequence })),
    select: { id: true },
  });
  for (const delivery of made) await enqueueDelivery(tx, id, delivery.id);
  await tx.webhook.update({ where: { id }, data: { told: last.sequence } });
  return publications.length === batch;
}

/**
 * Adds the job that sends a delivery. What is for one address goes one after the other; all of them together take half of
 * what a worker does at once, so that an address that never answers keeps nothing waiting that is due at an instant.
 */
export const enqueueDelivery = (tx: Transaction, webhookId: string, deliveryId: string): Promise<void> =>
  enqueue(
    tx,
    'webhook.send',
    { deliveryId },
    { key: `webhook.send:${deliveryId}`, queue: `webhook.send ${webhookId.charCodeAt(0) % 2}` },
  );
