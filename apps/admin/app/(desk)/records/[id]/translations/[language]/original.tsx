import type { TranslationView } from '@rapporteur/api/admin/translation';
import type { Language } from '@rapporteur/domain/translation/languages';
import { wordDifference } from '@rapporteur/ui/word-difference';
import { fieldName } from '@rapporteur/ui/words';
import { text } from '../../../../../../i18n/text';

const t = text('translation');

interface Props {
  field: TranslationView['fields'][number];
  /** Whether anything was translated before: until then nothing is new, and all of it is to be done. */
  began: boolean;
}

/** The words of the original; where they have changed since they were translated, with what went and what came. */
export function Original({ field: { state, was, text: now }, began }: Props) {
  return (
    <>
      {began && state !== 'translated' && (
        <p>
          <span className={state === 'untranslated' ? 'tag' : 'tag tag--late'}>{t(`state.${state}`)}</span>
        </p>
      )}
      <p className="translation-words" lang="en">
        {state === 'changed' && was !== null ? <Difference before={was} after={now} /> : now}
      </p>
    </>
  );
}

function Difference({ before, after }: { before: string; after: string }) {
  return wordDifference(before, after).map((piece, index) => {
    switch (piece.kind) {
      case 'same':
        return <span key={index}>{piece.text}</span>;
      case 'removed':
        return <del key={index}>{piece.text}</del>;
      case 'added':
        return <ins key={index}>{piece.text}</ins>;
    }
  });
}

/** What was translated and has no place in the original any more, so that nobody has to write it twice. */
export function Gone({ texts, language }: { texts: TranslationView['gone']; language: Language }) {
  if (texts.length === 0) return null;
  return (
    <section className="sheet" aria-labelledby="gone">
      <h2 id="gone">{t('gone.title')}</h2>
      <p className="hint">{t('gone.why')}</p>
      <dl className="fields">
        {texts.map(({ field, was, translation }) => (
          <div className="field-row" key={field}>
            <dt>{fieldName(field)}</dt>
            <dd>
              <del lang="en">{was}</del>
              <br />
              <span lang={language}>{translation}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
