import type { Prisma, PrismaClient } from '@rapporteur/db/generated/client';
import { snapshot, type Transaction } from '@rapporteur/db/transaction';
import { getPointer } from '@rapporteur/domain/json-pointer';
import { authorize, type Caller } from '../policy';
import { readCursor, writeCursor } from '../record/cursor';
import { noRecord } from '../record/desk-revisions';
import { namesOfPeople } from '../record/people';
import { editableFor } from './write';
import type { Quote } from './quote';

export const threadStates = ['open', 'resolved', 'all'] as const;
export type ThreadState = (typeof threadStates)[number];

export interface CommentView {
  id: string;
  author: { id: string; name: string };
  body: string;
  createdAt: string;
  editedAt: string | null;
  /** Whether the caller may still change its words. */
  editable: boolean;
}

/**
 * What a thread is about now: the record as a whole, a field that stands in the newest text, or something of an earlier
 * version: the field is gone, or no longer holds the words.
 */
export type ThreadPlace = 'record' | 'field' | 'earlier';

export interface ThreadView extends CommentView {
  revisionNumber: number;
  /** As it was when the thread began. */
  field: string | null;
  quote: Quote | null;
  place: ThreadPlace;
  /** Where that field is in the newest text; null unless `place` is `field`. */
  currentField: string | null;
  resolvedAt: string | null;
  resolvedBy: { id: string; name: string } | null;
  replies: CommentView[];
}

export interface CommentQuery {
  id: string;
  state: ThreadState;
  after: string | null;
  limit: number;
}

/** The threads of a record, the oldest first, each with its replies. */
export function listComments(
  db: PrismaClient,
  caller: Caller,
  query: CommentQuery,
): Promise<{ items: ThreadView[]; next: string | null }> {
  const { userId } = authorize(caller, 'desk.read');
  // Of one moment: where a comment stands is said of the text that it was placed in.
  return snapshot(db, (tx) => readComments(tx, userId, query));
}

async function readComments(db: Transaction, userId: string, { id, state, after, limit }: CommentQuery) {
  const from = after === null ? null : readCursor(after);
  const rows = await db.comment.findMany({
    where: {
      recordId: id,
      threadId: null,
      ...(state === 'all' ? {} : { resolvedAt: state === 'open' ? null : { not: null } }),
      ...(from === null ? {} : { OR: [{ createdAt: { gt: from.at } }, { createdAt: from.at, id: { gt: from.id } }] }),
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit + 1,
    include: { replies: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } },
  });
  const newest = await db.revision.findFirst({
    where: { recordId: id },
    orderBy: { number: 'desc' },
    select: { content: true },
  });
  if (newest === null) throw noRecord(id);
  const page = rows.slice(0, limit);
  const all = page.flatMap((thread) => [thread, ...thread.replies]);
  const nameOf = await namesOfPeople(
    db,
    all.flatMap(({ authorId, resolvedById }) => (resolvedById === null ? [authorId] : [authorId, resolvedById])),
  );
  const last = page.at(-1);
  return {
    items: page.map((thread) => ({
      ...toView(thread, userId, nameOf),
      ...placeOf(thread, newest.content),
      resolvedAt: thread.resolvedAt?.toISOString() ?? null,
      resolvedBy: thread.resolvedById === null ? null : { id: thread.resolvedById, name: nameOf(thread.resolvedById) },
      replies: thread.replies.map((reply) => toView(reply, userId, nameOf)),
    })),
    next: rows.length > limit && last ? writeCursor(last.createdAt, last.id) : null,
  };
}

type Row = Prisma.CommentGetPayload<Record<string, never>>;

function toView(row: Row, userId: string, nameOf: (id: string) => string): CommentView {
  return {
    id: row.id,
    author: { id: row.authorId, name: nameOf(row.authorId) },
    body: row.body,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    // A hint for the screen; the command asks the database's clock.
    editable: row.authorId === userId && Date.now() - row.createdAt.getTime() < editableFor * 60_000,
  };
}

function placeOf(row: Row, content: unknown) {
  const quote = row.quote as Quote | null;
  const value = row.currentField === null ? undefined : getPointer(content, row.currentField);
  const stands = value !== undefined && (quote === null || (typeof value === 'string' && value.includes(quote.exact)));
  const place: ThreadPlace = row.field === null ? 'record' : stands ? 'field' : 'earlier';
  return {
    revisionNumber: row.revisionNumber,
    field: row.field,
    quote,
    place,
    currentField: place === 'field' ? row.currentField : null,
  };
}
