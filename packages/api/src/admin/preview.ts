import { listPreviews, revokePreview } from '@rapporteur/core/preview/list';
import { makePreview } from '@rapporteur/core/preview/make';
import { makeTranslatedPreview } from '@rapporteur/core/preview/make-translated';
import { previewItem, previewMade } from '@rapporteur/domain/preview-views';
import { language } from '@rapporteur/domain/translation/languages';
import { z } from 'zod';
import { recordId, revisionNumber, secretKey } from '../inputs';
import { deskProcedure, router } from './procedure';

const hours = z.int().min(1).max(720).default(72);

/** Previews of a revision, or of a translation, in the real site, for whoever holds the token. */
export const previewRouter = router({
  create: deskProcedure('preview.make')
    .input(
      z.strictObject({
        id: recordId,
        revision: revisionNumber,
        hours,
        idempotencyKey: secretKey.exactOptional(),
      }),
    )
    .output(previewMade)
    .mutation(({ ctx, input }) => makePreview(ctx.db, ctx.caller, input)),

  createTranslated: deskProcedure('preview.make')
    .input(
      z.strictObject({
        id: recordId,
        language,
        number: revisionNumber,
        hours,
        idempotencyKey: secretKey.exactOptional(),
      }),
    )
    .output(previewMade)
    .mutation(({ ctx, input }) => makeTranslatedPreview(ctx.db, ctx.caller, input)),

  list: deskProcedure('desk.read')
    .input(z.strictObject({ id: recordId }))
    .output(z.object({ items: z.array(previewItem) }))
    .query(async ({ ctx, input }) => ({ items: await listPreviews(ctx.db, ctx.caller, input.id) })),

  revoke: deskProcedure('preview.revoke')
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => revokePreview(ctx.db, ctx.caller, input.id)),
});
