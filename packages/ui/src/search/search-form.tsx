import { longestQuestion } from '@rapporteur/domain/search/views';
import type { ReactNode } from 'react';
import { Glyph } from '../glyph';
import { text } from '../text';
import { suggestionWords } from './suggested';

/** The form of the search, by which the facets of its page name the form that they belong to. */
export const searchForm = 'search-form';

/** The search at full size; what else its address keeps stands within. */
export function SearchForm({ question, hint, children }: { question: string; hint?: string; children?: ReactNode }) {
  const t = text('search');
  return (
    <form
      className="search-big"
      id={searchForm}
      role="search"
      action="/search"
      aria-label={t('form')}
      // On the way back a browser would else tick again what the list there is not narrowed to.
      autoComplete="off"
      {...suggestionWords()}
    >
      <label className="vh" htmlFor="question">
        {t('label')}
      </label>
      <input
        id="question"
        name="q"
        type="search"
        maxLength={longestQuestion}
        defaultValue={question}
        {...(hint === undefined ? {} : { placeholder: hint })}
        autoComplete="off"
        spellCheck={false}
      />
      {/* On a small screen the glass stands alone, and needs its name. */}
      <button type="submit" aria-label={t('button')}>
        <Glyph name="i-search" className="i" />
        <span>{t('button')}</span>
      </button>
      {children}
    </form>
  );
}
