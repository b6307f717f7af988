import { createDraft } from '@rapporteur/core/record/create';
import { getForDesk, listForDesk } from '@rapporteur/core/record/desk';
import { discard } from '@rapporteur/core/record/discard';
import { mergeRecords } from '@rapporteur/core/record/merge';
import { publish } from '@rapporteur/core/record/publish';
import { restoreRevision } from '@rapporteur/core/record/restore';
import { approve, requestChanges } from '@rapporteur/core/record/review';
import { changes, saveDraft } from '@rapporteur/core/record/save';
import { submit } from '@rapporteur/core/record/submit';
import { withdraw } from '@rapporteur/core/record/withdraw';
import { states } from '@rapporteur/domain/lifecycle';
import { slugSchema } from '@rapporteur/domain/slug';
import { z } from 'zod';
import { cursor, kind, pageSize, recordId, revisionNumber } from '../inputs';
import { commandResult, deskPage, deskRecord } from './desk-views';
import { deskProcedure, router } from './procedure';
import { optionalWords, target, words } from './target';

/** The text of a revision. The command checks both against the schema of the kind. */
const text = {
  content: z.record(z.string(), z.unknown()),
  citations: z.array(z.unknown()).max(2000),
};

/** Reading and moving records at the desk: one procedure per command, and nothing but the command in it. */
export const recordRouter = router({
  list: deskProcedure('desk.read')
    .input(
      z.strictObject({
        after: cursor.nullable().default(null),
        limit: pageSize.default(50),
        state: z.enum(states).exactOptional(),
        kind: kind.exactOptional(),
      }),
    )
    .output(deskPage)
    .query(({ ctx, input }) => listForDesk(ctx.db, ctx.caller, input)),

  get: deskProcedure('desk.read')
    .input(z.strictObject({ id: recordId }))
    .output(deskRecord)
    .query(({ ctx, input }) => getForDesk(ctx.db, ctx.caller, input.id)),

  create: deskProcedure('record.create')
    .input(z.strictObject({ kind, slug: slugSchema, ...text, note: optionalWords }))
    .output(commandResult)
    .mutation(({ ctx, input }) => createDraft(ctx.db, ctx.caller, input)),

  save: deskProcedure('record.save')
    .input(
      z.strictObject({
        ...target,
        ...text,
        change: z.enum(changes).exactOptional(),
        note: optionalWords,
      }),
    )
    .output(commandResult)
    .mutation(({ ctx, input }) => saveDraft(ctx.db, ctx.caller, input)),

  submit: deskProcedure('record.submit')
    .input(z.strictObject({ ...target }))
    .output(commandResult)
    .mutation(({ ctx, input }) => submit(ctx.db, ctx.caller, input)),

  approve: deskProcedure('record.approve')
    .input(z.strictObject({ ...target, comment: optionalWords }))
    .output(commandResult)
    .mutation(({ ctx, input }) => approve(ctx.db, ctx.caller, input)),

  requestChanges: deskProcedure('record.request_changes')
    .input(z.strictObject({ ...target, comment: optionalWords }))
    .output(commandResult)
    .mutation(({ ctx, input }) => requestChanges(ctx.db, ctx.caller, input)),

  publish: deskProcedure('record.publish')
    .input(z.strictObject({ ...target }))
    .output(commandResult)
    .mutation(({ ctx, input }) => publish(ctx.db, ctx.caller, input)),

  withdraw: deskProcedure('record.withdraw')
    .input(z.strictObject({ ...target, reason: words }))
    .output(commandResult)
    .mutation(({ ctx, input }) => withdraw(ctx.db, ctx.caller, input)),

  discard: deskProcedure('record.discard')
    .input(z.strictObject({ ...target }))
    .output(commandResult)
    .mutation(({ ctx, input }) => discard(ctx.db, ctx.caller, input)),

  restore: deskProcedure('record.restore')
    .input(z.strictObject({ ...target, number: revisionNumber }))
    .output(commandResult)
    .mutation(({ ctx, input }) => restoreRevision(ctx.db, ctx.caller, input)),

  merge: deskProcedure('record.merge')
    .input(z.strictObject({ ...target, into: recordId, reason: words }))
    .output(commandResult)
    .mutation(({ ctx, input }) => mergeRecords(ctx.db, ctx.caller, input)),
});
