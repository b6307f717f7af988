import { listTranslations, readTranslation } from '@rapporteur/core/translation/desk';
import { publishTranslation, withdrawTranslation } from '@rapporteur/core/translation/publish';
import {
  approveTranslation,
  discardTranslation,
  requestTranslationChanges,
  submitTranslation,
} from '@rapporteur/core/translation/review';
import { saveTranslation } from '@rapporteur/core/translation/save';
import { language } from '@rapporteur/domain/translation/languages';
import { texts } from '@rapporteur/domain/translation/texts';
import { translationList, translationResult, translationView } from '@rapporteur/domain/translation/views';
import { z } from 'zod';
import { recordId, revisionNumber } from '../inputs';
import { deskProcedure, router } from './procedure';
import { optionalWords, words } from './target';

export type TranslationList = z.infer<typeof translationList>;
export type TranslationView = z.infer<typeof translationView>;

/** A record in a language, and the version of that translation that the caller has seen: 0 where there was none. */
const target = { id: recordId, language, expectedVersion: z.int().min(0).max(2_147_483_647) };

/** Records in other languages: written, reviewed and published apart from the records themselves. */
export const translationRouter = router({
  list: deskProcedure('desk.read')
    .input(z.strictObject({ id: recordId }))
    .output(translationList)
    .query(({ ctx, input }) => listTranslations(ctx.db, ctx.caller, input)),

  get: deskProcedure('desk.read')
    .input(z.strictObject({ id: recordId, language }))
    .output(translationView)
    .query(({ ctx, input }) => readTranslation(ctx.db, ctx.caller, input)),

  save: deskProcedure('translation.save')
    .input(z.strictObject({ ...target, baseRevision: revisionNumber, texts }))
    .output(translationResult)
    .mutation(({ ctx, input }) => saveTranslation(ctx.db, ctx.caller, input)),

  submit: deskProcedure('translation.submit')
    .input(z.strictObject({ ...target }))
    .output(translationResult)
    .mutation(({ ctx, input }) => submitTranslation(ctx.db, ctx.caller, input)),

  approve: deskProcedure('translation.approve')
    .input(z.strictObject({ ...target }))
    .output(translationResult)
    .mutation(({ ctx, input }) => approveTranslation(ctx.db, ctx.caller, input)),

  requestChanges: deskProcedure('translation.request_changes')
    .input(z.strictObject({ ...target, comment: optionalWords }))
    .output(translationResult)
    .mutation(({ ctx, input }) => requestTranslationChanges(ctx.db, ctx.caller, input)),

  discard: deskProcedure('translation.discard')
    .input(z.strictObject({ ...target }))
    .output(translationResult)
    .mutation(({ ctx, input }) => discardTranslation(ctx.db, ctx.caller, input)),

  publish: deskProcedure('translation.publish')
    .input(z.strictObject({ ...target }))
    .output(translationResult)
    .mutation(({ ctx, input }) => publishTranslation(ctx.db, ctx.caller, input)),

  withdraw: deskProcedure('translation.withdraw')
    .input(z.strictObject({ ...target, reason: words }))
    .output(translationResult)
    .mutation(({ ctx, input }) => withdrawTranslation(ctx.db, ctx.caller, input)),
});
