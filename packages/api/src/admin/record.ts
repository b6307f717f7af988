import { recordAt } from '@rapporteur/core/record/at-address';
import { createDraft } from '@rapporteur/core/record/create';
import { compareRevisions } from '@rapporteur/core/record/compare';
import { currentText as readCurrentText, getForDesk } from '@rapporteur/core/record/desk-record';
import { getRevisionForDesk, listRevisions, revisionsShown } from '@rapporteur/core/record/desk-revisions';
import { discard } from '@rapporteur/core/record/discard';
import { mergeRecords } from '@rapporteur/core/record/merge';
import { publish } from '@rapporteur/core/record/publish';
import { renameRecord, suggestSlug } from '@rapporteur/core/record/rename';
import { restoreRevision } from '@rapporteur/core/record/restore';
import { approve, requestChanges } from '@rapporteur/core/record/review';
import { changes } from '@rapporteur/core/record/change';
import { saveDraft } from '@rapporteur/core/record/save';
import { submit } from '@rapporteur/core/record/submit';
import { withdraw } from '@rapporteur/core/record/withdraw';
import { slugSchema } from '@rapporteur/domain/slug';
import { z } from 'zod';
import { idempotencyKey, kind, recordId, revisionNumber, written } from '../inputs';
import { commandResult, currentText, deskComparison, deskRecord, deskRevision, deskRevisionPage } from './desk-views';
import { deskProcedure, router } from './procedure';
import { optionalWords, target, version, words } from './target';

/** Which kept text this is, and what makes a repeated request harmless. */
const safely = { written: written.exactOptional(), idempotencyKey: idempotencyKey.exactOptional() };
/** The text of a revision. The command checks both against the schema of the kind. */
const text = {
  content: z.record(z.string(), z.unknown()),
  citations: z.array(z.unknown()).max(2000),
};

/** Reading and moving records at the desk: one procedure per command, and nothing but the command in it. */
export const recordRouter = router({
  get: deskProcedure('desk.read')
    .input(z.strictObject({ id: recordId, number: revisionNumber.exactOptional() }))
    .output(deskRecord)
    .query(({ ctx, input }) => getForDesk(ctx.db, ctx.caller, input)),

  at: deskProcedure('desk.read')
    .input(z.strictObject({ kind, slug: slugSchema }))
    .output(z.object({ id: z.string() }))
    .query(({ ctx, input }) => recordAt(ctx.db, ctx.caller, input)),

  revisions: deskProcedure('desk.read')
    .input(
      z.strictObject({
        id: recordId,
        before: revisionNumber.nullable().default(null),
        limit: z.int().min(1).max(revisionsShown).default(revisionsShown),
      }),
    )
    .output(deskRevisionPage)
    .query(({ ctx, input }) => listRevisions(ctx.db, ctx.caller, input)),

  revision: deskProcedure('desk.read')
    .input(z.strictObject({ id: recordId, number: revisionNumber }))
    .output(deskRevision)
    .query(({ ctx, input }) => getRevisionForDesk(ctx.db, ctx.caller, input)),

  /** After a `version_conflict`: what to merge with. Given what the writer began from, answers that text too. */
  current: deskProcedure('desk.read')
    .input(
      z.strictObject({
        id: recordId,
        baseRevision: revisionNumber.nullable().default(null),
        baseVersion: version.nullable().default(null),
      }),
    )
    .output(currentText)
    .query(({ ctx, input }) => readCurrentText(ctx.db, ctx.caller, input)),

  compare: deskProcedure('desk.read')
    .input(z.strictObject({ id: recordId, from: revisionNumber, to: revisionNumber }))
    .output(deskComparison)
    .query(({ ctx, input }) => compareRevisions(ctx.db, ctx.caller, input)),

  suggestSlug: deskProcedure('desk.read')
    .input(z.strictObject({ kind, title: z.string().max(500) }))
    .output(z.object({ slug: z.string().nullable(), address: z.string().nullable() }))
    .query(({ ctx, input }) => suggestSlug(ctx.db, ctx.caller, input)),

  rename: deskProcedure('record.rename')
    .input(z.strictObject({ ...target, slug: slugSchema }))
    .output(commandResult)
    .mutation(({ ctx, input }) => renameRecord(ctx.db, ctx.caller, input)),

  create: deskProcedure('record.create')
    .input(
      z.strictObject({
        kind,
        /** Left out, it is made of the title, and follows it until the record is public. */
        slug: slugSchema.exactOptional(),
        ...text,
        note: optionalWords,
        id: recordId.exactOptional(),
        ...safely,
      }),
    )
    .output(commandResult)
    .mutation(({ ctx, input }) => createDraft(ctx.db, ctx.caller, input)),

  save: deskProcedure('record.save')
    .input(
      z.strictObject({
        ...target,
        ...text,
        change: z.enum(changes).exactOptional(),
        note: optionalWords,
        ...safely,
      }),
    )
    .output(commandResult)
    .mutation(({ ctx, input }) => saveDraft(ctx.db, ctx.caller, input)),

  submit: deskProcedure('record.submit')
    .input(z.strictObject({ ...target, idempotencyKey: idempotencyKey.exactOptional() }))
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
