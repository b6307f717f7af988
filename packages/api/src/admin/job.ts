import { decideJob, listJobs } from '@rapporteur/core/job/list';
import { jobPage, jobStates } from '@rapporteur/domain/job-views';
import { z } from 'zod';
import { pageSize } from '../inputs';
import { deskProcedure, router } from './procedure';

const jobId = z.string().regex(/^[1-9]\d{0,17}$/, 'is not the number of a job');

/** The background jobs: what waits, what runs, and what failed so often that it is parked. */
export const jobRouter = router({
  list: deskProcedure('job.read')
    .input(
      z.strictObject({
        state: z.enum(jobStates).exactOptional(),
        after: jobId.nullable().default(null),
        limit: pageSize.default(50),
      }),
    )
    .output(jobPage)
    .query(({ ctx, input }) => listJobs(ctx.db, ctx.caller, input)),

  retry: deskProcedure('job.retry')
    .input(z.strictObject({ id: jobId }))
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => decideJob(ctx.db, ctx.caller, { ...input, decision: 'retry' })),

  decide: deskProcedure('job.manage')
    .input(z.strictObject({ id: jobId, decision: z.enum(['retry', 'drop']) }))
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => decideJob(ctx.db, ctx.caller, input)),
});
