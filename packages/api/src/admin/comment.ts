import { quoteSchema } from '@rapporteur/core/comment/quote';
import { listComments, threadStates } from '@rapporteur/core/comment/read';
import { addComment, editComment, replyToComment, settleThread } from '@rapporteur/core/comment/write';
import { z } from 'zod';
import { cursor, fieldPointer, idempotencyKey, recordId, revisionNumber } from '../inputs';
import { deskProcedure, router } from './procedure';

const person = z.object({ id: z.string(), name: z.string() });
const commentView = z.object({
  id: z.string(),
  author: person,
  body: z.string(),
  createdAt: z.string(),
  editedAt: z.string().nullable(),
  editable: z.boolean(),
});

/** A thread of comments: what it is about, what was said, and whether it is settled. */
const threadView = commentView.extend({
  revisionNumber: z.number().int(),
  field: z.string().nullable(),
  quote: quoteSchema.nullable(),
  /** `earlier`: the field, or the words, are no longer in the newest text. */
  place: z.enum(['record', 'field', 'earlier']),
  currentField: z.string().nullable(),
  resolvedAt: z.string().nullable(),
  resolvedBy: person.nullable(),
  replies: z.array(commentView),
});
export type Thread = z.infer<typeof threadView>;

/** Where a comment went. */
const commentResult = z.object({ id: z.string(), recordId: z.string(), threadId: z.string() });

const body = z.string().min(1, 'must not be empty').max(20_000, 'is longer than 20,000 characters');
const commentId = z.uuid();
const onceOnly = { idempotencyKey: idempotencyKey.exactOptional() };

/** What colleagues say to each other about a record. Nothing of it is ever public. */
export const commentRouter = router({
  list: deskProcedure('desk.read')
    .input(
      z.strictObject({
        id: recordId,
        state: z.enum(threadStates).default('all'),
        after: cursor.nullable().default(null),
        limit: z.int().min(1).max(50).default(50),
      }),
    )
    .output(z.object({ items: z.array(threadView), next: z.string().nullable() }))
    .query(({ ctx, input }) => listComments(ctx.db, ctx.caller, input)),

  add: deskProcedure('comment.add')
    .input(
      z.strictObject({
        id: recordId,
        revisionNumber: revisionNumber.exactOptional(),
        field: fieldPointer.nullable().default(null),
        quote: quoteSchema.nullable().default(null),
        body,
        ...onceOnly,
      }),
    )
    .output(commentResult)
    .mutation(({ ctx, input }) => addComment(ctx.db, ctx.caller, input)),

  reply: deskProcedure('comment.add')
    .input(z.strictObject({ threadId: commentId, body, ...onceOnly }))
    .output(commentResult)
    .mutation(({ ctx, input }) => replyToComment(ctx.db, ctx.caller, input)),

  edit: deskProcedure('comment.edit')
    .input(z.strictObject({ commentId, body }))
    .output(commentResult)
    .mutation(({ ctx, input }) => editComment(ctx.db, ctx.caller, input)),

  resolve: deskProcedure('comment.resolve')
    .input(z.strictObject({ threadId: commentId }))
    .output(commentResult)
    .mutation(({ ctx, input }) => settleThread(ctx.db, ctx.caller, { ...input, resolved: true })),

  reopen: deskProcedure('comment.resolve')
    .input(z.strictObject({ threadId: commentId }))
    .output(commentResult)
    .mutation(({ ctx, input }) => settleThread(ctx.db, ctx.caller, { ...input, resolved: false })),
});
