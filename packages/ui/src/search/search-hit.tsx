import { segmentOf } from '@rapporteur/domain/kinds';
import type { MarkedText, SearchHit } from '@rapporteur/domain/search/views';
import { When } from '../dates';
import { original } from '@rapporteur/domain/translation/languages';
import { foreign, hrefIn, hrefOf, KindTag } from '../record-link';
import { spokenLanguage } from '../speech';
import { passageHref } from '../source-parts';
import { StanceTag } from '../terms';
import { text } from '../text';
import { languageName, word } from '../words';

/** A text with the words marked that were found. */
function Marked({ text }: { text: MarkedText }) {
  return text.map((piece, index) => (piece.found ? <b key={index}>{piece.text}</b> : piece.text));
}

/** Where the record is read in the language that it was found in. */
const wayTo = (record: SearchHit['record'], language: SearchHit['language']) =>
  language === original || language === spokenLanguage()
    ? { href: hrefOf(record) }
    : { href: hrefIn(language, record), hrefLang: language };

/** Where words stand that are not the record's own: a passage is read in its source. */
function From({ excerpt: { from, place } }: { excerpt: NonNullable<SearchHit['excerpt']> }) {
  const t = text('search');
  if (from === 'record') return null;
  if (place?.source.state !== 'live') return <span>{t(`hit.${from}`)}</span>;
  return <a href={passageHref({ ...place, version: null })}>{t(`hit.${from}`)}</a>;
}

/** One record that was found: what it is, the words that match, where they stand, and its permanent address. */
export function Hit({ hit }: { hit: SearchHit }) {
  const { record, language, title, excerpt, date, stance, act, passages, permalink, revisionNumber } = hit;
  const t = text('search');
  const translated = foreign(language);
  return (
    <li>
      <KindTag kind={record.kind} />
      <h3 {...translated}>
        <a {...wayTo(record, language)}>
          <Marked text={title} />
        </a>
      </h3>
      {excerpt === null || excerpt.text.length === 0 ? null : (
        <p className="snippet" {...foreign(excerpt.language ?? (excerpt.from === 'record' ? language : original))}>
          <Marked text={excerpt.text} />
        </p>
      )}
      <p className="meta">
        {stance === null ? null : <StanceTag stance={stance} />}
        {act === null ? null : <span>{word(act)}</span>}
        {date === null ? null : <When value={date} />}
        {excerpt === null || excerpt.from === 'record' ? null : <From excerpt={excerpt} />}
        {language === spokenLanguage() ? null : <span>{t('hit.language', { language: languageName(language) })}</span>}
        {passages === 0 ? null : <span>{t('hit.rests', { count: passages })}</span>}
        <a
          href={permalink}
          aria-label={t('hit.permanent', {
            address: `${segmentOf(record.kind)}/${record.slug}`,
            version: String(revisionNumber),
          })}
        >
          {t('hit.version', { version: String(revisionNumber) })}
        </a>
      </p>
    </li>
  );
}
