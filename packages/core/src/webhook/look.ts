import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { wake } from './wake';

/** How many publications are looked at for each address in one transaction. */
const batch = 100;

/** Makes a delivery of each publication for every address that was not told of it yet, and has them told. */
export async function lookForWebhooks(db: PrismaClient): Promise<void> {
  while (await transaction(db, makeDeliveries));
}

/** Gives whether there may be more. The addresses are locked, so that of two that look at once one makes the deliveries. */
async function makeDeliveries(tx: Transaction): Promise<boolean> {
  await tx.$queryRaw`SELECT FROM "Webhook" WHERE NOT "paused" ORDER BY "id" FOR UPDATE`;
  const [seen] = await tx.$queryRaw<{ all: number; made: number }[]>`
    WITH seen AS (
      SELECT w."id", p."sequence", cardinality(w."kinds") = 0 OR p."kind" = ANY (w."kinds") AS concerns
      FROM "Webhook" w CROSS JOIN LATERAL (
        SELECT "sequence", "kind" FROM "Publication" WHERE "sequence" > w."told" ORDER BY "sequence" LIMIT ${batch}) p
      WHERE NOT w."paused"),
    made AS (
      INSERT INTO "WebhookDelivery" ("webhookId", "sequence") SELECT "id", "sequence" FROM seen WHERE concerns RETURNING 1),
    told AS (
      UPDATE "Webhook" w SET "told" = s.newest FROM (SELECT "id", max("sequence") AS newest FROM seen GROUP BY "id") s
      WHERE w."id" = s."id")
    SELECT (SELECT count(*) FROM seen)::int AS all, (SELECT count(*) FROM made)::int AS made`;
  if ((seen?.made ?? 0) > 0) await wake(tx);
  return (seen?.all ?? 0) > 0;
}
