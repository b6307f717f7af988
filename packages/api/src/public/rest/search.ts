import { longestQuestion, searchAnswer, searchFilter, searchHit, suggestion } from '@rapporteur/domain/search/views';
import { longestSearchPage } from '@rapporteur/core/search/find';
import { mostSuggested } from '@rapporteur/core/search/suggest';
import { RapporteurError } from '@rapporteur/domain/errors';
import { segmentOf } from '@rapporteur/domain/kinds';
import { reopenedView } from '@rapporteur/domain/question/views';
import { z } from 'zod';
import { endpoint, nextBy, pathOf, type Endpoint } from './endpoint';
import { paged } from './parameters';
import { exampleQuestion, exampleSearch, exampleSuggestions } from './examples/search';

const { kinds, stances, ...narrower } = searchFilter.shape;
const href = z.string().meta({ description: 'Its address in this interface.' });
const typed = z.string().max(longestQuestion);
const several = 'Several, with commas between them: any of them.';

const search = endpoint({
  path: '/search',
  id: 'search',
  tag: 'Search',
  summary: 'Search the record',
  description:
    'Words, phrases in quotation marks, and names in any spelling. A bounded number of records is ranked: `ranked` says whether that was all.',
  parameters: {},
  query: {
    q: typed.default('').meta({ description: 'What to look for.' }),
    kind: kinds.unwrap().optional().meta({ description: several }),
    stance: stances.unwrap().optional().meta({ description: several }),
    actor: narrower.actor.unwrap().unwrap().optional(),
    issue: narrower.issue.unwrap().unwrap().optional(),
    programme: narrower.programme.unwrap().unwrap().optional(),
    language: narrower.language.unwrap().unwrap().optional(),
    year: narrower.year.unwrap().unwrap().optional(),
    from: narrower.from.unwrap().unwrap().optional().meta({
      description: 'A day: records whose time reaches so far. Of two days the earlier is meant, whichever stands here.',
    }),
    to: narrower.to.unwrap().unwrap().optional().meta({ description: 'A day: records that begin by then.' }),
    sort: z.enum(['relevance', 'date']).default('relevance'),
    ...paged(longestSearchPage, 20),
  },
  answer: searchAnswer.extend({ items: z.array(searchHit.extend({ href })) }),
  selects: 'items',
  example: exampleSearch,
  read: async ({ record, query, addressOf }) => {
    const { q, sort, after = null, limit, kind = [], stance = [], ...filter } = query;
    const answer = await record.search.find({
      question: q,
      filter: { ...present(filter), kinds: kind, stances: stance },
      sort,
      after,
      limit,
    });
    const items = answer.items.map((item) => ({
      ...item,
      href: addressOf(pathOf(segmentOf(item.record.kind), item.record)),
    }));
    return { answer: { ...answer, items }, next: nextBy('after', answer.next) };
  },
});

const suggestions = endpoint({
  path: '/suggestions',
  id: 'suggest',
  tag: 'Search',
  summary: 'Find records by the beginning of a name',
  parameters: {},
  query: {
    q: typed.meta({ description: 'What was typed so far.' }),
    limit: z
      .int()
      .min(1)
      .max(mostSuggested)
      .default(8)
      .meta({ description: `At most ${mostSuggested}.` }),
  },
  answer: z.object({ items: z.array(suggestion.extend({ href })) }),
  selects: 'items',
  example: exampleSuggestions,
  read: async ({ record, query, addressOf }) => {
    const found = await record.search.suggest({ typed: query.q, limit: query.limit });
    const items = found.map((item) => ({ ...item, href: addressOf(pathOf(segmentOf(item.record.kind), item.record)) }));
    return { answer: { items } };
  },
});

const question = endpoint({
  path: '/questions/{id}',
  id: 'reopenQuestion',
  tag: 'Search',
  summary: 'Read the answer to a question that was cited',
  description: 'The answer as it stood, whether it can be verified, and what has changed since.',
  parameters: { id: z.string().min(1).max(1024).meta({ description: 'The id by which the answer is cited.' }) },
  query: {},
  answer: reopenedView,
  selects: 'answer',
  example: exampleQuestion,
  read: async ({ record, path }) => {
    const answer = await record.question.reopen(path);
    if (answer === null) throw new RapporteurError('not_found', 'This is not the id of a question.');
    return { answer };
  },
});

/** Search, suggestions, and questions that are cited. */
export const searchEndpoints: Endpoint[] = [search, suggestions, question];

/** What was given, without what was not: the procedure takes null for nothing, and no undefined. */
const present = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
