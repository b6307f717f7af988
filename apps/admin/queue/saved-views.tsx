import type { SavedView } from '@rapporteur/api/admin/queue-views';
import { Words } from '../i18n/words';
import { text } from '../i18n/text';
import { ForgetView, KeepView } from './keep-view';

const t = text('queue');

/** The lists that somebody keeps under names of their own. */
export function SavedViews({ saved, query }: { saved: readonly SavedView[]; query: string }) {
  return (
    <details className="bar-panel" data-panel="saved">
      <summary className="button">{t('saved.title')}</summary>
      <div className="bar-panel-body">
        <Words areas={['queue', 'shell']}>
          {saved.length > 0 && (
            <ul className="saved-views">
              {saved.map(({ id, name, query: kept }) => (
                <li key={id}>
                  <a href={kept === '' ? '/' : `/?${kept}`}>{name}</a>
                  <ForgetView id={id} name={name} />
                </li>
              ))}
            </ul>
          )}
          <KeepView query={query} />
        </Words>
      </div>
    </details>
  );
}
