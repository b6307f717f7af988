import { Follow } from './follow';

const pages = [
  { path: '/corrections', name: 'Corrections', feed: '/corrections/feed', what: 'where the record was wrong, and why' },
  { path: '/changes', name: 'All changes', feed: '/feed', what: 'what is new in the whole record' },
] as const;

/** The two lists of what changed, and how to follow the one that is read. */
export function ChangeTabs({ current }: { current: (typeof pages)[number]['path'] }) {
  return (
    <div className="tabs-row">
      <nav className="tabs" aria-label="Kinds of change">
        {pages.map(({ path, name }) => (
          <a key={path} href={path} {...(path === current ? { 'aria-current': 'page' as const } : {})}>
            {name}
          </a>
        ))}
      </nav>
      {pages
        .filter(({ path }) => path === current)
        .map(({ feed, what }) => (
          <Follow key={feed} href={feed} what={what} />
        ))}
    </div>
  );
}
