import { recordStatus as readStatus } from '@rapporteur/core/record/list';
import { recordStatus } from '@rapporteur/domain/views';
import { z } from 'zod';
import { publicProcedure, router } from './procedure';

/** The version of the whole record, and what it holds. */
export const statusRouter = router({
  get: publicProcedure
    .input(z.strictObject({}))
    .output(recordStatus)
    .query(({ ctx }) => ctx.read((published) => readStatus(published))),
});
