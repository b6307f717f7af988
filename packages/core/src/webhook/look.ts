import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { jobs } from '../job/jobs';

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
  await tx.webhookDelivery.createMany({ data: concerning.map(({ sequence }) => ({ webhookId: id, sequence })) });
  await enqueueWaiting(tx, id, { after: told });
  await tx.webhook.update({ where: { id }, data: { told: last.sequence } });
  return publications.length === batch;
}

/**
 * Adds the jobs that send what waits for an address: of the publications after a sequence, or all, in one statement. What is for
 * one address goes one after the other; all of them together take half of what a worker does at once, so that an address that
 * never answers keeps nothing waiting that is due at an instant.
 */
export async function enqueueWaiting(
  tx: Transaction,
  webhookId: string,
  { after = 0n }: { after?: bigint } = {},
): Promise<void> {
  await tx.$executeRaw`
    SELECT count(graphile_worker.add_job('webhook.send', json_build_object('deliveryId', d."id"),
      job_key => 'webhook.send:' || d."id", max_attempts => ${jobs['webhook.send'].attempts}::int, queue_name => ${queueOf(webhookId)}))
    FROM (SELECT "id" FROM "WebhookDelivery"
      WHERE "webhookId" = ${webhookId} AND "state" = 'waiting' AND "sequence" > ${after} ORDER BY "sequence") d`;
}

export const queueOf = (webhookId: string): string => `webhook.send ${webhookId.charCodeAt(0) % 2}`;
