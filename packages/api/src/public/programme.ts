import { readAround } from '@rapporteur/core/programme/around';
import { programmeAround } from '@rapporteur/domain/programme/views';
import { slugSchema } from '@rapporteur/domain/slug';
import { z } from 'zod';
import { publicProcedure, router } from './procedure';

export const programmeRouter = router({
  /** The editions of its line, the commitments under it, and where it was set out. Null where it is not public. */
  around: publicProcedure
    .input(z.strictObject({ slug: slugSchema }))
    .output(programmeAround.nullable())
    .query(({ ctx, input }) => ctx.read((published) => readAround(published, input.slug))),
});
