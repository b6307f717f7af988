import { namesIn } from '@rapporteur/core/translation/names';
import { getTranslated, getTranslatedOrOriginal } from '@rapporteur/core/translation/read';
import { slugSchema } from '@rapporteur/domain/slug';
import { language } from '@rapporteur/domain/translation/languages';
import { recordAnswer, translatedAnswer } from '@rapporteur/domain/views';
import { z } from 'zod';
import { kind, recordId } from '../inputs';
import { publicProcedure, router } from './procedure';

/** Records in other languages. A record that is not public is null, exactly like one that does not exist. */
export const translationRouter = router({
  get: publicProcedure
    .input(z.strictObject({ kind, slug: slugSchema, language }))
    .output(translatedAnswer.nullable())
    .query(({ ctx, input }) => ctx.read((published) => getTranslated(published, input))),

  /** What records are called in a language, by id; those that have no name in it are left out. */
  names: publicProcedure
    .input(z.strictObject({ language, ids: z.array(recordId).min(1).max(500) }))
    .output(z.record(z.string(), z.string()))
    .query(({ ctx, input: { language: told, ids } }) =>
      ctx.read(async (published) => Object.fromEntries(await namesIn(published, told, ids))),
    ),

  /** The translation where one is published, otherwise the original. */
  orOriginal: publicProcedure
    .input(z.strictObject({ kind, slug: slugSchema, language }))
    .output(recordAnswer.nullable())
    .query(({ ctx, input }) => ctx.read((published) => getTranslatedOrOriginal(published, input))),
});
