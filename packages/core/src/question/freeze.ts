import type { Published } from '@rapporteur/db/clients';
import type { Question } from '@rapporteur/domain/question/question';
import type { FrozenView, SearchToCite } from '@rapporteur/domain/question/views';
import { newestPublication } from '../record/history';
import { settleSearch, toldOf, type SearchQuery } from '../search/find';
import { followFilter } from '../search/follow';
import { freeze } from './answer';
import { followMerges } from './follow';
import { membersMatched, membersOf } from './members';

/** What the answer to a question is cited by, at the moment of `published`; null while nothing was published. */
export async function freezeQuestion(published: Published, asked: Question): Promise<FrozenView | null> {
  const question = await followMerges(published, asked);
  const [version, members] = await Promise.all([newestPublication(published), membersOf(published, question)]);
  return version && freeze(question, version, members);
}

/** A page of what a search finds, and what its whole answer is cited by: which query answers it is settled once for both. */
export async function searchAndFreeze(published: Published, asked: SearchQuery): Promise<SearchToCite> {
  const query = { ...asked, filter: await followFilter(published, asked.filter) };
  const { question, filter, sort } = query;
  const settled = await settleSearch(published, query);
  const [answer, version, members] = await Promise.all([
    toldOf(published, query, settled),
    newestPublication(published),
    membersMatched(published, settled.match, filter),
  ]);
  return { answer, frozen: version && freeze({ of: 'search', question, filter, sort }, version, members) };
}
