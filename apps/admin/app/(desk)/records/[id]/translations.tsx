import type { TranslationList } from '@rapporteur/api/admin/translation';
import { languageNames } from '@rapporteur/domain/translation/languages';
import { text } from '../../../../i18n/text';

const t = text('translation');
const shell = text('shell');

/** The languages a record is translated into, how each stands, and the way to write one. */
export function Translations({ id, translations }: { id: string; translations: TranslationList }) {
  const { live, languages } = translations;
  if (live === null && languages.every(({ newest }) => newest === null)) return null;
  return (
    <section aria-labelledby="translations">
      <h2 id="translations">{t('title')}</h2>
      <ul className="note-thread">
        {languages.map(({ language, newest, published }) => (
          <li key={language}>
            <a href={`/records/${id}/translations/${language}`}>{languageNames[language].english}</a>{' '}
            {newest === null ? (
              <span className="hint">{t('none')}</span>
            ) : (
              <span className="tag">{shell(`state.${newest.state}`)}</span>
            )}
            {newest !== null && (
              <p className={newest.outdated > 0 ? 'is-late' : 'hint'}>
                {t('version', { number: newest.baseRevision })}.{' '}
                {newest.outdated > 0 ? t('outdated', { count: newest.outdated }) : t('upToDate')}.
                {published !== null && newest.state !== 'live' && ` ${t('published')}.`}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
