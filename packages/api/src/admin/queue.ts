import { findRecords, mostFound } from '@rapporteur/core/queue/find';
import { countViews } from '@rapporteur/core/queue/counts';
import { groupQueue } from '@rapporteur/core/queue/groups';
import { listQueue } from '@rapporteur/core/queue/list';
import { listSavedViews, removeView, saveView } from '@rapporteur/core/queue/saved-view';
import { z } from 'zod';
import { deskProcedure, router } from './procedure';
import { listCursor, listLimit, order, queueFilter, searchText, viewName, viewQuery } from './queue-inputs';
import { queueCounts, queueEntry, queueGroups, queuePage, savedView } from './queue-views';

/** What waits at the desk, for whom, and how to find it. */
export const queueRouter = router({
  list: deskProcedure('desk.read')
    .input(z.strictObject({ ...queueFilter, ...order, after: listCursor, limit: listLimit }))
    .output(queuePage)
    .query(({ ctx, input }) => listQueue(ctx.db, ctx.caller, input)),

  groups: deskProcedure('desk.read')
    .input(z.strictObject({ ...queueFilter, ...order }))
    .output(queueGroups)
    .query(({ ctx, input }) => groupQueue(ctx.db, ctx.caller, input)),

  counts: deskProcedure('desk.read')
    .input(z.strictObject({}))
    .output(queueCounts)
    .query(({ ctx }) => countViews(ctx.db, ctx.caller)),

  find: deskProcedure('desk.read')
    .input(z.strictObject({ text: searchText, limit: z.int().min(1).max(mostFound).default(mostFound) }))
    .output(z.object({ items: z.array(queueEntry) }))
    .query(({ ctx, input }) => findRecords(ctx.db, ctx.caller, input)),

  savedViews: deskProcedure('desk.read')
    .input(z.strictObject({}))
    .output(z.object({ items: z.array(savedView) }))
    .query(({ ctx }) => listSavedViews(ctx.db, ctx.caller)),

  saveView: deskProcedure('view.save')
    .input(z.strictObject({ name: viewName, query: viewQuery }))
    .output(savedView)
    .mutation(({ ctx, input }) => saveView(ctx.db, ctx.caller, input)),

  removeView: deskProcedure('view.save')
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => removeView(ctx.db, ctx.caller, input)),
});
