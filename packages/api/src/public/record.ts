import { diffRevisions, recordHistory } from '@rapporteur/core/record/history';
import { listRecords } from '@rapporteur/core/record/list';
import { linkAt } from '@rapporteur/core/record/links';
import { permalink } from '@rapporteur/core/record/permalink';
import { getRecord } from '@rapporteur/core/record/read';
import { getTranslatedOrOriginal } from '@rapporteur/core/translation/read';
import { listSources } from '@rapporteur/core/source/list';
import { actorFilter, fitsKind, misfit } from '@rapporteur/domain/region/actor-filter';
import { slugSchema } from '@rapporteur/domain/slug';
import { sourceFilter, sourcePage } from '@rapporteur/domain/source-list';
import { mostParts } from '@rapporteur/domain/source-parts';
import { language } from '@rapporteur/domain/translation/languages';
import { listPage, publicationView, recordAnswer, recordDiff, recordLink } from '@rapporteur/domain/views';
import { z } from 'zod';
import { cursor, kind, pageSize, recordId, revisionNumber } from '../inputs';
import { permalinkView } from './outputs';
import { publicProcedure, router } from './procedure';

const address = z.union([z.strictObject({ kind, slug: slugSchema }), z.strictObject({ id: recordId })]);

/** Reads of single records and lists of them. A record that is not public is null, exactly like one that does not exist. */
export const recordRouter = router({
  get: publicProcedure
    .input(address)
    .output(recordAnswer.nullable())
    .query(({ ctx, input }) => ctx.read((published) => getRecord(published, input))),

  /** A source as its page shows it: one part of each of its texts, in a language as far as it is translated. */
  source: publicProcedure
    .input(
      z.strictObject({
        slug: slugSchema,
        part: z.int().min(1).max(mostParts),
        language: language.nullable().default(null),
      }),
    )
    .output(recordAnswer.nullable())
    .query(({ ctx, input: { slug, part, language: told } }) =>
      ctx.read((published) =>
        told === null
          ? getRecord(published, { kind: 'source', slug }, part)
          : getTranslatedOrOriginal(published, { kind: 'source', slug, language: told }, part),
      ),
    ),

  /** What a record is named by, one that is withdrawn or merged under its own name too. */
  link: publicProcedure
    .input(address)
    .output(recordLink.nullable())
    .query(({ ctx, input }) => ctx.read((published) => linkAt(published, input))),

  list: publicProcedure
    .input(
      z
        .strictObject({ kind, ...actorFilter, after: cursor.nullable().default(null), limit: pageSize.default(50) })
        .refine(fitsKind, misfit),
    )
    .output(listPage)
    .query(({ ctx, input }) => ctx.read((published) => listRecords(published, input))),

  /** Sources as their list shows them: the parts of a work once, or one by one in their order. */
  sources: publicProcedure
    .input(z.strictObject({ ...sourceFilter, after: cursor.nullable().default(null), limit: pageSize.default(50) }))
    .output(sourcePage)
    .query(({ ctx, input }) => ctx.read((published) => listSources(published, input))),

  permalink: publicProcedure
    .input(z.strictObject({ id: recordId, revision: revisionNumber }))
    .output(permalinkView.nullable())
    .query(({ ctx, input }) => permalink(ctx, input.id, input.revision)),

  history: publicProcedure
    .input(z.strictObject({ id: recordId }))
    .output(z.object({ record: recordLink, publications: z.array(publicationView) }).nullable())
    .query(({ ctx, input }) => ctx.read((published) => recordHistory(published, input.id))),

  diff: publicProcedure
    .input(z.strictObject({ id: recordId, from: revisionNumber.nullable().default(null), to: revisionNumber }))
    .output(recordDiff.nullable())
    .query(({ ctx, input }) => ctx.read((published) => diffRevisions(published, input.id, input.from, input.to))),
});
