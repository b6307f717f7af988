import { Prisma, type PrismaClient } from '@rapporteur/db/generated/client';
import { authorize, type Caller } from '../policy';
import type { View } from '@rapporteur/domain/queue-lists';
import { conditionOf } from './filter';

/** The lists whose size is shown wherever somebody is at the desk. */
export const countedViews = [
  'work',
  'mine',
  'review',
  'scheduled',
  'overdue',
  'drifted',
  'translations',
] as const satisfies View[];

/** Beyond this, "more" says enough. */
export const mostShown = 99;

/** How many records wait in each list, up to {@link mostShown} + 1. */
export async function countViews(
  db: PrismaClient,
  caller: Caller,
): Promise<Record<(typeof countedViews)[number], number>> {
  const { userId } = authorize(caller, 'desk.read');
  const counts = countedViews.map(
    (view) => Prisma.sql`(SELECT count(*)::int FROM (
      SELECT FROM "DeskEntry" e WHERE ${conditionOf({ view }, userId)} LIMIT ${mostShown + 1}) AS counted) AS ${Prisma.raw(`"${view}"`)}`,
  );
  const [row] = await db.$queryRaw<
    Record<(typeof countedViews)[number], number>[]
  >`SELECT ${Prisma.join(counts, ', ')}`;
  return row ?? { work: 0, mine: 0, review: 0, scheduled: 0, overdue: 0, drifted: 0, translations: 0 };
}
