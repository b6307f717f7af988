import { Prisma, type PrismaClient } from '@rapporteur/db/generated/client';
import type { Standing, Waiting } from './choose';

/** How many deliveries that failed are looked at for one address at once. */
const mostTried = 50;

/** An address that something waits for. */
export interface Addressee extends Standing {
  id: string;
  address: string;
  /** Sealed. */
  secret: string;
}

type Row = Omit<Addressee, 'tried' | 'untried'> & { tried: Stored[]; untried: Stored | null };
type Stored = Omit<Waiting, 'triedAt'> & { triedAt: string | null };

/** How deliveries stand that wait for the addresses that are told, or for one of them; those without any are left out. */
export async function standing(db: PrismaClient, webhookId?: string): Promise<Addressee[]> {
  const only = webhookId === undefined ? Prisma.empty : Prisma.sql`AND w."id" = ${webhookId}`;
  const shape = Prisma.sql`json_build_object('id', d."id", 'sequence', d."sequence", 'attempts', d."attempts",
    'asked', d."asked", 'triedAt', d."triedAt") AS told`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT w."id", w."address", w."secret", coalesce(t.first, '[]') AS "tried", u.told AS "untried", (
      SELECT max(d."triedAt") FROM "WebhookDelivery" d
      WHERE d."webhookId" = w."id" AND d."state" = 'waiting' AND (d."attempts" > 0 OR d."asked")) AS "lastTried"
    FROM "Webhook" w
    CROSS JOIN LATERAL (SELECT json_agg(told) AS first FROM (
      SELECT ${shape} FROM "WebhookDelivery" d
      WHERE d."webhookId" = w."id" AND d."state" = 'waiting' AND (d."attempts" > 0 OR d."asked")
      ORDER BY d."asked" DESC, d."sequence" LIMIT ${mostTried}) AS one) t
    LEFT JOIN LATERAL (
      SELECT ${shape} FROM "WebhookDelivery" d
      WHERE d."webhookId" = w."id" AND d."state" = 'waiting' AND d."attempts" = 0 AND NOT d."asked"
      ORDER BY d."sequence" LIMIT 1) u ON true
    WHERE NOT w."paused" AND (t.first IS NOT NULL OR u.told IS NOT NULL) ${only} ORDER BY w."createdAt", w."id"`;
  return rows.map(({ tried, untried, ...rest }) => ({
    ...rest,
    tried: tried.map(read),
    untried: untried === null ? null : read(untried),
  }));
}

const read = ({ triedAt, ...rest }: Stored): Waiting => ({
  ...rest,
  triedAt: triedAt === null ? null : new Date(triedAt),
});
