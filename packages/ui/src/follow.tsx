import { Glyph } from './glyph';
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
        <ul>
          {formats.map(({ ending, name, type }) => (
            <li key={ending}>
              <a href={`${href}.${ending}`} type={type}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
