import type { Published } from '@rapporteur/db/clients';
import type { Question } from '@rapporteur/domain/question/question';
import { followFilter, mergedInto } from '../search/follow';

/**
 * A question as it is asked of the record at the moment of `published`: what it names and was merged since is what that
 * became. What is frozen names the records of its moment, so it is read as it is written.
 */
export async function followMerges(published: Published, question: Question): Promise<Question> {
  switch (question.of) {
    case 'list':
      return question;
    case 'related': {
      const into = await mergedInto(published, [question.id]);
      return { ...question, id: into(question.id) };
    }
    case 'board': {
      const { id, member } = question;
      const into = await mergedInto(published, member === null ? [id] : [id, member]);
      return { ...question, id: into(id), member: member === null ? null : into(member) };
    }
    case 'search':
      return { ...question, filter: await followFilter(published, question.filter) };
  }
}
