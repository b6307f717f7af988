import { listPublications } from '@rapporteur/core/record/history';
import { changesSince } from '@rapporteur/core/publication/between';
import { listChanges } from '@rapporteur/core/publication/changes';
import { listMoments } from '@rapporteur/core/record/moments';
import { betweenFilter, changesBetween } from '@rapporteur/domain/between-views';
import { changesPage } from '@rapporteur/domain/change-views';
import { slugSchema } from '@rapporteur/domain/slug';
import { language } from '@rapporteur/domain/translation/languages';
import { publicationView } from '@rapporteur/domain/views';
import { z } from 'zod';
import { kind, pageSize } from '../inputs';
import { momentsView } from './outputs';
import { publicProcedure, router } from './procedure';

const sequence = z.int().min(1).max(Number.MAX_SAFE_INTEGER).nullable().default(null);

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

  /** What changed after a moment, counted by kind: up to the one that is read. */
  since: publicProcedure
    .input(
      z.strictObject({
        from: z.iso.datetime(),
        ...betweenFilter,
        before: sequence,
        counting: z.boolean().default(true),
        limit: pageSize.default(50),
      }),
    )
    .output(changesBetween)
    .query(({ ctx, input: { from, ...input } }) =>
      ctx.read((published) => changesSince(published, { from: new Date(from), ...input })),
    ),

  /** The same log for whoever keeps a copy of the record: the oldest first, after the last that the copy has seen. */
  changes: publicProcedure
    .input(
      z.strictObject({
        after: z.int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
        limit: pageSize.default(100),
      }),
    )
    .output(changesPage)
    .query(({ ctx, input }) => ctx.read((published) => listChanges(published, input))),

  /** When a record changed, perhaps in another language, or without one the whole record. Null where nothing ever stood. */
  moments: publicProcedure
    .input(
      z.strictObject({
        of: z.strictObject({ kind, slug: slugSchema, language: language.nullable().default(null) }).nullable(),
        before: sequence,
        limit: pageSize.default(100),
      }),
    )
    .output(momentsView.nullable())
    .query(({ ctx, input }) => ctx.read((published) => listMoments(published, input))),
});
