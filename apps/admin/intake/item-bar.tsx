import type { ReactNode } from 'react';
import { text } from '../i18n/text';

const t = text('intake');

/** The bar of a text: where it is, and what it is called. */
export function ItemBar({ name, children }: { name: string; children?: ReactNode }) {
  return (
    <header className="bar">
      <nav className="crumbs" aria-label={text('shell')('where')}>
        <ol>
          <li>
            <a href="/intake">{t('title')}</a>
          </li>
          <li aria-current="page">
            <h1>{name === '' ? t('unnamed') : name}</h1>
          </li>
        </ol>
      </nav>
      {children}
    </header>
  );
}
