import { feedAbout } from '@rapporteur/core/feed/about';
import { feedOfCorrections } from '@rapporteur/core/feed/corrections';
import { feedOfSearch } from '@rapporteur/core/feed/search';
import { feedOfRecord } from '@rapporteur/core/feed/whole';
import { feedAnswer, feedPage, feedView } from '@rapporteur/domain/feed-views';
import { searchQuestion } from '@rapporteur/domain/question/question';
import { slugSchema } from '@rapporteur/domain/slug';
import { z } from 'zod';
import { kind } from '../inputs';
import { publicProcedure, router } from './procedure';

/** The `older` of a page, for the one behind it; without, the newest. */
const after = feedPage.nullable().default(null);

/** What is new, for those who follow: some fifty items at once, the newest change first. */
export const feedRouter = router({
  record: publicProcedure
    .input(z.strictObject({ after }))
    .output(feedView)
    .query(({ ctx, input }) => ctx.read((published) => feedOfRecord(published, input.after))),

  corrections: publicProcedure
    .input(z.strictObject({ after }))
    .output(feedView)
    .query(({ ctx, input }) => ctx.read((published) => feedOfCorrections(published, input.after))),

  /** Among what a search finds. */
  search: publicProcedure
    .input(z.strictObject({ question: searchQuestion, after }))
    .output(feedView)
    .query(({ ctx, input }) => ctx.read((published) => feedOfSearch(published, input.question, input.after))),

  /** Null where nothing ever stood at the address. */
  about: publicProcedure
    .input(z.strictObject({ kind, slug: slugSchema, after }))
    .output(feedAnswer.nullable())
    .query(({ ctx, input }) => ctx.read((published) => feedAbout(published, input, input.after))),
});
