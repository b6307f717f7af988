import type { QueueCounts, SavedView } from '@rapporteur/api/admin/queue-views';
import { kindNames, kinds } from '@rapporteur/domain/kinds';
import { Icon } from '../app/shell/desk-icon';
import { shownCount } from '../app/shell/shown-count';
import { text } from '../i18n/text';
import type { View } from '@rapporteur/domain/queue-lists';
import { hrefOf, readAddress, writeQuery, type QueueAddress } from './address';
import { FilterPanel, type Colleague } from './filter-panel';
import { SavedViews } from './saved-views';

const t = text('queue');

const pills = ['work', 'mine', 'review', 'overdue', 'drifted', 'translations'] as const satisfies readonly View[];

interface Props {
  address: QueueAddress;
  counts: QueueCounts;
  saved: readonly SavedView[];
  colleagues: readonly Colleague[];
}

/** The top of the queue: which lists there are, what narrows this one, and the way to a new record. */
export function Bar({ address, counts, saved, colleagues }: Props) {
  const here = writeQuery({ ...address, after: null });
  const kept = saved.some(({ query }) => query === here);
  return (
    <header className="bar">
      <h1>{titleOf(address)}</h1>
      <nav className="views" aria-label={t('views')}>
        {pills.map((view) => (
          <a
            key={view}
            href={hrefOf(readAddress({ view }))}
            aria-current={address.view === view && !kept ? 'page' : undefined}
          >
            {t(`view.${view}`)}
            {counts[view] > 0 && <span className="count">{shownCount(counts[view])}</span>}
          </a>
        ))}
        {saved.map(({ id, name, query }) => (
          <a key={id} href={query === '' ? '/' : `/?${query}`} aria-current={query === here ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <div className="bar-end">
        <SavedViews saved={saved} query={here} />
        <FilterPanel address={address} colleagues={colleagues} />
        <details className="bar-panel" data-panel="new">
          <summary className="button button--main">
            <Icon name="i-plus" />
            {t('newRecord')}
            <kbd>N</kbd>
          </summary>
          <ul className="bar-panel-body bar-panel-list">
            {kinds.map((kind) => (
              <li key={kind}>
                <a href={`/records/new/${kind}`}>
                  <Icon name={`i-${kind}`} />
                  {kindNames[kind].singular}
                </a>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </header>
  );
}

/** What a list is called: the queue, unless it is one of the others. */
export function titleOf({ view, kinds: chosen }: QueueAddress): string {
  const [kind] = chosen;
  if (view === 'all') return kind !== undefined && chosen.length === 1 ? kindNames[kind].plural : t('allOf');
  return view === 'scheduled' ? t('view.scheduled') : t('title');
}
