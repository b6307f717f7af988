import { listPublications } from '@rapporteur/core/record/history';
import { publicationView } from '@rapporteur/domain/views';
import { z } from 'zod';
import { pageSize } from '../inputs';
import { publicProcedure, router } from './procedure';

/** The publication log, newest first: all of it, or only where the record was wrong. */
export const publicationRouter = router({
  list: publicProcedure
    .input(
      z.strictObject({
        before: z.int().min(1).max(Number.MAX_SAFE_INTEGER).nullable().default(null),
        only: z.enum(['corrections']).nullable().default(null),
        limit: pageSize.default(50),
      }),
    )
    .output(z.object({ items: z.array(publicationView), next: z.number().int().nullable() }))
    .query(({ ctx, input }) => ctx.read((published) => listPublications(published, input))),
});
