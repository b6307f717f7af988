import type { PrismaClient } from '@rapporteur/db/generated/client';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Kind } from '@rapporteur/domain/kinds';
import type { State } from '@rapporteur/domain/lifecycle';
import { authorize, type Caller } from '../policy';
import { longestPage } from './list';

export interface DeskQuery {
  kind?: Kind | undefined;
  state?: State | undefined;
  after?: string | null | undefined;
  limit: number;
}

export interface DeskItem {
  id: string;
  kind: Kind;
  slug: string;
  lockVersion: number;
  title: string;
  state: State;
  revisionNumber: number;
  updatedAt: string;
}

/** Records with the state of their newest revision, the last changed first. */
export async function listForDesk(
  db: PrismaClient,
  caller: Caller,
  { kind, state, after, limit }: DeskQuery,
): Promise<{ items: DeskItem[]; next: string | null }> {
  authorize(caller, 'desk.read');
  const take = Math.min(Math.max(1, limit), longestPage);
  const cursor = after ? new Date(after) : null;
  if (cursor && Number.isNaN(cursor.getTime())) {
    throw new RapporteurError('invalid_input', 'This is not the cursor of a page.', [
      { path: '/after', message: 'is not a cursor' },
    ]);
  }
  const rows = await db.record.findMany({
    where: {
      ...(kind ? { kind } : {}),
      ...(state ? { revisions: { some: { state } } } : {}),
      ...(cursor ? { updatedAt: { lt: cursor } } : {}),
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: take + 1,
    include: {
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true, state: true, title: true } },
    },
  });
  const page = rows.slice(0, take);
  return {
    items: page.map((record) => ({
      id: record.id,
      kind: record.kind as Kind,
      slug: record.slug,
      lockVersion: record.lockVersion,
      title: record.revisions[0]?.title ?? record.slug,
      state: (record.revisions[0]?.state ?? 'draft') as State,
      revisionNumber: record.revisions[0]?.number ?? 0,
      updatedAt: record.updatedAt.toISOString(),
    })),
    next: rows.length > take ? (page.at(-1)?.updatedAt.toISOString() ?? null) : null,
  };
}
