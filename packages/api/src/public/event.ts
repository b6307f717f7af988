import { issuesOfEvents } from '@rapporteur/core/event/conditions';
import { listEvents } from '@rapporteur/core/event/list';
import { eventTypes } from '@rapporteur/domain/content/event';
import { eventFilter, timesInOrder } from '@rapporteur/domain/event/filter';
import { eventsFound } from '@rapporteur/domain/event/views';
import { recordLink } from '@rapporteur/domain/views';
import { z } from 'zod';
import { cursor, pageSize } from '../inputs';
import { publicProcedure, router } from './procedure';

/** Events by type, time, words, issue and who took part. Refuses with `not_found` where an actor or issue is not on record. */
export const eventRouter = router({
  list: publicProcedure
    .input(
      z.strictObject({
        filter: eventFilter.prefault({}).transform(timesInOrder),
        after: cursor.nullable().default(null),
        limit: pageSize.default(50),
      }),
    )
    .output(eventsFound)
    .query(({ ctx, input }) => ctx.read((published) => listEvents(published, input))),

  /** The issues by which events can be narrowed, or those of one type, for a form: no more than a hundred, by name. */
  issues: publicProcedure
    .input(z.strictObject({ type: z.enum(eventTypes).nullable().default(null) }))
    .output(z.array(recordLink))
    .query(({ ctx, input }) => ctx.read((published) => issuesOfEvents(published, input.type))),
});
