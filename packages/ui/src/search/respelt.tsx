import { searchAddress, type Asked } from '@rapporteur/domain/search/address';
import { longestQuestion, type SearchAnswer } from '@rapporteur/domain/search/views';
import { totalOf } from '../more';
import { nameLanguage, RecordLink, titleOf } from '../record-link';
import { text } from '../text';

/**
 * What is shown beyond what was asked, and the questions that may have been meant. What was asked is never exchanged in
 * silence: the page says of whom it tells, and why.
 */
export function Respelt({ asked, answer }: { asked: Asked; answer: SearchAnswer }) {
  const { alike, instead, asWritten, total } = answer;
  const meant = <DidYouMean asked={asked} questions={instead.map((question) => ({ question }))} />;
  if (alike.length === 0) return meant;
  const t = text('search');
  const names = () =>
    alike.map(({ word: spelt, record }, index) => (
      <span key={`${spelt} ${record.id}`}>
        {index === 0 ? '' : ', '}
        <RecordLink record={record} /> {t('spelt', { word: spelt })}
      </span>
    ));
  return (
    <div className="alike">
      {meant}
      <p>
        {asWritten === 0
          ? t.rich('alikeOnly', { names, records: totalOf(total, 'record') })
          : t.rich('alike', { names })}
      </p>
    </div>
  );
}

/** The records with a title that is nearly what was asked, as questions. */
export const TitlesMeant = ({ asked, records }: { asked: Asked; records: SearchAnswer['didYouMean'] }) => (
  <DidYouMean
    asked={asked}
    questions={records.map((record) => ({
      question: titleOf(record).slice(0, longestQuestion),
      written: nameLanguage(record),
    }))}
  />
);

interface Question {
  question: string;
  /** The language in which it is written, where that is not the page's. */
  written?: ReturnType<typeof nameLanguage>;
}

/** Questions that may have been meant: within the same filter, in the same order, as of the same date. */
function DidYouMean({ asked, questions }: { asked: Asked; questions: readonly Question[] }) {
  if (questions.length === 0) return null;
  return (
    <p>
      {text('search').rich('nothing.didYouMean', {
        names: () =>
          questions.map(({ question, written }, index) => (
            <span key={question}>
              {index === 0 ? '' : ', '}
              <a href={searchAddress({ ...asked, question })} {...written}>
                {question}
              </a>
            </span>
          )),
      })}
    </p>
  );
}
