import { ownNames, pathIn, siteLanguages } from '@rapporteur/domain/translation/languages';
import { spokenLanguage } from './speech';
import { text } from './text';

/** The same page in every language of the site, each under its own name. */
export function LanguageSwitch({ path }: { path: string }) {
  const language = spokenLanguage();
  const t = text('frame');
  return (
    <details className="languages">
      <summary>
        <span className="vh">{t('language')}: </span>
        <span className="languages-name">{ownNames[language]}</span>
        <span className="languages-tag" aria-hidden="true">
          {language.toUpperCase()}
        </span>
      </summary>
      <ul className="languages-panel">
        {siteLanguages.map((each) => (
          <li key={each}>
            <a
              href={pathIn(each, path)}
              hrefLang={each}
              lang={each}
              {...(each === language ? { 'aria-current': 'true' as const } : {})}
            >
              {ownNames[each]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
