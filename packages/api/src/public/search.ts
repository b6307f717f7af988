import { longestSearchPage, search } from '@rapporteur/core/search/find';
import { searchAndFreeze } from '@rapporteur/core/question/freeze';
import { mostSuggested, suggest } from '@rapporteur/core/search/suggest';
import { searchToCite } from '@rapporteur/domain/question/views';
import { longestQuestion, searchAnswer, searchFilter, suggestion } from '@rapporteur/domain/search/views';
import { inOrder } from '@rapporteur/domain/span';
import { unstorable } from '@rapporteur/domain/storable';
import { z } from 'zod';
import { cursor } from '../inputs';
import { publicProcedure, router } from './procedure';

/** What somebody typed, in bounds. Any sign may stand in it that a database can hold. */
const typed = z
  .string()
  .max(longestQuestion)
  .refine((text) => unstorable(text) === null, 'holds a character that cannot be looked for');

const question = z.strictObject({
  question: typed,
  filter: searchFilter.prefault({}).transform((filter) => ({ ...filter, ...inOrder(filter) })),
  sort: z.enum(['relevance', 'date']).default('relevance'),
  after: cursor.nullable().default(null),
  limit: z.int().min(1).max(longestSearchPage).default(20),
});

/** Search over everything published, at the instant of the request. A bounded number of records is ranked. */
export const searchRouter = router({
  find: publicProcedure
    .input(question)
    .output(searchAnswer)
    .query(({ ctx, input }) => ctx.read((published) => search(published, input))),

  /** The same, with what its whole answer is cited by. That is null while nothing is published. */
  findToCite: publicProcedure
    .input(question)
    .output(searchToCite)
    .query(({ ctx, input }) => ctx.read((published) => searchAndFreeze(published, input))),

  /** Records by the beginning of a name. */
  suggest: publicProcedure
    .input(z.strictObject({ typed, limit: z.int().min(1).max(mostSuggested).default(8) }))
    .output(z.array(suggestion))
    .query(({ ctx, input }) => ctx.read((published) => suggest(published, input.typed, input.limit))),
});
