import { randomUUID } from 'node:crypto';
import type { ReleaseSummary } from '@rapporteur/domain/release-views';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { text } from '../../../i18n/text';
import { ActionField, ActionForm } from '../../forms/action-form';
import { desk, meOf } from '../../session';
import { SettingsPage } from '../../shell/settings-page';
import { valueIn, type Query } from '../../sign-in/flash';
import { makeRelease } from './actions';
import { ReleaseTable } from './release-table';

const t = text('release');

export const metadata: Metadata = { title: t('title') };

const views = ['waiting', 'published', 'cancelled'] as const;
type View = (typeof views)[number];

/** Sets of records that become public in one moment: those in hand, and those that have ended. */
export default async function ReleasesPage({ searchParams }: { searchParams: Query }) {
  const [query, me] = await Promise.all([searchParams, meOf()]);
  if (!me.may.includes('desk.read')) notFound();
  const view = views.find((known) => known === valueIn(query, 'view')) ?? 'waiting';
  const { items, next } = await read(view, valueIn(query, 'after') || null);
  return (
    <SettingsPage
      title={t('title')}
      bar={
        <nav className="views" aria-label={t('views')}>
          {views.map((known) => (
            <a
              key={known}
              href={known === 'waiting' ? '/releases' : `/releases?view=${known}`}
              aria-current={known === view ? 'page' : undefined}
            >
              {t(`view.${known}`)}
            </a>
          ))}
        </nav>
      }
    >
      {view === 'waiting' && (
        <section aria-labelledby="make">
          <h2 id="make">{t('make.title')}</h2>
          <p className="hint">{t('what')}</p>
          {me.may.includes('release.manage') && (
            <ActionForm
              action={makeRelease}
              button={t('make.button')}
              look="main"
              className="inline-form"
              hidden={{ key: randomUUID() }}
            >
              <ActionField name="name" label={t('make.name')} autoComplete="off" />
            </ActionForm>
          )}
        </section>
      )}
      <section aria-label={t(`view.${view}`)}>
        {items.length === 0 ? (
          <div className="notice">
            <h2>{t(view === 'waiting' ? 'empty' : 'emptyPast')}</h2>
            <p>{t(view === 'waiting' ? 'emptyText' : 'emptyPastText')}</p>
          </div>
        ) : (
          <ReleaseTable items={items} />
        )}
        {next !== null && (
          <nav className="pager" aria-label={t('pages')}>
            <a href={`/releases?view=${view}`}>{t('firstPage')}</a>
            <a href={`/releases?view=${view}&after=${next}`}>{t('nextPage')}</a>
          </nav>
        )}
      </section>
    </SettingsPage>
  );
}

/** What waits comes as one list: first what has an instant, then what has none. */
async function read(view: View, after: string | null): Promise<{ items: ReleaseSummary[]; next: string | null }> {
  const { call } = await desk();
  if (view !== 'waiting') return call.release.list({ state: view, named: true, after, limit: 50 });
  const [scheduled, open] = await Promise.all([
    after === null ? call.release.list({ state: 'scheduled', named: true, limit: 100 }) : { items: [] },
    call.release.list({ state: 'open', named: true, after, limit: 50 }),
  ]);
  const byInstant = scheduled.items.toSorted((a, b) => ((a.schedule?.at ?? '') < (b.schedule?.at ?? '') ? -1 : 1));
  return { items: [...byInstant, ...open.items], next: open.next };
}
