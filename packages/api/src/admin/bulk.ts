import {
  addAllToRelease,
  approveAll,
  discardAll,
  handOverAll,
  publishAll,
  releaseAll,
  requestChangesToAll,
  snoozeAll,
  submitAll,
  takeAll,
} from '@rapporteur/core/queue/bulk-commands';
import { line } from '@rapporteur/domain/content/text';
import { z } from 'zod';
import { day } from '../inputs';
import { deskProcedure, router } from './procedure';
import { bulkTarget } from './queue-inputs';
import { words } from './target';

const target = { target: bulkTarget };
const result = z.object({ ids: z.array(z.string()) });

/** One thing done to many records: to all of them, or to none. A refusal names each record that stands in the way. */
export const bulkRouter = router({
  submit: deskProcedure('record.submit')
    .input(z.strictObject(target))
    .output(result)
    .mutation(({ ctx, input }) => submitAll(ctx.db, ctx.caller, input.target)),

  approve: deskProcedure('record.approve')
    .input(z.strictObject({ ...target, comment: words.nullable().default(null) }))
    .output(result)
    .mutation(({ ctx, input }) => approveAll(ctx.db, ctx.caller, input.target, input.comment)),

  requestChanges: deskProcedure('record.request_changes')
    .input(z.strictObject({ ...target, comment: words }))
    .output(result)
    .mutation(({ ctx, input }) => requestChangesToAll(ctx.db, ctx.caller, input.target, input.comment)),

  publish: deskProcedure('record.publish')
    .input(z.strictObject(target))
    .output(result)
    .mutation(({ ctx, input }) => publishAll(ctx.db, ctx.caller, input.target)),

  discard: deskProcedure('record.discard')
    .input(z.strictObject(target))
    .output(result)
    .mutation(({ ctx, input }) => discardAll(ctx.db, ctx.caller, input.target)),

  take: deskProcedure('work.assign')
    .input(z.strictObject(target))
    .output(result)
    .mutation(({ ctx, input }) => takeAll(ctx.db, ctx.caller, input.target)),

  handOver: deskProcedure('work.assign')
    .input(z.strictObject({ ...target, to: z.string().min(1).max(100) }))
    .output(result)
    .mutation(({ ctx, input }) => handOverAll(ctx.db, ctx.caller, input.target, input.to)),

  release: deskProcedure('work.assign')
    .input(z.strictObject(target))
    .output(result)
    .mutation(({ ctx, input }) => releaseAll(ctx.db, ctx.caller, input.target)),

  snooze: deskProcedure('work.plan')
    .input(z.strictObject({ ...target, until: day.nullable() }))
    .output(result)
    .mutation(({ ctx, input }) => snoozeAll(ctx.db, ctx.caller, input.target, input.until)),

  addToRelease: deskProcedure('release.manage')
    .input(
      z.union([
        z.strictObject({ ...target, release: z.uuid() }),
        z.strictObject({ ...target, name: line.max(200, 'is longer than 200 characters') }),
      ]),
    )
    .output(result.extend({ release: z.uuid() }))
    .mutation(({ ctx, input: { target: records, ...which } }) => addAllToRelease(ctx.db, ctx.caller, records, which)),
});
