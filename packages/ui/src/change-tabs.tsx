import { Follow } from './follow';
import { text } from './text';

const pages = [
  { path: '/corrections', name: 'corrections', feed: '/corrections/feed', what: 'corrections' },
  { path: '/changes', name: 'all', feed: '/feed', what: 'everything' },
] as const;

/** The two lists of what changed, and how to follow the one that is read. */
export function ChangeTabs({ current }: { current: (typeof pages)[number]['path'] }) {
  const t = text('changes');
  const records = text('records');
  return (
    <div className="tabs-row">
      <nav className="tabs" aria-label={t('tabs.label')}>
        {pages.map(({ path, name }) => (
          <a key={path} href={path} {...(path === current ? { 'aria-current': 'page' as const } : {})}>
            {t(`tabs.${name}`)}
          </a>
        ))}
      </nav>
      {pages
        .filter(({ path }) => path === current)
        .map(({ feed, what }) => (
          <Follow key={feed} href={feed} what={records(`follow.${what}`)} />
        ))}
    </div>
  );
}
