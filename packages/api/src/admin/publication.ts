import { liftEmbargo, setEmbargo } from '@rapporteur/core/embargo/embargo';
import { listDependants } from '@rapporteur/core/publication/dependants';
import { previewPublication } from '@rapporteur/core/publication/preview';
import { rescheduleRevision, scheduleRevision, unscheduleRevision } from '@rapporteur/core/publication/schedule';
import { changes } from '@rapporteur/core/record/change';
import { setChange } from '@rapporteur/core/record/set-change';
import { publicationStatusOf } from '@rapporteur/core/release/read';
import { dependantsPage, publicationPreview } from '@rapporteur/domain/publication-views';
import { publicationStatus } from '@rapporteur/domain/release-views';
import { zonedTime } from '@rapporteur/domain/zoned-time';
import { z } from 'zod';
import { cursor, kind, pageSize, recordId, revisionNumber } from '../inputs';
import { commandResult } from './desk-views';
import { deskProcedure, router } from './procedure';
import { target, words } from './target';

/** Before a revision is published: what readers will see, what rests on it, what the change is to
 * them, and when it comes. */
export const publicationRouter = router({
  preview: deskProcedure('desk.read')
    .input(z.strictObject({ id: recordId, revision: revisionNumber }))
    .output(publicationPreview)
    .query(({ ctx, input }) => previewPublication(ctx.db, ctx.caller, input)),

  dependants: deskProcedure('desk.read')
    .input(
      z.strictObject({
        id: recordId,
        kind: kind.exactOptional(),
        after: cursor.nullable().default(null),
        limit: pageSize.default(50),
      }),
    )
    .output(dependantsPage)
    .query(({ ctx, input }) => listDependants(ctx.db, ctx.caller, input)),

  setChange: deskProcedure('record.save')
    .input(z.strictObject({ ...target, change: z.enum(changes), note: words.nullable() }))
    .output(commandResult)
    .mutation(({ ctx, input }) => setChange(ctx.db, ctx.caller, input)),

  status: deskProcedure('desk.read')
    .input(z.strictObject({ id: recordId }))
    .output(publicationStatus)
    .query(({ ctx, input }) => publicationStatusOf(ctx.db, ctx.caller, input.id)),

  schedule: deskProcedure('record.schedule')
    .input(z.strictObject({ ...target, at: zonedTime }))
    .output(commandResult)
    .mutation(({ ctx, input }) => scheduleRevision(ctx.db, ctx.caller, input)),

  reschedule: deskProcedure('record.schedule')
    .input(z.strictObject({ ...target, at: zonedTime }))
    .output(commandResult)
    .mutation(({ ctx, input }) => rescheduleRevision(ctx.db, ctx.caller, input)),

  unschedule: deskProcedure('record.schedule')
    .input(z.strictObject({ ...target }))
    .output(commandResult)
    .mutation(({ ctx, input }) => unscheduleRevision(ctx.db, ctx.caller, input)),

  embargo: deskProcedure('record.embargo')
    .input(
      z.strictObject({
        ...target,
        until: zonedTime,
        reason: words.nullable(),
        publishAtEnd: z.boolean().default(false),
      }),
    )
    .output(commandResult)
    .mutation(({ ctx, input }) => setEmbargo(ctx.db, ctx.caller, input)),

  liftEmbargo: deskProcedure('record.lift_embargo')
    .input(z.strictObject({ ...target }))
    .output(commandResult)
    .mutation(({ ctx, input }) => liftEmbargo(ctx.db, ctx.caller, input)),
});
