import { sourceForDesk, textForDesk } from '@rapporteur/core/source/read';
import { storeSourceText } from '@rapporteur/core/source/store';
import { longestText } from '@rapporteur/core/source/text';
import { sha256 } from '@rapporteur/domain/content/text';
import { idSchema } from '@rapporteur/domain/ids';
import { z } from 'zod';
import { deskProcedure, router } from './procedure';

const deskSource = z.object({
  id: z.string(),
  title: z.string(),
  language: z.string(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  versions: z.array(z.object({ sha256: z.string(), fetched: z.string(), length: z.number().int() })),
});
export type DeskSource = z.infer<typeof deskSource>;

/** The texts of sources, for reading them beside a record and for adding a version. */
export const sourceRouter = router({
  get: deskProcedure('desk.read')
    .input(z.strictObject({ id: idSchema('source') }))
    .output(deskSource)
    .query(({ ctx, input }) => sourceForDesk(ctx.db, ctx.caller, input.id)),

  text: deskProcedure('desk.read')
    .input(z.strictObject({ sha256 }))
    .output(z.object({ sha256: z.string(), text: z.string(), length: z.number().int() }))
    .query(({ ctx, input }) => textForDesk(ctx.db, ctx.caller, input.sha256)),

  storeText: deskProcedure('source.store_text', { anyText: true })
    .input(
      z.strictObject({
        text: z
          .string()
          .max(longestText, `is longer than ${longestText.toLocaleString('en')} characters`)
          .refine((text) => text.trim() !== '', 'must not be empty'),
      }),
    )
    .output(z.object({ sha256: z.string(), length: z.number().int() }))
    .mutation(({ ctx, input }) => storeSourceText(ctx.db, ctx.caller, input.text)),
});
