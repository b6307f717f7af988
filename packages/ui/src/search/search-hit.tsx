import { segmentOf } from '@rapporteur/domain/kinds';
import type { MarkedText, SearchHit } from '@rapporteur/domain/search/views';
import { When } from '../dates';
import { hrefIn, hrefOf, KindTag } from '../record-link';
import { StanceTag } from '../terms';
import { languageName, plural, word } from '../words';

/** A text with the words marked that were found. */
function Marked({ text }: { text: MarkedText }) {
  return text.map((piece, index) => (piece.found ? <b key={index}>{piece.text}</b> : piece.text));
}

const origins = { record: null, passage: 'From a passage it cites', source: 'From the text of the source' } as const;

/** One record that was found: what it is, the words that match, where they stand, and its permanent address. */
export function Hit({ hit }: { hit: SearchHit }) {
  const { record, language, title, excerpt, date, stance, act, passages, permalink, revisionNumber } = hit;
  const translated = language === 'en' ? {} : { lang: language };
  const origin = excerpt === null ? null : origins[excerpt.from];
  return (
    <li>
      <KindTag kind={record.kind} />
      <h3 {...translated}>
        <a href={language === 'en' ? hrefOf(record) : hrefIn(language, record)}>
          <Marked text={title} />
        </a>
      </h3>
      {excerpt === null || excerpt.text.length === 0 ? null : (
        <p className="snippet" {...(excerpt.from === 'record' ? translated : {})}>
          <Marked text={excerpt.text} />
        </p>
      )}
      <p className="meta">
        {stance === null ? null : <StanceTag stance={stance} />}
        {act === null ? null : <span>{word(act)}</span>}
        {date === null ? null : <When value={date} />}
        {origin === null ? null : <span>{origin}</span>}
        {language === 'en' ? null : <span>In {languageName(language)}</span>}
        {passages === 0 ? null : <span>Rests on {plural(passages, 'passage')}</span>}
        <a
          href={permalink}
          aria-label={`Permanent address of ${segmentOf(record.kind)}/${record.slug}, version ${revisionNumber}`}
        >
          Version {revisionNumber}
        </a>
      </p>
    </li>
  );
}
