import { jobStates } from '@rapporteur/domain/job-views';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { text } from '../../../i18n/text';
import { Words } from '../../../i18n/words';
import { desk, meOf } from '../../session';
import { SettingsPage } from '../../shell/settings-page';
import { valueIn, type Query } from '../../sign-in/flash';
import { JobTable } from './job-table';

const t = text('job');

export const metadata: Metadata = { title: t('title') };

const done = ['again', 'dropped'] as const;

/** What the program does by itself, and what of it waits for a person. For publishers; administrators may give a job up. */
export default async function JobsPage({ searchParams }: { searchParams: Query }) {
  const [query, { call }, me] = await Promise.all([searchParams, desk(), meOf()]);
  if (!me.may.includes('job.read')) notFound();
  const state = jobStates.find((each) => each === valueIn(query, 'state')) ?? 'parked';
  const after = /^[1-9]\d{0,17}$/.exec(valueIn(query, 'after'))?.[0] ?? null;
  const { counts, items, next } = await call.job.list({ state, after, limit: 50 });
  const outcome = done.find((what) => what === valueIn(query, 'done'));
  return (
    <SettingsPage title={t('title')} outcome={outcome === undefined ? null : t(`done.${outcome}`)}>
      <p className="hint">{t('how')}</p>
      <nav className="pager" aria-label={t('states.title')}>
        {jobStates.toReversed().map((each) => (
          <a key={each} href={`/jobs?state=${each}`} aria-current={each === state ? 'page' : undefined}>
            {t(`states.${each}`, { count: counts[each] })}
          </a>
        ))}
      </nav>
      <Words areas={['job']}>
        <JobTable state={state} items={items} may={me.may} />
      </Words>
      {(after !== null || next !== null) && (
        <nav className="pager" aria-label={t('pages')}>
          {after !== null && <a href={`/jobs?state=${state}`}>{t('first')}</a>}
          {next !== null && <a href={`/jobs?state=${state}&after=${next}`}>{t('next')}</a>}
        </nav>
      )}
    </SettingsPage>
  );
}
