import { recordStatus as readStatus } from '@rapporteur/core/record/list';
import { readOverview } from '@rapporteur/core/record/overview';
import { overview } from '@rapporteur/domain/overview';
import { recordStatus } from '@rapporteur/domain/views';
import { z } from 'zod';
import { publicProcedure, router } from './procedure';

/** The version of the whole record, and what it holds. */
export const statusRouter = router({
  get: publicProcedure
    .input(z.strictObject({}))
    .output(recordStatus)
    .query(({ ctx }) => ctx.read((published) => readStatus(published))),

  /** What is newest and most contested in it. */
  overview: publicProcedure
    .input(z.strictObject({}))
    .output(overview)
    .query(({ ctx }) => ctx.read((published) => readOverview(published))),
});
