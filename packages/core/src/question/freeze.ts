import type { Published } from '@rapporteur/db/clients';
import type { Question } from '@rapporteur/domain/question/question';
import type { FrozenView } from '@rapporteur/domain/question/views';
import { newestPublication } from '../record/history';
import { freeze } from './answer';
import { membersOf } from './members';

/** What the answer to a question is cited by, at the moment of `published`; null while nothing was published. */
export async function freezeQuestion(published: Published, question: Question): Promise<FrozenView | null> {
  const [version, members] = await Promise.all([newestPublication(published), membersOf(published, question)]);
  return version && freeze(question, version, members);
}
