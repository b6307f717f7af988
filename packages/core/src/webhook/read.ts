import { Prisma, type PrismaClient } from '@rapporteur/db/generated/client';
import type { DeliveryPage, DeliveryView, WebhookView } from '@rapporteur/domain/webhook-views';
import type { Kind } from '@rapporteur/domain/kinds';
import { authorize, type Caller } from '../policy';
import { mostWebhooks } from './manage';

/** Every webhook, the oldest first, with how many of its deliveries wait, were made, and are parked. */
export async function listWebhooks(db: PrismaClient, caller: Caller): Promise<WebhookView[]> {
  authorize(caller, 'webhook.manage');
  const [webhooks, counts] = await Promise.all([
    db.webhook.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: mostWebhooks }),
    db.webhookDelivery.groupBy({ by: ['webhookId', 'state'], _count: true }),
  ]);
  return webhooks.map(({ id, address, kinds, paused, createdAt }) => {
    const countOf = (state: string) => counts.find((row) => row.webhookId === id && row.state === state)?._count ?? 0;
    return {
      id,
      address,
      // Only those that its form offers were ever stored.
      kinds: kinds as Kind[],
      paused,
      createdAt: createdAt.toISOString(),
      counts: { waiting: countOf('waiting'), delivered: countOf('delivered'), parked: countOf('parked') },
    };
  });
}

export interface DeliveryQuery {
  webhookId: string;
  /** The `next` of the page before. */
  after: string | null;
  limit: number;
}

type Row = Omit<DeliveryView, 'sequence' | 'triedAt'> & { sequence: bigint; triedAt: Date | null };

/** The deliveries of a webhook, of the newest publication first. */
export async function listDeliveries(
  db: PrismaClient,
  caller: Caller,
  { webhookId, after, limit }: DeliveryQuery,
): Promise<DeliveryPage> {
  authorize(caller, 'webhook.manage');
  const before = after === null ? Prisma.empty : Prisma.sql`AND d."sequence" < ${BigInt(after)}`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT d."id", d."sequence", p."kind", p."slug", p."action", d."state", d."attempts", d."status", d."answer", d."triedAt"
    FROM "WebhookDelivery" d JOIN "Publication" p ON p."sequence" = d."sequence"
    WHERE d."webhookId" = ${webhookId} ${before} ORDER BY d."sequence" DESC LIMIT ${limit + 1}`;
  const items = rows.slice(0, limit).map((row) => ({
    ...row,
    sequence: Number(row.sequence),
    triedAt: row.triedAt?.toISOString() ?? null,
  }));
  return { items, next: rows.length > limit ? String(items.at(-1)?.sequence) : null };
}
