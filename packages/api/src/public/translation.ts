import { getTranslated, getTranslatedOrOriginal } from '@rapporteur/core/translation/read';
import { slugSchema } from '@rapporteur/domain/slug';
import { language } from '@rapporteur/domain/translation/languages';
import { recordAnswer, translatedAnswer } from '@rapporteur/domain/views';
import { z } from 'zod';
import { kind } from '../inputs';
import { publicProcedure, router } from './procedure';

/** Records in other languages. A record that is not public is null, exactly like one that does not exist. */
export const translationRouter = router({
  get: publicProcedure
    .input(z.strictObject({ kind, slug: slugSchema, language }))
    .output(translatedAnswer.nullable())
    .query(({ ctx, input }) => ctx.read((published) => getTranslated(published, input))),

  /** The translation where one is published, otherwise the original. */
  orOriginal: publicProcedure
    .input(z.strictObject({ kind, slug: slugSchema, language }))
    .output(recordAnswer.nullable())
    .query(({ ctx, input }) => ctx.read((published) => getTranslatedOrOriginal(published, input))),
});
