import { listPublications } from '@rapporteur/core/record/history';
import { listMoments } from '@rapporteur/core/record/moments';
import { slugSchema } from '@rapporteur/domain/slug';
import { language } from '@rapporteur/domain/translation/languages';
import { publicationView } from '@rapporteur/domain/views';
import { z } from 'zod';
import { kind, pageSize } from '../inputs';
import { publicProcedure, router } from './procedure';

const sequence = z.int().min(1).max(Number.MAX_SAFE_INTEGER).nullable().default(null);

const moments = z.object({
  /** The instants of the first and the last change of all. */
  first: z.string(),
  last: z.string(),
  items: z.array(z.object({ sequence: z.number().int(), at: z.string() })),
  next: z.number().int().nullable(),
});

/** The publication log, newest first: all of it, or only where the record was wrong. */
export const publicationRouter = router({
  list: publicProcedure
    .input(
      z.strictObject({
        before: sequence,
        only: z.enum(['corrections']).nullable().default(null),
        limit: pageSize.default(50),
      }),
    )
    .output(z.object({ items: z.array(publicationView), next: z.number().int().nullable() }))
    .query(({ ctx, input }) => ctx.read((published) => listPublications(published, input))),

  /** When a record changed, perhaps in another language, or without one the whole record. Null where nothing ever stood. */
  moments: publicProcedure
    .input(
      z.strictObject({
        of: z.strictObject({ kind, slug: slugSchema, language: language.nullable().default(null) }).nullable(),
        before: sequence,
        limit: pageSize.default(100),
      }),
    )
    .output(moments.nullable())
    .query(({ ctx, input }) => ctx.read((published) => listMoments(published, input))),
});
