import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { text } from '../../../i18n/text';
import { Words } from '../../../i18n/words';
import { ItemTable } from '../../../intake/item-table';
import { KeepFresh } from '../../../intake/keep-fresh';
import { TakeIn } from '../../../intake/take-in';
import { desk, meOf } from '../../session';
import { flashOf, valueIn, type Query } from '../../sign-in/flash';

const t = text('intake');

export const metadata: Metadata = { title: t('title') };

/** What comes in from outside: what is being read, what waits for decisions, what became drafts, and ways to take more in. */
export default async function IntakePage({ searchParams }: { searchParams: Query }) {
  const [query, me, flash] = await Promise.all([searchParams, meOf(), flashOf(searchParams)]);
  if (!me.may.includes('desk.read')) notFound();
  const { call } = await desk();
  const after = valueIn(query, 'after') || null;
  const [reading, decide, ended] = await Promise.all([
    call.intake.list({ view: 'reading' }),
    call.intake.list({ view: 'decide' }),
    call.intake.list({ view: 'ended', after, limit: 20 }),
  ]);
  const taken = Number(valueIn(query, 'taken'));
  const isReading = reading.items.some(({ state }) => state !== 'failed');
  return (
    <>
      <header className="bar">
        <h1>{t('title')}</h1>
        <p className="hint">{t('what')}</p>
      </header>
      <main id="main" tabIndex={-1} className="settings settings--wide intake-list">
        {flash !== null && (
          <p className="problem" role="alert">
            <strong>{flash.message}</strong>
          </p>
        )}
        {taken > 0 && flash === null && (
          <p className="outcome" role="status">
            {t('taken', { count: taken })}
          </p>
        )}
        {me.may.includes('intake.take_in') && <TakeIn formKey={randomUUID()} typed={flash?.typed ?? {}} />}
        {reading.items.length > 0 && (
          <section aria-labelledby="reading">
            <h2 id="reading">{t('list.reading')}</h2>
            <ItemTable items={reading.items} caption={t('list.reading')} />
          </section>
        )}
        <section aria-labelledby="decide">
          <h2 id="decide">{t('list.decide')}</h2>
          {decide.items.length === 0 ? (
            <p className="hint">{t('list.nothing')}</p>
          ) : (
            <ItemTable items={decide.items} caption={t('list.decide')} />
          )}
        </section>
        {(ended.items.length > 0 || after !== null) && (
          <section aria-labelledby="ended">
            <h2 id="ended">{t('list.ended')}</h2>
            <ItemTable items={ended.items} caption={t('list.ended')} />
            {ended.next !== null && (
              <nav className="pager" aria-label={t('list.pages')}>
                <a href={`/intake?after=${encodeURIComponent(ended.next)}`}>{t('list.next')}</a>
              </nav>
            )}
          </section>
        )}
      </main>
      <Words areas={['intake', 'shell']}>
        <KeepFresh active={isReading} />
      </Words>
    </>
  );
}
