import { checkRelease } from '@rapporteur/core/release/check';
import { cancelRelease, changeRelease, createRelease, largestRelease } from '@rapporteur/core/release/create';
import { publishRelease } from '@rapporteur/core/release/publish';
import { getRelease, listReleases } from '@rapporteur/core/release/read';
import { scheduleRelease, unscheduleRelease } from '@rapporteur/core/release/schedule';
import { releaseCheck, releasePage, releaseResult, releaseStates, releaseView } from '@rapporteur/domain/release-views';
import { line } from '@rapporteur/domain/content/text';
import { zonedTime } from '@rapporteur/domain/zoned-time';
import { z } from 'zod';
import { idempotencyKey, pageSize, recordId } from '../inputs';
import { commandResult } from './desk-views';
import { deskProcedure, router } from './procedure';
import { version } from './target';

const target = { id: z.uuid(), expectedVersion: version };
const name = line.max(200, 'is longer than 200 characters');
const records = z.array(recordId).max(largestRelease);

/** Sets of records that are published in one transaction, and when. */
export const releaseRouter = router({
  list: deskProcedure('desk.read')
    .input(
      z.strictObject({
        state: z.enum(releaseStates).exactOptional(),
        named: z.boolean().default(false),
        after: z.uuid().nullable().default(null),
        limit: pageSize.default(50),
      }),
    )
    .output(releasePage)
    .query(({ ctx, input }) => listReleases(ctx.db, ctx.caller, input)),

  get: deskProcedure('desk.read')
    .input(z.strictObject({ id: z.uuid() }))
    .output(releaseView)
    .query(({ ctx, input }) => getRelease(ctx.db, ctx.caller, input.id)),

  check: deskProcedure('desk.read')
    .input(z.strictObject({ id: z.uuid() }))
    .output(releaseCheck)
    .query(({ ctx, input }) => checkRelease(ctx.db, ctx.caller, input.id)),

  create: deskProcedure('release.manage')
    .input(z.strictObject({ name, records, idempotencyKey: idempotencyKey.exactOptional() }))
    .output(releaseResult)
    .mutation(({ ctx, input }) => createRelease(ctx.db, ctx.caller, input)),

  change: deskProcedure('release.manage')
    .input(
      z.strictObject({
        ...target,
        name: name.exactOptional(),
        add: records.exactOptional(),
        remove: records.exactOptional(),
      }),
    )
    .output(releaseResult)
    .mutation(({ ctx, input }) => changeRelease(ctx.db, ctx.caller, input)),

  cancel: deskProcedure('release.manage')
    .input(z.strictObject({ ...target }))
    .output(releaseResult)
    .mutation(({ ctx, input }) => cancelRelease(ctx.db, ctx.caller, input)),

  schedule: deskProcedure('release.publish')
    .input(z.strictObject({ ...target, at: zonedTime }))
    .output(releaseResult)
    .mutation(({ ctx, input }) => scheduleRelease(ctx.db, ctx.caller, input)),

  unschedule: deskProcedure('release.publish')
    .input(z.strictObject({ ...target }))
    .output(releaseResult)
    .mutation(({ ctx, input }) => unscheduleRelease(ctx.db, ctx.caller, input)),

  publish: deskProcedure('release.publish')
    .input(z.strictObject({ ...target }))
    .output(z.object({ release: releaseResult, records: z.array(commandResult) }))
    .mutation(({ ctx, input }) => publishRelease(ctx.db, ctx.caller, input)),
});
