import {
  handOverWork,
  listColleagues,
  releaseWork,
  setDue,
  snoozeWork,
  takeWork,
} from '@rapporteur/core/assignment/hand-over';
import { z } from 'zod';
import { day, recordId } from '../inputs';
import { work } from './desk-views';
import { deskProcedure, router } from './procedure';

const record = { id: recordId };

/** Whose work a record is, and until when. None of it changes the record or its version. */
export const workRouter = router({
  colleagues: deskProcedure('desk.read')
    .input(z.strictObject({}))
    .output(z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), mayApprove: z.boolean() })) }))
    .query(({ ctx }) => listColleagues(ctx.db, ctx.caller)),

  take: deskProcedure('work.assign')
    .input(z.strictObject(record))
    .output(work)
    .mutation(({ ctx, input }) => takeWork(ctx.db, ctx.caller, input)),

  handOver: deskProcedure('work.assign')
    .input(z.strictObject({ ...record, to: z.string().min(1).max(100) }))
    .output(work)
    .mutation(({ ctx, input }) => handOverWork(ctx.db, ctx.caller, input)),

  release: deskProcedure('work.assign')
    .input(z.strictObject(record))
    .output(work)
    .mutation(({ ctx, input }) => releaseWork(ctx.db, ctx.caller, input)),

  due: deskProcedure('work.plan')
    .input(z.strictObject({ ...record, on: day.nullable() }))
    .output(work)
    .mutation(({ ctx, input }) => setDue(ctx.db, ctx.caller, input)),

  snooze: deskProcedure('work.plan')
    .input(z.strictObject({ ...record, until: day.nullable() }))
    .output(work)
    .mutation(({ ctx, input }) => snoozeWork(ctx.db, ctx.caller, input)),
});
