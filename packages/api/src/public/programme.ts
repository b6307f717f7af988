import { readAround } from '@rapporteur/core/programme/around';
import { programmeAround } from '@rapporteur/domain/programme/views';
import { slugSchema } from '@rapporteur/domain/slug';
import { language } from '@rapporteur/domain/translation/languages';
import { z } from 'zod';
import { publicProcedure, router } from './procedure';

export const programmeRouter = router({
  /** The editions of its line, under the names of a language as far as they are translated, the commitments under it, and where it was set out. Null where it is not public. */
  around: publicProcedure
    .input(z.strictObject({ slug: slugSchema, language: language.nullable().default(null) }))
    .output(programmeAround.nullable())
    .query(({ ctx, input }) => ctx.read((published) => readAround(published, input.slug, input.language))),
});
