import type { Question } from '@rapporteur/domain/question/question';
import type { FrozenView } from '@rapporteur/domain/question/views';
import type { RecordLink } from '@rapporteur/domain/views';
import { CiteAnswer } from '@rapporteur/ui/question/cite-answer';
import { questionTitle } from '@rapporteur/ui/question/question-title';
import { pageLanguage, publicApi } from './api';
import { citationsOfAnswer } from './citation';

/** A question, and what its answer is cited by; null while nothing is published. */
export interface CitedQuestion {
  question: Question;
  frozen: FrozenView | null;
}

/** Reads what the answer of a page is cited by. Begin it with the page's own reads, so that it takes no time of its own. */
export async function citedAnswer(question: Question): Promise<CitedQuestion> {
  return { question, frozen: await (await publicApi()).question.freeze({ question }) };
}

/** The cite box of a list, a search or a board. `about` are the records that the question names. */
export async function CiteQuestion({ cited, about }: { cited: CitedQuestion; about: readonly RecordLink[] }) {
  const { question, frozen } = cited;
  if (frozen === null) return null;
  const title = questionTitle(question, about);
  return <CiteAnswer title={title} frozen={frozen} formats={citationsOfAnswer(frozen, title, await pageLanguage())} />;
}
