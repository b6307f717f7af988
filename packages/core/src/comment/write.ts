import type { Prisma, PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { prose } from '@rapporteur/domain/content/text';
import { RapporteurError } from '@rapporteur/domain/errors';
import { fromZod } from '@rapporteur/domain/from-zod';
import { getPointer } from '@rapporteur/domain/json-pointer';
import { pointerMover } from '@rapporteur/domain/merge/pointers';
import { once } from '../idempotency';
import { authorize, type Caller } from '../policy';
import { noRecord } from '../record/desk-revisions';
import { textAt } from '../record/earlier-text';
import type { Quote } from './quote';

/** How many minutes the writer of a comment may change its words. */
export const editableFor = 60;
/** How many replies a thread takes. */
export const mostReplies = 200;

export interface AddComment {
  id: string;
  /** The revision that is meant; the newest one where none is named. */
  revisionNumber?: number;
  /** The field that is meant, as a JSON pointer; null for the record as a whole. */
  field: string | null;
  /** Words of that field, where it is a text. */
  quote: Quote | null;
  body: string;
  idempotencyKey?: string;
}

/** What a command on a comment answers. */
export interface CommentResult {
  id: string;
  recordId: string;
  threadId: string;
}

/** Begins a thread about a record, a field of one of its revisions, or words of that field. */
export function addComment(db: PrismaClient, caller: Caller, input: AddComment): Promise<CommentResult> {
  return transaction(db, (tx) => {
    const { userId } = authorize(caller, 'comment.add');
    const { idempotencyKey: key, ...rest } = input;
    return once(tx, { userId, key, action: 'comment.add', input: rest }, async () => {
      const body = checkBody(input.body);
      const place = await requirePlace(tx, input);
      const { id } = await tx.comment.create({
        data: { recordId: input.id, ...place, body, authorId: userId },
        select: { id: true },
      });
      await audit(tx, userId, 'comment.add', input.id, place.revisionNumber, id);
      return { id, recordId: input.id, threadId: id };
    });
  });
}

/** Answers in a thread. An answer to a settled thread opens it again. */
export function replyToComment(
  db: PrismaClient,
  caller: Caller,
  input: { threadId: string; body: string; idempotencyKey?: string },
): Promise<CommentResult> {
  return transaction(db, (tx) => {
    const { userId } = authorize(caller, 'comment.add');
    const { idempotencyKey: key, ...rest } = input;
    return once(tx, { userId, key, action: 'comment.reply', input: rest }, async () => {
      const body = checkBody(input.body);
      const thread = await lockThread(tx, input.threadId);
      if ((await tx.comment.count({ where: { threadId: thread.id } })) >= mostReplies) {
        throw new RapporteurError('limit_exceeded', 'This thread is full; begin a new one.');
      }
      const { recordId, revisionNumber } = thread;
      const { id } = await tx.comment.create({
        data: { recordId, threadId: thread.id, revisionNumber, body, authorId: userId },
        select: { id: true },
      });
      await tx.comment.update({ where: { id: thread.id }, data: { resolvedAt: null, resolvedById: null } });
      await audit(tx, userId, 'comment.reply', recordId, revisionNumber, id);
      return { id, recordId, threadId: thread.id };
    });
  });
}

/** Changes the words of one's own comment, within an hour of writing it. */
export function editComment(
  db: PrismaClient,
  caller: Caller,
  input: { commentId: string; body: string },
): Promise<CommentResult> {
  return transaction(db, async (tx) => {
    const { userId } = authorize(caller, 'comment.edit');
    const body = checkBody(input.body);
    const [row] = await tx.$queryRaw<(ThreadRow & { authorId: string; late: boolean })[]>`
      SELECT "id", "recordId", "threadId", "revisionNumber", "authorId",
        "createdAt" < clock_timestamp() - make_interval(mins => ${editableFor}::int) AS late
      FROM "Comment" WHERE "id" = ${input.commentId} FOR UPDATE`;
    if (row === undefined) throw noComment();
    if (row.authorId !== userId) throw new RapporteurError('forbidden', 'Only whoever wrote a comment may change it.');
    if (row.late) {
      throw new RapporteurError(
        'state_conflict',
        'A comment can be changed for an hour; others may have acted on it. Answer it instead.',
      );
    }
    await tx.comment.update({ where: { id: row.id }, data: { body, editedAt: new Date() } });
    await audit(tx, userId, 'comment.edit', row.recordId, row.revisionNumber, row.id);
    return { id: row.id, recordId: row.recordId, threadId: row.threadId ?? row.id };
  });
}

/** Settles a thread, or opens it again. Settling what is settled changes nothing. */
export function settleThread(
  db: PrismaClient,
  caller: Caller,
  { threadId, resolved }: { threadId: string; resolved: boolean },
): Promise<CommentResult> {
  return transaction(db, async (tx) => {
    const { userId } = authorize(caller, 'comment.resolve');
    const thread = await lockThread(tx, threadId);
    const result = { id: thread.id, recordId: thread.recordId, threadId: thread.id };
    if ((thread.resolvedAt !== null) === resolved) return result;
    await tx.comment.update({
      where: { id: thread.id },
      data: resolved ? { resolvedAt: new Date(), resolvedById: userId } : { resolvedAt: null, resolvedById: null },
    });
    const action = resolved ? 'comment.resolve' : 'comment.reopen';
    await audit(tx, userId, action, thread.recordId, thread.revisionNumber, thread.id);
    return result;
  });
}

interface ThreadRow {
  id: string;
  recordId: string;
  threadId: string | null;
  revisionNumber: number;
}

async function lockThread(tx: Transaction, id: string): Promise<ThreadRow & { resolvedAt: Date | null }> {
  const [thread] = await tx.$queryRaw<(ThreadRow & { resolvedAt: Date | null })[]>`
    SELECT "id", "recordId", "threadId", "revisionNumber", "resolvedAt" FROM "Comment"
    WHERE "id" = ${id} AND "threadId" IS NULL FOR UPDATE`;
  if (thread === undefined) throw noComment();
  return thread;
}

const noComment = () => new RapporteurError('not_found', 'There is no such comment.');

function checkBody(body: string): string {
  const checked = prose.safeParse(body);
  if (!checked.success) throw fromZod(checked.error, 'This comment cannot be kept.', '/body');
  return checked.data;
}

/** Where a comment stands: the revision exists, has the field, and the field holds the words. */
async function requirePlace(tx: Transaction, { id, revisionNumber, field, quote }: AddComment) {
  // Locked, so that the text does not change between reading it and placing the comment in it.
  const [record] = await tx.$queryRaw<{ newest: number | null }[]>`
    SELECT (SELECT max("number") FROM "Revision" WHERE "recordId" = r."id") AS newest FROM "Record" r WHERE r."id" = ${id} FOR SHARE`;
  if (record === undefined || record.newest === null) throw noRecord(id);
  const number = revisionNumber ?? record.newest;
  const text = await textAt(tx, id, number, null);
  if (text === null) throw new RapporteurError('not_found', `There is no revision ${number} of this record.`);
  const fault = (path: string, message: string) =>
    new RapporteurError('invalid_input', 'This comment has no place in the record.', [{ path, message }]);
  const value = field === null ? undefined : getPointer(text.content, field);
  if (field !== null && value === undefined) throw fault('/field', `revision ${number} has no such field`);
  if (quote !== null && !(typeof value === 'string' && value.includes(quote.prefix + quote.exact + quote.suffix))) {
    throw fault('/quote', 'does not stand in that field');
  }
  return {
    revisionNumber: number,
    field,
    currentField:
      number === record.newest ? field : await placeInNewest(tx, { id, field, newest: record.newest }, text.content),
    ...(quote === null ? {} : { quote: quote satisfies Prisma.InputJsonObject }),
  };
}

/** Where a field of an older revision is in the newest one; null where it is gone. */
async function placeInNewest(
  tx: Transaction,
  { id, field, newest }: { id: string; field: string | null; newest: number },
  older: unknown,
): Promise<string | null> {
  if (field === null) return null;
  const text = await textAt(tx, id, newest, null);
  return text === null ? null : pointerMover(older, text.content)(field);
}

/** Audit entries name a comment and never repeat its words. */
async function audit(
  tx: Transaction,
  userId: string,
  action: string,
  recordId: string,
  revisionNumber: number,
  comment: string,
): Promise<void> {
  await tx.auditEntry.create({ data: { userId, action, recordId, revisionNumber, detail: { comment } } });
}
