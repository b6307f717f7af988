import type { ReactNode } from 'react';
import { longestQuestion } from '@rapporteur/domain/search/views';
import { AsOf, PastBanner, type Moment } from './as-of';
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

export function Masthead({ current, asOf, path }: { current: string | null; asOf: string | null; path: string }) {
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
        <MastheadSearch />
        <AsOf asOf={asOf} page={path} />
      </div>
    </header>
  );
}

/** The way to the search from every page; on small screens a button alone, which leads to the page with the field. */
function MastheadSearch() {
  return (
    <form className="masthead-search" role="search" action="/search" aria-label="The whole record">
      <label className="vh" htmlFor="masthead-question">
        Search the record
      </label>
      <input
        id="masthead-question"
        name="q"
        type="search"
        maxLength={longestQuestion}
        placeholder="Search the record"
        autoComplete="off"
        spellCheck={false}
      />
      <button type="submit" aria-label="Search">
        <Glyph name="i-search" className="i" />
      </button>
    </form>
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
            {['sources', 'articles', 'changes', 'corrections'].map((name) => (
              <li key={name}>
                <a href={`/${name}`}>{title(name)}</a>
              </li>
            ))}
            <li>
              <a href="/at">Read a past date</a>
            </li>
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
  /** The moments up to that instant at which the page changed, the oldest first. */
  moments: readonly Moment[];
  children: ReactNode;
  /** What has to be said of the page as a whole, above it. */
  banner?: ReactNode;
  /** The home page draws its own bands instead of one column. */
  wide?: boolean;
}

/** Masthead, banner of a past date, the page itself, footer: the landmarks of every page. */
export function PageFrame({ current, path, asOf, moments, children, banner, wide = false }: PageFrameProps) {
  return (
    <>
      <Masthead current={current} asOf={asOf} path={path} />
      {asOf === null ? null : <PastBanner asOf={asOf} path={path} moments={moments} />}
      {banner}
      <main id="main" tabIndex={-1} {...(wide ? {} : { className: 'wrap' })}>
        {children}
      </main>
      <Footer />
    </>
  );
}
