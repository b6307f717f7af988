import type { Metadata } from 'next';
import { text } from '../i18n/text';

const t = text('shell');

export const metadata: Metadata = { title: t('missing.page') };

export default function NotFound() {
  return (
    <main className="notice" id="main">
      <h1>{t('missing.title')}</h1>
      <p>
        <a href="/">{t('missing.back')}</a>
      </p>
    </main>
  );
}
