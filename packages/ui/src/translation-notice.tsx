import { languageNames, type Language } from '@rapporteur/domain/translation/languages';
import type { RecordView } from '@rapporteur/domain/views';
import { Instant } from './dates';
import { hrefIn, hrefOf } from './record-link';
import { plural } from './words';

type Read = Pick<RecordView, 'id' | 'kind' | 'slug' | 'revisionNumber' | 'languages' | 'translation'>;

/** From which version a page was translated, whether the original has moved on since, and the way to the original. */
export function TranslationNotice({ record }: { record: Read }) {
  const { translation, revisionNumber } = record;
  if (translation === null) return null;
  const { language, fromRevision, publishedAt, outdated } = translation;
  return (
    <aside className="version-notice" aria-label="About this translation">
      <p>
        {languageNames[language].english} translation of{' '}
        <a href={`/r/${record.id}@${fromRevision}`}>version {fromRevision}</a>
        {publishedAt === null ? (
          ', not published yet'
        ) : (
          <>
            , published <Instant value={publishedAt} />
          </>
        )}
        .{' '}
        {outdated > 0 ? (
          <>
            The original has moved on since: {plural(outdated, 'text')} of it changed, came or went, and{' '}
            {outdated === 1 ? 'is' : 'are'} shown as the original says now.{' '}
            <a href={`${hrefOf(record)}/diff?from=${fromRevision}&to=${revisionNumber}`}>See what changed</a>.{' '}
          </>
        ) : fromRevision === revisionNumber ? (
          'The original stands at that version. '
        ) : (
          `The original stands at version ${revisionNumber}; no text that is translated has changed. `
        )}
        <a href={hrefOf(record)} hrefLang="en">
          Read the original
        </a>
      </p>
    </aside>
  );
}

/** The other languages that a record can be read in. */
export function OtherLanguages({ record }: { record: Read }) {
  const here = record.translation?.language;
  const others = record.languages.filter((language) => language !== here);
  if (others.length === 0) return null;
  return (
    <p className="other-languages">
      {here === undefined ? 'Also in ' : 'Other translations: '}
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
  const { english, own } = languageNames[language];
  return (
    <a href={hrefIn(language, record)} hrefLang={language}>
      <span lang={language}>{own}</span>
      <span className="vh"> ({english})</span>
    </a>
  );
}
