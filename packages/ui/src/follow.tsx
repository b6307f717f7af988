import { Glyph } from './glyph';
import { site } from './site';
import { text } from './text';

const formats = [
  { ending: 'atom', name: 'Atom', type: 'application/atom+xml' },
  { ending: 'rss', name: 'RSS', type: 'application/rss+xml' },
  { ending: 'json', name: 'JSON Feed', type: 'application/feed+json' },
] as const;

/** The ways to follow what is new: a feed in each format. `href` is its address without the ending of a format. */
export function Follow({ href, what }: { href: string; what: string }) {
  const t = text('records');
  return (
    <details className="follow">
      <summary>
        <Glyph name="i-feed" className="i" />
        {t('follow.button')}
      </summary>
      <div className="follow-panel">
        <p>{t('follow.how', { what })}</p>
        <FeedLinks href={href} />
        {site().sendsMail ? (
          <p>
            <a href={alertsAddress(href.replace(/\/feed(?=\?|$)/, '') || '/')} data-live="">
              {text('alerts')('link')}
            </a>
          </p>
        ) : null}
      </div>
    </details>
  );
}

/** Where readers ask to be told by mail what is new on a page. */
export const alertsAddress = (page: string): string => `/alerts?of=${encodeURIComponent(page)}`;

/** The address of a feed in a format; a search is asked for behind it. */
export const feedAddress = (href: string, ending: string): string => href.replace(/(?=\?|$)/, `.${ending}`);

/** A feed in each format. */
export function FeedLinks({ href }: { href: string }) {
  return (
    <ul className="feed-links">
      {formats.map(({ ending, name, type }) => (
        <li key={ending}>
          <a href={feedAddress(href, ending)} type={type}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
