import { frozenAddress } from '@rapporteur/domain/question/frozen-id';
import { CiteAnswer } from '@rapporteur/ui/question/cite-answer';
import { questionTitle } from '@rapporteur/ui/question/question-title';
import { ReopenedQuestion } from '@rapporteur/ui/question/reopened-question';
import { notFound } from 'next/navigation';
import { pageLanguage, publicApi } from '../../../lib/api';
import { citationsOfAnswer } from '../../../lib/citation';
import { Frame } from '../../../lib/frame';
import { decoded } from '../../../lib/params';
import { text } from '@rapporteur/ui/text';
import { withNames } from '../../../lib/names';

export const dynamic = 'force-dynamic';

/** A question that was frozen: the answer as it stood, and what changed since. */
export default async function FrozenQuestionPage({ params }: { params: Promise<{ question: string }> }) {
  const id = decoded((await params).question);
  const reopened = await withNames(await (await publicApi()).question.reopen({ id }));
  if (reopened === null) notFound();
  const { question, about, frozen, verified } = reopened;
  const title = questionTitle(question, about);
  return (
    <Frame
      current={null}
      path={frozenAddress(id)}
      title={title}
      description={text('answer')('description', { version: String(frozen.version) })}
      hidden
    >
      <ReopenedQuestion reopened={reopened} />
      {verified ? (
        <CiteAnswer title={title} frozen={frozen} formats={citationsOfAnswer(frozen, title, await pageLanguage())} />
      ) : null}
    </Frame>
  );
}
