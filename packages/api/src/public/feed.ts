import { feedAbout } from '@rapporteur/core/feed/about';
import { feedOfSearch } from '@rapporteur/core/feed/search';
import { feedOfCorrections, feedOfRecord } from '@rapporteur/core/feed/whole';
import { feedAnswer, feedView } from '@rapporteur/domain/feed-views';
import { searchQuestion } from '@rapporteur/domain/question/question';
import { slugSchema } from '@rapporteur/domain/slug';
import { z } from 'zod';
import { kind } from '../inputs';
import { publicProcedure, router } from './procedure';

/** What is new, for those who follow: at most fifty items, the newest change first. */
export const feedRouter = router({
  record: publicProcedure
    .input(z.strictObject({}))
    .output(feedView)
    .query(({ ctx }) => ctx.read((published) => feedOfRecord(published))),

  corrections: publicProcedure
    .input(z.strictObject({}))
    .output(feedView)
    .query(({ ctx }) => ctx.read((published) => feedOfCorrections(published))),

  /** Among what a search finds. */
  search: publicProcedure
    .input(z.strictObject({ question: searchQuestion }))
    .output(feedView)
    .query(({ ctx, input }) => ctx.read((published) => feedOfSearch(published, input.question))),

  /** Null where nothing ever stood at the address. */
  about: publicProcedure
    .input(z.strictObject({ kind, slug: slugSchema }))
    .output(feedAnswer.nullable())
    .query(({ ctx, input }) => ctx.read((published) => feedAbout(published, input))),
});
