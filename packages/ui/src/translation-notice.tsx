import { original, ownNames, type Language } from '@rapporteur/domain/translation/languages';
import type { RecordView } from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import { Instant } from './dates';
import { hrefIn, hrefOf } from './record-link';
import { spokenLanguage } from './speech';
import { text } from './text';
import { languageName } from './words';

type Read = Pick<RecordView, 'id' | 'kind' | 'slug' | 'revisionNumber' | 'languages' | 'translation'>;

/**
 * From which version a page was translated, whether the original has moved on since, and the way to the original; or that
 * there is no translation in the language of the page.
 */
export function TranslationNotice({ record }: { record: Read }) {
  const t = text('records');
  if (record.translation === null && spokenLanguage() === original) return null;
  return (
    <aside className="version-notice" aria-label={t('translation.label')}>
      <p>
        {record.translation === null ? (
          t('translation.none')
        ) : (
          <>
            <Made record={record} translation={record.translation} />{' '}
            <Moved record={record} translation={record.translation} />{' '}
            <a href={hrefOf(record)} hrefLang={original}>
              {t('translation.original')}
            </a>
          </>
        )}
      </p>
    </aside>
  );
}

interface Of {
  record: Read;
  translation: NonNullable<Read['translation']>;
}

function Made({ record, translation: { language, fromRevision, publishedAt } }: Of) {
  const t = text('records');
  const from = {
    language,
    revision: String(fromRevision),
    version: (words: ReactNode) => <a href={`/r/${record.id}@${fromRevision}`}>{words}</a>,
  };
  return publishedAt === null
    ? t.rich('translation.unpublished', from)
    : t.rich('translation.from', { ...from, when: () => <Instant value={publishedAt} /> });
}

function Moved({ record, translation: { fromRevision, outdated } }: Of) {
  const t = text('records');
  const { revisionNumber } = record;
  const see = (words: ReactNode) => (
    <a href={`${hrefOf(record)}/diff?from=${fromRevision}&to=${revisionNumber}`}>{words}</a>
  );
  if (outdated > 0) return t.rich('translation.outdated', { count: outdated, see });
  return fromRevision === revisionNumber
    ? t('translation.same')
    : t('translation.later', { version: String(revisionNumber) });
}

/** The other languages that a record can be read in. */
export function OtherLanguages({ record }: { record: Read }) {
  const t = text('records');
  const here = record.translation?.language;
  const others = record.languages.filter((language) => language !== here);
  if (others.length === 0) return null;
  return (
    <p className="other-languages">
      {t(here === undefined ? 'translation.alsoIn' : 'translation.others')}{' '}
      {others.map((language, index) => (
        <span key={language}>
          {index === 0 ? '' : ', '}
          <LanguageLink record={record} language={language} />
        </span>
      ))}
    </p>
  );
}

function LanguageLink({ record, language }: { record: Read; language: Language }) {
  return (
    <a href={hrefIn(language, record)} hrefLang={language}>
      <span lang={language}>{ownNames[language]}</span>
      <span className="vh"> ({languageName(language)})</span>
    </a>
  );
}
