import type { ReactNode } from 'react';
import { longestQuestion } from '@rapporteur/domain/search/views';
import { AsOf, PastBanner, type Moment } from './as-of';
import { Glyph } from './glyph';
import { LanguageSwitch } from './language-switch';
import type { Messages } from './messages/en';
import { suggestionWords } from './search/suggested';
import { text } from './text';

const sections = ['programmes', 'issues', 'statements', 'sources', 'articles', 'changes'] as const;

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

type MastheadProps = Pick<PageFrameProps, 'current' | 'asOf' | 'path' | 'here' | 'address'>;

export function Masthead({ current, asOf, path, here, address }: MastheadProps) {
  const t = text('frame');
  return (
    <header className="masthead">
      <div className="wrap masthead-row">
        <Wordmark href="/" />
        <nav className="mainnav" aria-label={t('main')}>
          <ul>
            {sections.map((name) => (
              <li key={name}>
                <a href={`/${name}`} {...(name === current ? { 'aria-current': 'page' as const } : {})}>
                  {t(`sections.${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <MastheadSearch />
        <LanguageSwitch path={here ?? path} />
        <AsOf asOf={asOf} page={path} />
        {address === undefined ? null : <p className="printed">{address}</p>}
      </div>
    </header>
  );
}

/** The way to the search from every page; on small screens a button alone, which leads to the page with the field. */
function MastheadSearch() {
  const t = text('frame');
  return (
    <form
      className="masthead-search"
      role="search"
      action="/search"
      aria-label={t('search.form')}
      {...suggestionWords()}
    >
      <label className="vh" htmlFor="masthead-question">
        {t('search.label')}
      </label>
      <input
        id="masthead-question"
        name="q"
        type="search"
        maxLength={longestQuestion}
        placeholder={t('search.label')}
        autoComplete="off"
        spellCheck={false}
      />
      <button type="submit" aria-label={t('search.button')}>
        <Glyph name="i-search" className="i" />
      </button>
    </form>
  );
}

export function Footer() {
  const t = text('frame');
  return (
    <footer className="colophon">
      <div className="wrap colophon-row">
        <div>
          <p>
            <Wordmark href="/" />
          </p>
          <p>{t('footer.lead')}</p>
        </div>
        <FooterLinks heading={t('footer.records')} names={['programmes', 'issues', 'positions', 'commitments']} />
        <FooterLinks heading={t('footer.who')} names={['actors', 'events', 'statements']} />
        <FooterLinks heading={t('footer.evidence')} names={['sources', 'articles', 'changes', 'corrections']}>
          <li>
            <a href="/at">{t('footer.past')}</a>
          </li>
          <li>
            <a href="/data">{t('footer.data')}</a>
          </li>
          <li>
            <a href="/api/v1/docs" hrefLang="en" data-live="">
              {t('footer.programs')}
            </a>
          </li>
        </FooterLinks>
      </div>
    </footer>
  );
}

type SectionName = keyof Messages['frame']['sections'];

function FooterLinks({
  heading,
  names,
  children,
}: {
  heading: string;
  names: readonly SectionName[];
  children?: ReactNode;
}) {
  const t = text('frame');
  return (
    <nav aria-label={heading}>
      <h2>{heading}</h2>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <a href={`/${name}`}>{t(`sections.${name}`)}</a>
          </li>
        ))}
        {children}
      </ul>
    </nav>
  );
}

export interface PageFrameProps {
  /** The section of the main navigation the page belongs to. */
  current: string | null;
  /** The live address of the page. */
  path: string;
  /** The address of this page exactly, where its times are those of another: with its query, or of one version. */
  here?: string;
  /** The whole address of the page as it is read, which is printed with it; none where it is a secret. */
  address?: string;
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
export function PageFrame({ children, banner, wide = false, ...page }: PageFrameProps) {
  const { asOf, path, moments } = page;
  return (
    <>
      <Masthead {...page} />
      {asOf === null ? null : <PastBanner asOf={asOf} path={path} moments={moments} />}
      {banner}
      <main id="main" tabIndex={-1} {...(wide ? {} : { className: 'wrap' })}>
        {children}
      </main>
      <Footer />
    </>
  );
}
