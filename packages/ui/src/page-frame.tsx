import type { ReactNode } from 'react';
import { dayOf, instantOf } from './dates';
import { Glyph } from './glyph';

const sections = ['programmes', 'issues', 'statements', 'sources', 'articles', 'changes'] as const;
const title = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

function Wordmark({ href }: { href: string }) {
  return (
    <a className="wordmark" href={href}>
      Rapporteur
      <span className="wordmark-mark" aria-hidden="true">
        1
      </span>
    </a>
  );
}

/** What time the page is read at, and the way to another one: every change of the record is a moment to read it at. */
function AsOf({ asOf }: { asOf: string | null }) {
  return (
    <a className="asof" href="/changes" title="Read the record as it stood at another moment">
      <Glyph name="i-history" className="i" />
      <span className="asof-label">As of</span> <strong>{asOf === null ? 'today' : dayOf(asOf, 'short')}</strong>
    </a>
  );
}

export function Masthead({ current, asOf }: { current: string | null; asOf: string | null }) {
  return (
    <header className="masthead">
      <div className="wrap masthead-row">
        <Wordmark href="/" />
        <nav className="mainnav" aria-label="Main">
          <ul>
            {sections.map((name) => (
              <li key={name}>
                <a href={`/${name}`} {...(name === current ? { 'aria-current': 'page' as const } : {})}>
                  {title(name)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <AsOf asOf={asOf} />
      </div>
    </header>
  );
}

export function PastBanner({ asOf, path }: { asOf: string; path: string }) {
  return (
    <aside className="past-banner" aria-label="You are reading a past state of the record">
      <div className="wrap past-banner-row">
        <p>
          <Glyph name="i-history" className="i" /> The record as it stood on{' '}
          <strong>
            <time dateTime={asOf}>{instantOf(asOf)}</time>
          </strong>
          . Later corrections are not applied.
        </p>
        <p className="past-actions">
          <a className="button" href="/changes">
            Choose another moment
          </a>
          <a className="button button--main" href={path} data-live="">
            Return to today
          </a>
        </p>
      </div>
    </aside>
  );
}

export function Footer() {
  return (
    <footer className="colophon">
      <div className="wrap colophon-row">
        <div>
          <p>
            <Wordmark href="/" />
          </p>
          <p>A public record of what was agreed, who said so, and where it is written.</p>
        </div>
        <nav aria-label="Records">
          <h2>Records</h2>
          <ul>
            {['programmes', 'issues', 'positions', 'commitments'].map((name) => (
              <li key={name}>
                <a href={`/${name}`}>{title(name)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-label="Who and where">
          <h2>Who and where</h2>
          <ul>
            {['actors', 'events', 'statements'].map((name) => (
              <li key={name}>
                <a href={`/${name}`}>{title(name)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-label="Evidence">
          <h2>Evidence</h2>
          <ul>
            {['sources', 'articles', 'changes'].map((name) => (
              <li key={name}>
                <a href={`/${name}`}>{title(name)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}

export interface PageFrameProps {
  /** The section of the main navigation the page belongs to. */
  current: string | null;
  /** The live address of the page. */
  path: string;
  /** The instant the page is read at, or null for today. */
  asOf: string | null;
  children: ReactNode;
  /** The home page draws its own bands instead of one column. */
  wide?: boolean;
}

/** Masthead, banner of a past date, the page itself, footer: the landmarks of every page. */
export function PageFrame({ current, path, asOf, children, wide = false }: PageFrameProps) {
  return (
    <>
      <Masthead current={current} asOf={asOf} />
      {asOf === null ? null : <PastBanner asOf={asOf} path={path} />}
      <main id="main" tabIndex={-1} {...(wide ? {} : { className: 'wrap' })}>
        {children}
      </main>
      <Footer />
    </>
  );
}
