'use client';

import { useTranslations } from 'next-intl';

/** Shown when a page of the desk fails. What went wrong is in the server's log, not here. */
export default function ErrorPage() {
  const t = useTranslations('shell');
  return (
    <main className="notice notice--error" id="main" role="alert">
      <h1>{t('failed.title')}</h1>
      <p>{t('failed.advice')}</p>
      <p>
        <a href="/">{t('failed.back')}</a>
      </p>
    </main>
  );
}
