'use client';

import type { IntakeView, SentView } from '@rapporteur/domain/intake/views';
import { useTranslations } from 'next-intl';
import { Icon } from '../app/shell/desk-icon';
import { HandIn } from './hand-in';
import { Left } from './left';

/** What was drafted a moment ago: what is complete, what a person has to complete, and what was left to them. */
export function Sent({ item, sent }: { item: IntakeView; sent: SentView }) {
  const t = useTranslations('intake');
  const titleOf = (number: number) => item.suggestions.find((one) => one.number === number)?.title ?? '';
  return (
    <>
      <header className="bar">
        <nav className="crumbs" aria-label={t('where')}>
          <ol>
            <li>
              <a href="/intake">{t('title')}</a>
            </li>
            <li aria-current="page">
              <h1>{item.name === '' ? t('unnamed') : item.name}</h1>
            </li>
          </ol>
        </nav>
      </header>
      <main id="main" tabIndex={-1} className="settings">
        <p className="outcome" role="status">
          {t('sent.done', { count: sent.records.length })}
        </p>
        <p>
          <a href={`/records/${sent.source}`}>{t('sent.source')}</a>
        </p>
        <ul className="sent-records">
          {sent.records.map(({ id, kind, title, complete }) => (
            <li key={id}>
              <Icon name={`i-${kind}`} /> <a href={complete ? `/records/${id}` : `/records/${id}/edit`}>{title}</a>
              {!complete && <span className="tag">{t('sent.incomplete')}</span>}
            </li>
          ))}
        </ul>
        <HandIn sent={sent} />
        {sent.changed.length > 0 && (
          <section aria-labelledby="changed">
            <h2 id="changed">{t('sent.changed')}</h2>
            <ul>
              {sent.changed.map(({ id, number }) => (
                <li key={`${id} ${number}`}>
                  <a href={`/records/${id}`}>{titleOf(number)}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Left heading={t('sent.left')} left={sent.left} titleOf={titleOf} />
        <p>
          <a href="/intake">{t('sent.back')}</a>
        </p>
      </main>
    </>
  );
}
