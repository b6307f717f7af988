import { Prisma, type PrismaClient } from '@rapporteur/db/generated/client';
import { authorize, type Caller } from '../policy';
import type { DeskEntry } from './entry';
import { conditionOf, isHeld, type QueueFilter } from './filter';
import { countUpTo, mostCounted, readPage, type Count } from './list';
import type { Order } from './sort';

/** The parts of the work in hand, in the order in which they are looked at. A record stands in one of them. */
export const groups = ['overdue', 'in_review', 'approved', 'draft', 'scheduled', 'drifted', 'translations'] as const;
export type Group = (typeof groups)[number];

/** How much of a part is shown; the rest is a list of its own. */
export const groupSize = 20;

export interface QueueGroup {
  group: Group;
  items: DeskEntry[];
  total: Count;
}

const overdue = Prisma.sql`coalesce(e."dueOn" < current_date, FALSE)`;
const inState = (state: string) => Prisma.sql`e."state" = ${state} AND NOT ${overdue}`;
const isAtRest = Prisma.sql`e."state" NOT IN ('draft', 'in_review', 'approved', 'scheduled')`;
const conditions: Record<Group, Prisma.Sql> = {
  overdue: Prisma.sql`e."state" IN ('draft', 'in_review', 'approved', 'scheduled') AND e."dueOn" < current_date`,
  in_review: inState('in_review'),
  approved: Prisma.sql`${inState('approved')} AND NOT ${isHeld}`,
  draft: inState('draft'),
  scheduled: Prisma.sql`${isHeld} AND NOT ${overdue}`,
  drifted: Prisma.sql`e."drift" > 0 AND ${isAtRest}`,
  translations: Prisma.sql`e."drift" = 0 AND e."translationsOutdated" > 0 AND e."live" AND ${isAtRest}`,
};

/** The work in hand under a filter, part by part, without the parts that hold nothing. */
export async function groupQueue(
  db: PrismaClient,
  caller: Caller,
  query: QueueFilter & Order,
): Promise<{ groups: QueueGroup[] }> {
  const { userId } = authorize(caller, 'desk.read');
  const filter = conditionOf(query, userId);
  const found = await Promise.all(
    groups.map(async (group): Promise<QueueGroup> => {
      const condition = Prisma.sql`${filter} AND ${conditions[group]}`;
      const { items, next } = await readPage(db, userId, condition, { ...query, after: null, limit: groupSize });
      const total = next === null ? { count: items.length, more: false } : await countUpTo(db, condition, mostCounted);
      return { group, items, total };
    }),
  );
  return { groups: found.filter(({ items }) => items.length > 0) };
}
