import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { authorize, type Caller } from '../policy';

/** The most lists that one person keeps. */
export const mostSavedViews = 50;

/** A list that somebody keeps under a name: the query of its address. */
export interface SavedView {
  id: string;
  name: string;
  query: string;
}

/** The lists that the caller keeps, by name. Nobody sees another's. */
export async function listSavedViews(db: PrismaClient, caller: Caller): Promise<{ items: SavedView[] }> {
  const { userId } = authorize(caller, 'desk.read');
  const items = await db.savedView.findMany({
    where: { userId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: mostSavedViews,
    select: { id: true, name: true, query: true },
  });
  return { items };
}

/** Keeps a list under a name; one of that name is replaced. */
export async function saveView(
  db: PrismaClient,
  caller: Caller,
  { name, query }: { name: string; query: string },
): Promise<SavedView> {
  const { userId } = authorize(caller, 'view.save');
  return transaction(db, async (tx) => {
    // One person's lists are written one after the other, so that none is kept beyond the most.
    await tx.$queryRaw`SELECT FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
    const held = await tx.savedView.count({ where: { userId, NOT: { name } } });
    if (held >= mostSavedViews) {
      throw new RapporteurError('limit_exceeded', `You keep ${mostSavedViews} lists already; remove one first.`);
    }
    return tx.savedView.upsert({
      where: { userId_name: { userId, name } },
      create: { userId, name, query },
      update: { query },
      select: { id: true, name: true, query: true },
    });
  });
}

/** Forgets a list that the caller keeps. */
export async function removeView(db: PrismaClient, caller: Caller, { id }: { id: string }): Promise<{ id: string }> {
  const { userId } = authorize(caller, 'view.save');
  const { count } = await db.savedView.deleteMany({ where: { id, userId } });
  if (count === 0) throw new RapporteurError('not_found', 'You keep no such list.');
  return { id };
}
